import { useState } from 'react';
import type { FieldProps } from '../../forms/field-props.js';
import type { FieldLaw } from '../../forms/form-model.js';
import { HiddenNote, isWrittenHere } from '../../forms/hidden-note.js';
import { LawTexts } from '../../forms/law-texts.js';
import { shownValue } from '../../forms/value-text.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Sheet } from '../parts/sheet.js';
import { phoneKit } from './phone-kit.js';

/** Kinds whose control is several: a label over a group, and none that names one control. */
const GROUPS: readonly string[] = [
  ...['roll', 'file', 'photo', 'signature', 'yes-no', 'choices'],
  ...['lines', 'groups', 'section', 'date-range'],
];

interface PhoneFieldProps extends FieldProps {
  /** The heading above it says its title already. */
  readonly isHeaded?: boolean;
}

/** A field under its label, with its law, its help and the sentence that says what to correct. */
export function PhoneField({ isHeaded = false, ...props }: PhoneFieldProps) {
  const { field, problem, id, value, onChange } = props;
  const Drawn = phoneKit[field.kind];
  if (field.right === 'read') return <ReadField {...props} />;
  return (
    <div className="fld" data-field={field.key}>
      <Label field={field} id={GROUPS.includes(field.kind) ? undefined : id} isHeaded={isHeaded} />
      <Drawn {...props} />
      {problem && (
        <div className="msg err" id={`${id}-problem`}>
          {problem}
        </div>
      )}
      {isWrittenHere(field) && <HiddenNote value={value} said={problem} onChange={onChange} />}
      {field.help && !problem && <div className="msg">{field.help}</div>}
    </div>
  );
}

interface LabelProps extends Pick<FieldProps, 'field'> {
  readonly id: string | undefined;
  readonly isHeaded: boolean;
}

function Label({ field, id, isHeaded }: LabelProps) {
  const said = (
    <>
      {isHeaded ? <span className="vh">{field.title}</span> : field.title}
      {!field.isRequired && <span className="opt">{phoneWords.optional}</span>}
    </>
  );
  return (
    <div className={isHeaded && field.isRequired && !field.law ? 'vh' : 'row'}>
      {id === undefined ? <span className="lab">{said}</span> : <label htmlFor={id}>{said}</label>}
      <span className="sp" />
      {field.law && <LawButton law={field.law} />}
    </div>
  );
}

const ReadField = ({ field, value }: Pick<FieldProps, 'field' | 'value'>) => (
  <div className="fld">
    <span className="lab">
      {field.title}
      <span className="opt">{formWords.readOnly}</span>
    </span>
    {value !== undefined &&
      shownValue(value, field.schema, field.root, (name) => name).lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
  </div>
);

/** The article behind a field, opened beside it. */
function LawButton({ law }: { readonly law: FieldLaw }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn link" onClick={() => setOpen(true)}>
        {formWords.law}
      </button>
      {isOpen && (
        <Sheet title={law.article} onClose={() => setOpen(false)}>
          <LawTexts laws={[law]} />
        </Sheet>
      )}
    </>
  );
}
