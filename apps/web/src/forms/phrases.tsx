import { formWords } from '../words/form.words.js';
import type { FieldProps } from './field-props.js';

/** Fields in which somebody says what he thinks of it; what a report or an order says stands in no phrase. */
const OPINION = /(意见|意见内容|理由)$/;

type PhrasesProps = Pick<FieldProps, 'field' | 'value' | 'around' | 'onChange'>;

/** What can be put into a field by one press; nothing where facts are asked for. */
export function Phrases({ field, value, around, onChange }: PhrasesProps) {
  if (around.phrases.length === 0 || !OPINION.test(field.title)) return null;
  const before = typeof value === 'string' ? value : '';
  return (
    <div className="phr" role="group" aria-label={formWords.phrases}>
      {around.phrases.map((phrase) => (
        <button type="button" key={phrase} onClick={() => onChange(before + phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  );
}
