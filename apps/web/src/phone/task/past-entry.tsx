import { formWords } from '../../words/form.words.js';
import { Section } from '../parts/section.js';

interface PastEntryProps {
  readonly reason: string;
  readonly problem: string | undefined;
  readonly onChange: (reason: string) => void;
}

/** Asked for once a date turns out to lie before the step opened; it is no field of the form. */
export const PastEntry = ({ reason, problem, onChange }: PastEntryProps) =>
  reason === '' && problem === undefined ? null : (
    <Section title={formWords.pastEntry}>
      <textarea
        className={problem ? 'ta err' : 'ta'}
        value={reason}
        maxLength={500}
        aria-label={formWords.pastEntry}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className={problem ? 'msg err' : 'msg'}>{problem ?? formWords.pastEntryHelp}</div>
    </Section>
  );
