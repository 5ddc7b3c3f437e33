import type { JsonObject } from '@wuqing/kernel';
import { checkForm } from './check-form.js';
import { kindOf, type FieldKind } from './field-kind.js';
import { fileFieldsOf, filesIn } from './file-field.js';
import { pickFieldsOf, picksIn } from './pick-field.js';
import { rollFieldOf } from './roll-field.js';
import { fileItem } from './sample-forms.js';
import { pickShape, rangeShape, rollShape } from './shapes.js';

const file = { type: 'array', title: '材料', maxItems: 3, items: { $ref: '#/$defs/file' } };
const titled = (shape: JsonObject): JsonObject => {
  const parts = Object.entries((shape['properties'] ?? {}) as Record<string, JsonObject>).map(
    ([key, part]) => [key, { ...titled(part), title: '一项' }] as const,
  );
  const items = shape['items'] as JsonObject | undefined;
  return {
    ...shape,
    ...(parts.length > 0 && { properties: Object.fromEntries(parts) }),
    ...(items !== undefined && { items: titled(items) }),
  };
};
const range = { ...titled(rangeShape), title: '期间', 'x-range': true };
const pick = { ...titled(pickShape), title: '经办人' };
const roll = { ...titled(rollShape), title: '到会与表决', 'x-roll': true };
const lines = {
  type: 'array',
  title: '明细',
  maxItems: 50,
  'x-sums': ['amountFen'],
  items: {
    type: 'object',
    additionalProperties: false,
    properties: { amountFen: { type: 'integer', title: '金额', minimum: 0, 'x-money': true } },
  },
};
const text = { type: 'string', title: '文字', maxLength: 50 };

const kinds: readonly (readonly [FieldKind, JsonObject])[] = [
  ['text', text],
  ['long-text', { ...text, maxLength: 301 }],
  ['number', { type: 'integer', title: '人数', minimum: 0 }],
  ['money', { type: 'integer', title: '金额', minimum: 0, 'x-money': true }],
  ['date', { type: 'string', title: '日期', format: 'date' }],
  ['date-range', range],
  ['moment', { type: 'string', title: '时刻', format: 'date-time' }],
  ['choice', { type: 'string', title: '意见', enum: ['同意', '退回'] }],
  ['choice', { type: 'integer', title: '第几步', enum: [1, 2], 'x-labels': { 1: '提议' } }],
  ['choices', { type: 'array', title: '类型', maxItems: 3, items: { type: 'string', enum: ['甲'] } }],
  ['yes-no', { type: 'boolean', title: '是否' }],
  ['person', { ...pick, 'x-person': { from: ['villagers', 'office:jingguan'], positions: ['office-head'] } }],
  [
    'people',
    { type: 'array', title: '人员', maxItems: 3, items: { ...pick, 'x-person': { from: ['town'] } } },
  ],
  ['village', { ...pick, 'x-village': { from: 'town' } }],
  [
    'villages',
    { type: 'array', title: '村', maxItems: 3, items: { ...pick, 'x-village': { from: 'branch' } } },
  ],
  ['file', { ...file, 'x-file': { kind: 'file', maxBytes: 1 } }],
  ['photo', { ...file, 'x-file': { kind: 'photo', maxBytes: 1 } }],
  ['signature', { ...file, maxItems: 1, 'x-file': { kind: 'signature', maxBytes: 1 } }],
  ['texts', { type: 'array', title: '进展', maxItems: 3, items: { type: 'string', maxLength: 9 } }],
  ['lines', lines],
  ['groups', { ...lines, 'x-sums': undefined as never }],
  ['section', { type: 'object', title: '组', additionalProperties: false, properties: { a: text } }],
  ['roll', roll],
];

const formOf = (properties: JsonObject, ui: JsonObject = {}) => ({
  key: 'kinds',
  title: '各种字段',
  schema: JSON.parse(
    JSON.stringify({
      type: 'object',
      'x-reader': 'V',
      additionalProperties: false,
      properties,
      $defs: { file: fileItem },
    }),
  ) as JsonObject,
  ui,
});

describe('a field of each kind', () => {
  it.each(kinds)('%s is told by its schema, and a form may have it', (kind, field) => {
    const form = formOf({ field });
    const [plain] = Object.values(form.schema['properties'] as Record<string, JsonObject>);
    expect(kindOf(plain!, form.schema)).toBe(kind);
    expect(checkForm(form)).toEqual([]);
  });
});

describe('a form with what nobody reads', () => {
  const photo = { ...file, 'x-file': { kind: 'photo', maxBytes: 1 } };
  it.each<[string, JsonObject, JsonObject, string]>([
    [
      'a paper by name',
      { a: { ...file, items: { ...text, 'x-attachment': true } } },
      {},
      'Expected x-file of a instead of x-attachment',
    ],
    [
      'an unknown kind of file',
      { a: { ...file, 'x-file': { kind: 'video', maxBytes: 1 } } },
      {},
      "Expected a schema that ajv's strict mode accepts",
    ],
    [
      'a file of another shape',
      { a: { ...photo, items: text } },
      {},
      'Expected items of a to be { id, sha256 }',
    ],
    [
      'a file below',
      { a: { type: 'object', title: '组', additionalProperties: false, properties: { b: photo } } },
      {},
      'Expected a.b with x-file at the top of the form',
    ],
    [
      'a roll of another shape',
      { a: { ...roll, required: ['method'] } },
      {},
      'Expected a to have the shape of a roll',
    ],
    [
      'a person by name',
      { a: { ...text, 'x-person': true } },
      {},
      'Expected x-person of a to say where people are chosen from',
    ],
    [
      'people by name',
      { a: { type: 'array', title: '人员', maxItems: 3, items: { ...text, 'x-person': true } } },
      {},
      'Expected x-person of a to say where people are chosen from',
    ],
    [
      'people from nowhere',
      { a: { ...pick, 'x-person': { from: ['moon'] } } },
      {},
      "Expected a schema that ajv's strict mode accepts",
    ],
    [
      'a person of another shape',
      { a: { ...pick, required: ['id'], 'x-person': { from: ['town'] } } },
      {},
      'Expected a to hold { id, name }',
    ],
    [
      'a person below',
      {
        a: {
          type: 'object',
          title: '组',
          additionalProperties: false,
          properties: { b: { ...pick, 'x-person': { from: ['town'] } } },
        },
      },
      {},
      'Expected a.b with x-person at the top of the form',
    ],
    ['two rolls', { a: roll, b: roll }, {}, 'Expected one roll in a form'],
    ['a range without an end', { a: { ...range, required: ['from'] } }, {}, 'Expected a to be { from, to }'],
    [
      'a sum of texts',
      { a: { ...lines, 'x-sums': ['b'] } },
      {},
      'Expected x-sums of a to name whole numbers of its items, found b',
    ],
    [
      'a sum of nothing',
      { a: lines, b: { type: 'integer', title: '合计', 'x-sum-of': { list: 'a', column: 'c' } } },
      {},
      'Expected x-sum-of of b to be a whole number',
    ],
    [
      'a number of entries of no list',
      { a: text, b: { type: 'integer', title: '条数', 'x-sum-of': { list: 'a' } } },
      {},
      'Expected x-sum-of of b to be a whole number',
    ],
    [
      'a keyword that the browser does not judge',
      { a: { ...text, allOf: [{ propertyNames: { maxLength: 1 } }] } },
      {},
      'Expected a form without the keyword propertyNames',
    ],
    [
      'a widget that does not fit',
      { a: text },
      { widgets: { a: 'radio' } },
      'Expected a widget that shows a, found radio',
    ],
    [
      'a rule that looks at itself',
      { a: text },
      { rules: { a: { effect: 'SHOW', condition: { scope: '#/properties/a', schema: {} } } } },
      'Expected the rule of a to look at another field',
    ],
    [
      'an effect that is none',
      { a: text, b: text },
      { rules: { a: { effect: 'ENABLE', condition: { scope: '#/properties/b', schema: {} } } } },
      'Expected the effect of a to be SHOW or HIDE',
    ],
    [
      'a right that is none',
      { a: text },
      { rights: { step: { a: 'write' } } },
      'Expected the right of a at step to be edit, read, hide, require, found write',
    ],
    [
      'a right to no field',
      { a: text },
      { rights: { step: { b: 'read' } } },
      'Expected ui.rights to name fields of the schema, found b',
    ],
    [
      'a prefill from nowhere',
      { a: text },
      { prefill: { a: 'clock' } },
      'Expected the prefill of a to be today, self, unit, form/field or last/form/field, found clock',
    ],
    [
      'a field in two groups',
      { a: text },
      { groups: [{ title: '甲', fields: ['a', 'a'] }] },
      'Expected a in one group of ui.groups',
    ],
  ])('%s', (_what, properties, ui, message) => {
    const problems = checkForm(formOf(properties, ui));
    expect(problems.filter((problem) => problem.startsWith(message))).toHaveLength(1);
  });
});

describe('the fields of files', () => {
  const form = formOf({
    paper: { ...file, minItems: 1, 'x-file': { kind: 'file', maxBytes: 9, accept: ['pdf'] } },
    photo: { ...file, 'x-file': { kind: 'photo', maxBytes: 5 } },
    note: text,
  });
  it('are listed with their limits', () => {
    expect(fileFieldsOf(form)).toEqual([
      { key: 'paper', title: '材料', kind: 'file', maxBytes: 9, minCount: 1, maxCount: 3, accept: ['pdf'] },
      {
        key: 'photo',
        title: '材料',
        kind: 'photo',
        maxBytes: 5,
        minCount: 0,
        maxCount: 3,
        accept: ['image'],
      },
    ]);
  });
  it('hold the files of an answer', () => {
    const files = [{ id: '018f0000-0000-7000-8000-000000000000', sha256: 'a'.repeat(64) }];
    expect(filesIn(form, { photo: files, note: 'x' })).toMatchObject([{ field: { key: 'photo' }, files }]);
  });
  it('are none of a meeting', () => {
    expect([rollFieldOf(form), rollFieldOf(formOf({ meeting: roll }))]).toEqual([null, 'meeting']);
  });
});

describe('who is chosen', () => {
  const form = formOf({
    by: { ...pick, 'x-person': { from: ['town'], positions: ['town-deputy'] } },
    among: {
      type: 'array',
      title: '涉及村',
      maxItems: 3,
      items: { ...pick, 'x-village': { from: 'branch' } },
    },
    note: text,
  });
  it('is chosen from where the field says', () => {
    expect(pickFieldsOf(form)).toEqual([
      {
        key: 'by',
        title: '经办人',
        of: 'person',
        isList: false,
        from: ['town'],
        positions: ['town-deputy'],
      },
      { key: 'among', title: '涉及村', of: 'village', isList: true, from: ['branch'], positions: null },
    ]);
  });
  it('is found in an answer, each at its place', () => {
    const [one, other] = ['甲', '乙'].map((name) => ({ id: `id of ${name}`, name }));
    expect(picksIn(form, { by: one!, among: [other!, one!], note: 'x' })).toMatchObject([
      { field: { key: 'by' }, path: '/by', picked: one },
      { field: { key: 'among' }, path: '/among/0', picked: other },
      { field: { key: 'among' }, path: '/among/1', picked: one },
    ]);
  });
  it('is none where nobody was', () => expect(picksIn(form, { note: 'x' })).toEqual([]));
});
