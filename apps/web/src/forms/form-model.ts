import {
  fieldsOf,
  hiddenFields,
  kindOf,
  requiredNow,
  resolveSchema,
  type FieldKind,
  type FieldRight,
  type FormDefinition,
} from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';

/** The law behind a field. */
export interface FieldLaw {
  readonly article: string;
  readonly text?: string;
  readonly bar?: number;
}

/** A field as it is shown now. */
export interface ShownField {
  readonly key: string;
  readonly kind: FieldKind;
  /** Its reference followed. */
  readonly schema: JsonObject;
  /** The whole form's schema, where references of its parts lead. */
  readonly root: JsonObject;
  readonly title: string;
  readonly isRequired: boolean;
  /** `read`: shown and not written. */
  readonly right: FieldRight;
  readonly widget?: string;
  readonly help?: string;
  readonly law?: FieldLaw;
}

export interface ShownGroup {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly ShownField[];
}

/** A form and what this step may do with its fields. */
export interface StepForm {
  readonly form: FormDefinition;
  readonly rights: Readonly<Record<string, FieldRight>>;
}

interface Group {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly string[];
}

const partOf = <T>(ui: JsonObject | undefined, part: string, otherwise: T): T =>
  (ui?.[part] as T | undefined) ?? otherwise;

/** The form's own groups; what no group names stands in a last one under the form's title. */
function groupsIn({ title, schema, ui }: FormDefinition, keys: readonly string[]): readonly Group[] {
  const groups = partOf<readonly Group[]>(ui, 'groups', []);
  const order = partOf<readonly string[]>(ui, 'order', []);
  const named = new Set(groups.flatMap(({ fields }) => fields));
  const rest = keys.filter((key) => !named.has(key));
  const placed = [
    ...order.filter((key) => rest.includes(key)),
    ...rest.filter((key) => !order.includes(key)),
  ];
  const heading = String(schema['title'] ?? title);
  return placed.length === 0 ? groups : [...groups, { title: heading, fields: placed }];
}

/** The groups with the fields that this step shows of an answer as it stands; groups of which nothing is shown are left out. */
export function groupsOf({ form, rights }: StepForm, data: JsonObject): ShownGroup[] {
  const { schema, ui } = form;
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  const hidden = hiddenFields(form, data);
  const required = requiredNow(form, data);
  const shown = (key: string): ShownField[] => {
    const field = fields[key];
    const right = rights[key] ?? 'edit';
    const kind = field && kindOf(field, schema);
    if (!field || !kind || hidden.has(key) || right === 'hide') return [];
    const [widget, help] = ['widgets', 'help'].map(
      (part) => partOf<Record<string, string>>(ui, part, {})[key],
    );
    return [
      {
        key,
        kind,
        schema: field,
        root: schema,
        right,
        title: String(field['title'] ?? key),
        isRequired: right !== 'read' && (right === 'require' || required.has(key)),
        ...(widget !== undefined && { widget }),
        ...(help !== undefined && { help }),
        ...(field['x-law'] !== undefined && { law: field['x-law'] as unknown as FieldLaw }),
      },
    ];
  };
  return groupsIn(form, Object.keys(fields))
    .map((group) => ({ ...group, fields: group.fields.flatMap(shown) }))
    .filter((group) => group.fields.length > 0);
}

/** What is sent: the fields that this step shows and may write, without those that nobody filled in. */
export function answerOf(step: StepForm, data: JsonObject): JsonObject {
  const written = groupsOf(step, data)
    .flatMap(({ fields }) => fields)
    .filter(({ right }) => right !== 'read')
    .map(({ key }) => key);
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => written.includes(key) && !isEmpty(value)),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** An answer with another value of a field; undefined: without one. */
export function withValue(data: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _old, ...others } = data;
  return value === undefined ? others : { ...others, [key]: value };
}
