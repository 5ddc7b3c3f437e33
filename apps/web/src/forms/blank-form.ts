import { fieldsOf, itemOf, type FieldKind, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { formWords } from '../words/form.words.js';
import { groupsOf, type ShownField } from './form-model.js';
import { optionsOf } from './options-of.js';
import type { ReadField, ReadGroup } from './reading.js';
import type { MeetingRoll } from './roll-state.js';

const BOX = '□ ';
const GAP = '　　';
const DAY = '＿＿＿＿年＿＿月＿＿日';
const ROWS_OF_LIST = 4;
const MARKS = ['同意', '反对', '弃权', '回避', '未到'] as const;

type Blank = Pick<ReadField, 'lines' | 'ruled'>;

const ticks = (labels: readonly string[]): Blank => ({
  lines: [labels.map((label) => BOX + label).join(GAP)],
});
const ruled = (count: number): Blank => ({ lines: [], ruled: count });
const labelsOf = (schema: JsonObject): string[] => optionsOf(schema).map(({ label }) => label);

/** The titles of what one row of a list asks for, each with room behind it. */
const columns = (schema: JsonObject, root: JsonObject): string =>
  Object.entries(fieldsOf(schema, root))
    .map(([key, part]) => `${String(part['title'] ?? key)}：＿＿＿＿`)
    .join(GAP);

const rollLines = (roll: MeetingRoll | null): Blank =>
  roll === null || roll.persons.length === 0
    ? ruled(ROWS_OF_LIST)
    : { lines: roll.persons.map(({ name }) => [name, ...MARKS.map((mark) => BOX + mark)].join(GAP)) };

/** How each kind of field is filled in by hand; what is not named takes one line. */
const BLANKS: Partial<Record<FieldKind, (field: ShownField, roll: MeetingRoll | null) => Blank>> = {
  'long-text': () => ruled(ROWS_OF_LIST),
  texts: () => ruled(ROWS_OF_LIST),
  people: () => ruled(2),
  villages: () => ruled(2),
  'people-names': () => ruled(2),
  money: () => ({ lines: [formWords.blankMoney] }),
  date: () => ({ lines: [DAY] }),
  'date-range': () => ({ lines: [`${DAY} 至 ${DAY}`] }),
  'yes-no': () => ticks([formWords.yes, formWords.no]),
  choice: ({ schema }) => ticks(labelsOf(schema)),
  choices: ({ schema, root }) => ticks(labelsOf(itemOf(schema, root))),
  file: () => ({ lines: [formWords.blankFiles] }),
  photo: () => ({ lines: [formWords.blankFiles] }),
  signature: () => ruled(2),
  roll: (_field, roll) => rollLines(roll),
  section: ({ schema, root }) => ({ lines: [columns(schema, root)] }),
  lines: ({ schema, root }) => ({ lines: Array(ROWS_OF_LIST).fill(columns(itemOf(schema, root), root)) }),
  groups: ({ schema, root }) => ({ lines: Array(ROWS_OF_LIST).fill(columns(itemOf(schema, root), root)) }),
};

/**
 * A form to be filled in by hand: every field that the form has, also those that a page shows only in a certain case. `roll`: of
 * the meeting that the step records, where it is known.
 */
export function blankOf(form: FormDefinition, roll: MeetingRoll | null): ReadGroup[] {
  const { rules, ...ui } = (form.ui ?? {}) as JsonObject;
  const conditional = new Set(Object.keys((rules ?? {}) as JsonObject));
  return groupsOf({ form: { ...form, ui }, rights: {} }, {}).map(({ title, fields }) => ({
    title,
    fields: fields.map((field) => ({
      key: field.key,
      title: conditional.has(field.key) ? `${field.title}${formWords.ifAny}` : field.title,
      files: [],
      ...(BLANKS[field.kind]?.(field, roll) ?? ruled(1)),
    })),
  }));
}
