import { Button } from 'antd';
import type { FieldProps } from '../../forms/field-props.js';
import { Parts, Section, groupsOf, sumsShown } from '../../forms/parts.js';
import { formWords } from '../../words/form.words.js';

const LAID = 'grid c3';

/** Several fields that make up one. */
export const SectionField = (props: FieldProps) => <Section {...props} className={LAID} />;

/** The same fields again and again; columns that the form adds up have their sum below. */
export function GroupsField(props: FieldProps) {
  const { id, field, around } = props;
  const { items, schema, add, remove, change } = groupsOf(props);
  return (
    <div className="groups" id={id}>
      {items.map((one, at) => (
        <div className="group" key={at}>
          <Parts
            className={LAID}
            id={`${id}-${at}`}
            around={around}
            schema={schema}
            root={field.root}
            value={one}
            onChange={(next) => change(at, next)}
          />
          <Button size="small" type="link" onClick={() => remove(at)}>
            {formWords.remove}
          </Button>
        </div>
      ))}
      {sumsShown(props).map(({ column, title, text }) => (
        <div className="row num" key={column}>
          <span className="t3">{title}</span>
          <b>{text}</b>
        </div>
      ))}
      <Button size="small" onClick={add}>
        {formWords.add}
      </Button>
    </div>
  );
}
