import { Popover } from 'antd';
import type { FieldKit, FieldProps } from '../../forms/field-props.js';
import type { FieldLaw } from '../../forms/form-model.js';
import { HiddenNote, isWrittenHere } from '../../forms/hidden-note.js';
import { LawTexts } from '../../forms/law-texts.js';
import { shownValue } from '../../forms/value-text.js';
import { formWords } from '../../words/form.words.js';
import { deskKit } from './desk-kit.js';

/** Kinds that bring their own label. */
const WHOLE: readonly string[] = ['file', 'photo', 'roll'];

/** How a kit's field stands under its label, with its law, its help and the sentence that says what to correct. */
export const labelled = (kit: FieldKit) =>
  function LabelledField(props: FieldProps) {
    const { field, problem, id, value, onChange } = props;
    const Drawn = kit[field.kind];
    if (field.right === 'read') return <ReadField field={field} value={value} />;
    if (WHOLE.includes(field.kind)) return <Drawn {...props} />;
    return (
      <div className="fld" data-field={field.key}>
        <label htmlFor={id}>
          {field.title}
          {field.isRequired && <span className="req">{formWords.required}</span>}
          {field.law && <LawLink law={field.law} />}
        </label>
        <Drawn {...props} />
        {problem && field.kind !== 'signature' && (
          <div className="msg err" id={`${id}-problem`}>
            {problem}
          </div>
        )}
        {isWrittenHere(field) && <HiddenNote value={value} said={problem} onChange={onChange} />}
        {field.help && !problem && <div className="msg">{field.help}</div>}
      </div>
    );
  };

export const LabelledField = labelled(deskKit);

const ReadField = ({ field, value }: Pick<FieldProps, 'field' | 'value'>) => (
  <div className="fld">
    <span className="lab">
      {field.title}
      <span className="req">{formWords.readOnly}</span>
    </span>
    {value === undefined
      ? null
      : shownValue(value, field.schema, field.root, (name) => name).lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
  </div>
);

/** The article behind a field, opened beside it. */
const LawLink = ({ law }: { readonly law: FieldLaw }) => (
  <Popover trigger="click" content={<LawTexts laws={[law]} />}>
    <button type="button" className="btn link sm">
      {formWords.law}
    </button>
  </Popover>
);
