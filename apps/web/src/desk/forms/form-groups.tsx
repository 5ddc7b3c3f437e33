import type { FieldSurroundings } from '../../forms/field-props.js';
import type { ShownField, ShownGroup } from '../../forms/form-model.js';
import type { FormState } from '../../forms/use-form.js';
import { LabelledField } from './labelled-field.js';

const FILES: readonly string[] = ['file', 'photo'];
/** Kinds that take a whole row. */
const WIDE: readonly string[] = [
  ...FILES,
  'roll',
  'long-text',
  'texts',
  'lines',
  'groups',
  'section',
  'signature',
];

/** The id of a field's control, to which the dock's list leads. */
export const fieldId = (key: string): string => `field-${key}`;

interface GroupsProps {
  readonly state: FormState;
  readonly around: FieldSurroundings;
}

/** A card for each group of the form, its fields side by side or one below the other by their kind. */
export const FormGroups = ({ state, around }: GroupsProps) =>
  state.groups.map((group) => (
    <section className="card sec" key={group.title}>
      <div className="hd">
        <h2>{group.title}</h2>
        {group.help && <span className="t3">{group.help}</span>}
      </div>
      <GroupBody group={group} state={state} around={around} />
    </section>
  ));

function GroupBody({ group, ...rest }: GroupsProps & { readonly group: ShownGroup }) {
  const isRoll = group.fields.some(({ kind }) => kind === 'roll');
  const narrow = group.fields.filter(({ kind }) => !WIDE.includes(kind));
  const wide = group.fields.filter(({ kind }) => WIDE.includes(kind));
  const draw = (field: ShownField) => <OneField key={field.key} field={field} {...rest} />;
  if (isRoll) return wide.map(draw);
  return (
    <div className="bd fields">
      {narrow.length > 0 && <div className={`grid c${Math.min(narrow.length, 3)}`}>{narrow.map(draw)}</div>}
      {wide.map(draw)}
    </div>
  );
}

const OneField = ({ field, state, around }: GroupsProps & { readonly field: ShownField }) => (
  <LabelledField
    id={fieldId(field.key)}
    field={field}
    value={state.data[field.key]}
    problem={state.sentenceOf(field.key)}
    around={around}
    onChange={(value) => state.set(field.key, value)}
  />
);
