import type { FieldKind } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import { formWords } from '../words/form.words.js';
import { hiddenIn, withoutHidden } from './hidden-in.js';

/** Fields that are made of other fields leave it to these. */
const OF_PARTS: readonly FieldKind[] = ['lines', 'groups', 'section'];
export const isWrittenHere = ({ kind }: { readonly kind: FieldKind }): boolean => !OF_PARTS.includes(kind);

interface HiddenNoteProps<T> {
  readonly value: T;
  /** What already stands below the field. */
  readonly said?: string | undefined;
  readonly onChange: (value: T) => void;
}

/** Nobody can take out what he does not see: says where it stands, and takes it out with one press. */
export function HiddenNote<T extends Json | undefined>({ value, said, onChange }: HiddenNoteProps<T>) {
  const found = hiddenIn(value);
  if (!found || value === undefined) return null;
  const sentence = formWords.hiddenSign(found);
  return (
    <div className="msg err" role="alert">
      {said !== sentence && sentence}
      <button type="button" className="btn link" onClick={() => onChange(withoutHidden(value as T & Json))}>
        {formWords.takeHiddenOut}
      </button>
    </div>
  );
}
