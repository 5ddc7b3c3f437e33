import { fieldsOf, inFormOrder, itemOf, kindOf, resolveSchema, type FormDefinition } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { PaperField, PaperTable } from '@wuqing/paper';
import { shownMinute } from '../http/shown-moment.js';

/** Names of what a form holds by its id; undefined for what is not known. */
export interface NamesOnPaper {
  readonly person: (id: string) => string | undefined;
  readonly file: (id: string) => string | undefined;
}

interface Reading {
  readonly root: JsonObject;
  readonly names: NamesOnPaper;
}

/** The fields that a reader may see, in the order of their form, as they are written on paper. */
export function paperFields(form: FormDefinition, shown: JsonObject, names: NamesOnPaper): PaperField[] {
  const { schema } = form;
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  return inFormOrder(form, shown).map((key) =>
    paperField(titleOf(key, fields[key]), shown[key]!, fields[key] ?? {}, { root: schema, names }),
  );
}

const titleOf = (key: string, field: JsonObject | undefined): string => String(field?.['title'] ?? key);

function paperField(title: string, value: Json, field: JsonObject, reading: Reading): PaperField {
  const kind = kindOf(field, reading.root);
  if (kind === 'roll') return { title, ...rollOf(value, reading) };
  if ((kind === 'lines' || kind === 'groups') && Array.isArray(value))
    return { title, text: '', table: rowsOf(value as Json[], itemOf(field, reading.root), reading) };
  return { title, text: textOf(value, field, reading) };
}

function rowsOf(rows: readonly Json[], item: JsonObject, reading: Reading): PaperTable {
  const fields = Object.entries(fieldsOf(item, reading.root));
  return {
    head: fields.map(([key, field]) => titleOf(key, field)),
    rows: rows.map((row) =>
      fields.map(([key, field]) => {
        const value = (row as JsonObject | null)?.[key];
        return value === undefined ? '' : textOf(value, field, reading);
      }),
    ),
  };
}

/** A meeting's roll: how it was voted, what was counted by hand, and each person's mark. */
function rollOf(value: Json, { names }: Reading): Omit<PaperField, 'title'> {
  const { method, persons, votes, attendance } = value as JsonObject;
  const counted = { ...(attendance as JsonObject | undefined), ...(votes as JsonObject | undefined) };
  const words = COUNTED.flatMap(([key, title]) =>
    counted[key] === undefined ? [] : [`${title} ${String(counted[key])}`],
  );
  const text = [typeof method === 'string' ? `表决方式：${method}` : '', ...words].filter(
    (part) => part !== '',
  );
  if (!Array.isArray(persons)) return { text: text.join('，') };
  const rows = (persons as JsonObject[]).map(({ id, mark, reason }) => [
    names.person(String(id)) ?? '',
    String(mark ?? ''),
    String(reason ?? ''),
  ]);
  return { text: text.join('，'), table: { head: ['姓名', '记录', '事由'], rows } };
}

const COUNTED = [
  ['shouldAttend', '应到'],
  ['present', '实到'],
  ['basis', '应到依据'],
  ['online', '线上参会'],
  ['proxies', '委托'],
  ['yes', '同意'],
  ['no', '反对'],
  ['abstain', '弃权'],
] as const;

function textOf(value: Json, field: JsonObject, reading: Reading): string {
  if (value === null) return '';
  if (Array.isArray(value)) return listText(value as Json[], field, reading);
  if (typeof value === 'object') return objectText(value as JsonObject, field, reading);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return field['x-money'] === true ? `${yuanOf(value)} 元` : labelled(String(value), field);
  return wordOf(value as string, field, reading);
}

function wordOf(value: string, field: JsonObject, { root, names }: Reading): string {
  const kind = kindOf(field, root);
  if (kind === 'person-name') return names.person(value) ?? value;
  if (kind === 'moment') return momentText(value);
  return labelled(value, field);
}

const labelled = (value: string, field: JsonObject): string => {
  const labels = (field['x-labels'] ?? {}) as Record<string, string>;
  return Object.hasOwn(labels, value) ? `${value} ${labels[value]}` : value;
};

function listText(values: readonly Json[], field: JsonObject, reading: Reading): string {
  if (field['x-file'] !== undefined)
    return values.map((one, at) => fileText(one as JsonObject, at, reading)).join('、');
  const item = itemOf(field, reading.root);
  return values.map((one) => textOf(one, item, reading)).join('、');
}

/** Cases of former days have the name alone, those of today the file itself. */
function fileText(value: JsonObject | string, at: number, { names }: Reading): string {
  if (typeof value === 'string') return value;
  const name = value?.['name'] ?? names.file(String(value?.['id']));
  return typeof name === 'string' ? name : `附件 ${at + 1}`;
}

const isPicked = (field: JsonObject): boolean =>
  field['x-person'] !== undefined || field['x-village'] !== undefined;

function objectText(value: JsonObject, field: JsonObject, reading: Reading): string {
  const { from, to } = value;
  // Called as on the day, whatever he is called now.
  if (isPicked(field)) return String(value['name'] ?? '');
  if (field['x-range'] === true) return `自 ${String(from ?? '')} 至 ${String(to ?? '')}`;
  const told = Object.entries(fieldsOf(field, reading.root)).flatMap(([key, inner]) =>
    value[key] === undefined ? [] : [`${titleOf(key, inner)}：${textOf(value[key], inner, reading)}`],
  );
  return told.join('\n');
}

const FEN_PER_YUAN = 100;

/** 3860000 分 → 「38,600.00」. */
const yuanOf = (fen: number): string => (fen / FEN_PER_YUAN).toFixed(2).replace(/\B(?=(\d{3})+(?=\.))/g, ',');

/** An instant where the township is; a time of day as it stands. */
const momentText = (value: string): string => (Number.isNaN(Date.parse(value)) ? value : shownMinute(value));
