import { amountInWords, fieldsOf, itemOf, kindOf, sumsOf, type FileReference } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import { yuanOf } from './money.js';

/** A value as people read it: lines of text, or files to open. */
export interface ShownValue {
  readonly lines: readonly string[];
  readonly files: readonly FileReference[];
}

const lines = (...text: string[]): ShownValue => ({ lines: text.filter((one) => one !== ''), files: [] });
const labelOf = (value: Json, schema: JsonObject): string => {
  const labels = (schema['x-labels'] ?? {}) as Readonly<Record<string, string>>;
  const label = Object.hasOwn(labels, String(value)) ? labels[String(value)] : undefined;
  return label === undefined ? String(value) : `${String(value)} ${label}`;
};
const listOf = (value: Json): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [value];

const listed = (value: Json, textOf: (one: Json) => string): ShownValue =>
  lines(listOf(value).map(textOf).join('、'));
/** As on the day on which it was chosen; a name of before there were pickers as it was typed. */
const nameOfPicked = (one: Json): string =>
  typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : String(one);
const moneyLines = (fen: Json): string[] =>
  typeof fen === 'number' ? [`${yuanOf(fen)} 元`, amountInWords(fen)] : [String(fen)];

/** One object after the other, each field with its title. */
function partsOf(value: Json, schema: JsonObject, root: JsonObject, nameOf: NameOf): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value);
  const fields = fieldsOf(schema, root);
  return Object.entries(value)
    .map(([key, part]) => {
      const field = fields[key] ?? {};
      return `${String(field['title'] ?? key)}：${shownValue(part as Json, field, root, nameOf).lines.join('，')}`;
    })
    .join('；');
}

const sumLines = (schema: JsonObject, value: Json, root: JsonObject): string[] =>
  Object.entries(sumsOf(schema, value)).map(([column, sum]) => {
    const field = fieldsOf(itemOf(schema, root), root)[column] ?? {};
    const amount = field['x-money'] === true ? `${yuanOf(sum)} 元` : String(sum);
    return `${String(field['title'] ?? column)}合计：${amount}`;
  });

function rollLines(value: Json, nameOf: NameOf): string[] {
  const { method, persons, votes, attendance } = value as JsonObject;
  const marked = (listOf(persons ?? []) as readonly JsonObject[]).map(
    ({ id, mark, reason }) =>
      `${nameOf(String(id))} ${String(mark)}${reason === undefined ? '' : `（${String(reason)}）`}`,
  );
  const told = (counts: Json | undefined, titles: Readonly<Record<string, string>>): string =>
    typeof counts === 'object' && counts !== null && !Array.isArray(counts)
      ? Object.entries(counts)
          .map(([key, count]) => `${titles[key] ?? key} ${String(count)}`)
          .join('，')
      : '';
  return [
    `表决方式：${String(method)}`,
    told(attendance, {
      shouldAttend: '应到',
      present: '实到',
      basis: '口径',
      online: '线上参加',
      proxies: '书面委托',
    }),
    told(votes, { yes: '同意', no: '反对', abstain: '弃权' }),
    ...marked,
  ];
}

/** What an id of a person or a unit is called; the id itself where nobody says. */
export type NameOf = (id: string) => string;

/** A value of a form, for the reading view and for print. */
export function shownValue(value: Json, schema: JsonObject, root: JsonObject, nameOf: NameOf): ShownValue {
  const kind = kindOf(schema, root);
  switch (kind) {
    case 'money':
      return lines(...moneyLines(value));
    case 'yes-no':
      return lines(value === true ? '是' : '否');
    case 'choice':
      return lines(labelOf(value, schema));
    case 'choices':
      return listed(value, (one) => labelOf(one, itemOf(schema, root)));
    case 'person':
    case 'people':
    case 'village':
    case 'villages':
      return listed(value, nameOfPicked);
    case 'person-name':
    case 'people-names':
      return listed(value, (id) => nameOf(String(id)));
    case 'file':
    case 'photo':
    case 'signature':
      return { lines: [], files: listOf(value) as unknown as readonly FileReference[] };
    case 'date-range': {
      const { from, to } = value as JsonObject;
      return lines(`${String(from)} 至 ${String(to)}`);
    }
    case 'roll':
      return lines(...rollLines(value, nameOf));
    case 'texts':
    case 'file-names':
      return lines(...listOf(value).map(String));
    case 'lines':
    case 'groups':
      return lines(
        ...listOf(value).map((one) => partsOf(one, itemOf(schema, root), root, nameOf)),
        ...sumLines(schema, value, root),
      );
    case 'section':
      return lines(partsOf(value, schema, root, nameOf));
    default:
      return lines(String(value));
  }
}
