import { Input } from 'antd';
import { words } from '../../../words/words.js';
import { Labelled } from '../../../kit/labelled.js';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A reason is asked wherever a person overrides; journal and audit keep it. */
export const ReasonField = ({ value, onChange }: ReasonFieldProps) => (
  <Labelled title={words.reason} note={words.required}>
    <Input.TextArea
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required
      maxLength={500}
      autoSize={{ minRows: 2, maxRows: 6 }}
    />
  </Labelled>
);
