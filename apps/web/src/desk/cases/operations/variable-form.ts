import type { VariableChoiceView } from '../../../client/api.js';
import type { FieldSchema } from '../../../forms/form-definition.js';
import { fieldsOf, type Field } from '../../../forms/fields.js';
import { tells } from '../../../words/operation.words.js';

/** What a variable that no form asks for may hold, as the operator says. */
export const kinds = { string: tells.text, number: tells.number, boolean: tells.yesNo } as const;
export type Kind = keyof typeof kinds;

/** One field a variable, as its form has it; nothing is required, for what is left empty is left as it is. */
export function variableFields(
  chosen: readonly VariableChoiceView[],
  kindOf: Readonly<Record<string, Kind>>,
): Field[] {
  const properties = Object.fromEntries(
    chosen.map(({ name, title, schema, isSet }): [string, FieldSchema] => [
      name,
      { type: kindOf[name] ?? 'string', ...schema, title, description: isSet ? tells.isSet : tells.isNotSet },
    ]),
  );
  return fieldsOf({ key: 'variables', title: '', schema: { properties } });
}
