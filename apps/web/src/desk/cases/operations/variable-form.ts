import { kindOf, type FieldKind } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { VariableChoiceView } from '../../../client/api.js';
import type { ShownField } from '../../../forms/form-model.js';
import { tells } from '../../../words/operation.words.js';

/** What a variable that no form asks for may hold, as the operator says. */
export const kinds = { string: tells.text, number: tells.number, boolean: tells.yesNo } as const;
export type Kind = keyof typeof kinds;

const WRITTEN: readonly FieldKind[] = [
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'texts',
];

/** Lists of people or files are written one a line here, rolls and the like as text: the server says what it expects. */
function writtenKind(schema: JsonObject): FieldKind {
  const kind = kindOf(schema, schema);
  if (kind !== null && WRITTEN.includes(kind)) return kind;
  return schema['type'] === 'array' ? 'texts' : 'text';
}

/** One field a variable, as its form has it; nothing is required, for what is left empty is left as it is. */
export const variableFields = (
  chosen: readonly VariableChoiceView[],
  kindsOf: Readonly<Record<string, Kind>>,
): ShownField[] =>
  chosen.map(({ name, title, schema: asked, isSet }) => {
    const schema = { type: kindsOf[name] ?? 'string', ...(asked as JsonObject | null) };
    return {
      key: name,
      title,
      schema,
      root: schema,
      kind: writtenKind(schema),
      isRequired: false,
      right: 'edit',
      help: isSet ? tells.isSet : tells.isNotSet,
    };
  });

/** Text that is no number stays text: the server's sentence is better than a silent gap. */
export const numberOf = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
