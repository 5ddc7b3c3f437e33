import { words } from '../../shared/words.js';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A reason is asked wherever a person overrides; journal and audit keep it. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  return (
    <div className="field">
      <label htmlFor="operation-reason">
        {words.reason}
        <span className="need">{words.required}</span>
      </label>
      <textarea
        id="operation-reason"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required
        maxLength={500}
      />
    </div>
  );
}
