import type { FieldProps } from '../../forms/field-props.js';
import { Parts, Section, groupsOf, sumsShown } from '../../forms/parts.js';
import { formWords } from '../../words/form.words.js';

const LAID = 'col g3';

/** Several fields that make up one. */
export const SectionField = (props: FieldProps) => <Section {...props} className={LAID} />;

/** The same fields again and again; columns that the form adds up have their sum below. */
export function GroupsField(props: FieldProps) {
  const { id, field, around } = props;
  const { items, schema, add, remove, change } = groupsOf(props);
  return (
    <div className={LAID}>
      {items.map((one, at) => (
        <fieldset className="ph-group" key={at}>
          <legend className="t2">{`${field.title} ${at + 1}`}</legend>
          <Parts
            className={LAID}
            id={`${id}-${at}`}
            around={around}
            schema={schema}
            root={field.root}
            value={one}
            onChange={(next) => change(at, next)}
          />
          <button
            type="button"
            className="btn link"
            aria-label={`${formWords.remove} ${field.title} ${at + 1}`}
            onClick={() => remove(at)}
          >
            {formWords.remove}
          </button>
        </fieldset>
      ))}
      {sumsShown(props).map(({ column, title, text }) => (
        <div className="row" key={column}>
          <span className="t2">{title}</span>
          <span className="sp" />
          <b>{text}</b>
        </div>
      ))}
      <button type="button" id={id} className="btn blk" onClick={add}>
        {formWords.add}
      </button>
    </div>
  );
}
