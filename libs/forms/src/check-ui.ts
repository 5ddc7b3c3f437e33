import type { Json } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The field names that `ui` speaks of, or a message where a part has not its form. */
function namesIn(part: string, value: Json): readonly string[] | string {
  if (part === 'order') return isTexts(value) ? value : 'Expected ui.order to be a list of field names';
  if (part === 'widgets' || part === 'help') {
    const isText = isJsonObject(value) && Object.values(value).every((item) => typeof item === 'string');
    return isText ? Object.keys(value) : `Expected ui.${part} to name a text for each field`;
  }
  if (part !== 'groups') return `Expected ui to have only order, widgets, groups and help, found ${part}`;
  const groups = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const whole =
    Array.isArray(value) &&
    groups.length === value.length &&
    groups.every(({ title, fields }) => typeof title === 'string' && isTexts(fields));
  return whole
    ? groups.flatMap(({ fields }) => fields as readonly string[])
    : 'Expected ui.groups to be a list of { title, fields }';
}

/** Messages about a `ui` that has not its form, or that speaks of fields the schema does not have. */
export function checkUi({ schema, ui }: FormDefinition): string[] {
  if (ui === undefined) return [];
  if (!isJsonObject(ui)) return ['Expected ui to be an object'];
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  return Object.entries(ui).flatMap(([part, value]) => {
    const names = namesIn(part, value);
    if (typeof names === 'string') return [names];
    return names
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => `Expected ui.${part} to name fields of the schema, found ${name}`);
  });
}
