import type { Json, JsonObject } from '@wuqing/kernel';
import { kindOf, type FieldKind } from './field-kind.js';
import { checkRights } from './field-rights.js';
import type { FormDefinition } from './form-definition.js';
import { isPrefillSource } from './prefill.js';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';
import { checkRules } from './ui-rules.js';

/** How a field may be shown otherwise than its kind is: everything else follows from the kind. */
const WIDGETS: Readonly<Record<string, readonly FieldKind[]>> = {
  radio: ['choice', 'yes-no'],
  select: ['choice', 'choices'],
  checkboxes: ['choices'],
  textarea: ['text', 'long-text'],
};

interface Named {
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

type Fields = Readonly<Record<string, JsonObject>>;
type ReadPart = (value: Json, fields: Fields, root: JsonObject) => Named;

const named = (names: readonly string[], problems: readonly string[] = []): Named => ({ names, problems });
const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isTextByField = (value: Json): value is Readonly<Record<string, string>> =>
  isJsonObject(value) && Object.values(value).every((item) => typeof item === 'string');
const isOptionalText = (value: Json | undefined): boolean => value === undefined || typeof value === 'string';

function readGroups(value: Json): Named {
  const groups = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const whole =
    Array.isArray(value) &&
    groups.length === value.length &&
    groups.every(
      ({ title, fields, help, ...more }) =>
        typeof title === 'string' &&
        isTexts(fields) &&
        isOptionalText(help) &&
        Object.keys(more).length === 0,
    );
  if (!whole) return named([], ['Expected ui.groups to be a list of { title, fields, help }']);
  const names = groups.flatMap(({ fields }) => fields as readonly string[]);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return named(
    names,
    twice.map((name) => `Expected ${name} in one group of ui.groups`),
  );
}

function readWidgets(value: Json, fields: Fields, root: JsonObject): Named {
  if (!isTextByField(value)) return named([], ['Expected ui.widgets to name a text for each field']);
  const wrong = Object.entries(value).filter(([name, widget]) => {
    const kind = kindOf(fields[name] ?? {}, root);
    const fits = Object.hasOwn(WIDGETS, widget) ? WIDGETS[widget] : [];
    return Object.hasOwn(fields, name) && (kind === null || !fits?.includes(kind));
  });
  return named(
    Object.keys(value),
    wrong.map(([name, widget]) => `Expected a widget that shows ${name}, found ${widget}`),
  );
}

function readPrefill(value: Json): Named {
  if (!isTextByField(value)) return named([], ['Expected ui.prefill to name a source for each field']);
  const wrong = Object.entries(value).filter(([, source]) => !isPrefillSource(source));
  return named(
    Object.keys(value),
    wrong.map(
      ([name, source]) =>
        `Expected the prefill of ${name} to be today, self, unit, form/field or last/form/field, found ${source}`,
    ),
  );
}

const parts: Readonly<Record<string, ReadPart>> = {
  order: (value) =>
    isTexts(value) ? named(value) : named([], ['Expected ui.order to be a list of field names']),
  help: (value) =>
    isTextByField(value)
      ? named(Object.keys(value))
      : named([], ['Expected ui.help to name a text for each field']),
  widgets: readWidgets,
  groups: readGroups,
  rules: (value) =>
    isJsonObject(value)
      ? named(Object.keys(value))
      : named([], ['Expected ui.rules to name a rule for each field']),
  rights: checkRights,
  prefill: readPrefill,
};

/** Messages about a `ui` that has not its form, or that speaks of fields the schema does not have. */
export function checkUi(form: FormDefinition): string[] {
  const { schema, ui } = form;
  if (ui === undefined) return [];
  if (!isJsonObject(ui)) return ['Expected ui to be an object'];
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  const said = Object.entries(ui).flatMap(([part, value]) => {
    const read = Object.hasOwn(parts, part) ? parts[part] : undefined;
    if (read === undefined)
      return [`Expected ui to have only ${Object.keys(parts).join(', ')}, found ${part}`];
    const { names, problems } = read(value, fields, schema);
    const strange = names.filter((name) => !Object.hasOwn(fields, name));
    return [
      ...problems,
      ...strange.map((name) => `Expected ui.${part} to name fields of the schema, found ${name}`),
    ];
  });
  return said.length > 0 ? said : checkRules(form);
}
