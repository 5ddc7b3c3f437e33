import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { answerOf, groupsOf } from './form-model.js';
import { missingFields, problemsByField, reviewOf } from './missing-fields.js';
import { shownValue } from './value-text.js';

const form: FormDefinition = {
  key: 'review',
  title: '审核',
  schema: {
    type: 'object',
    'x-reader': 'V',
    title: '审核',
    additionalProperties: false,
    required: ['verdict', 'paper'],
    properties: {
      verdict: { type: 'string', title: '意见', enum: ['同意', '退回'] },
      basis: { type: 'string', title: '依据', maxLength: 500, 'x-law': { article: '某法第一条', bar: 10 } },
      fen: { type: 'integer', title: '金额', minimum: 0, 'x-money': true },
      paper: {
        type: 'array',
        title: '材料',
        maxItems: 3,
        minItems: 1,
        'x-file': { kind: 'file', maxBytes: 9 },
        items: { type: 'object', properties: { id: { type: 'string' }, sha256: { type: 'string' } } },
      },
    },
    allOf: [
      {
        if: { properties: { verdict: { const: '退回' } }, required: ['verdict'] },
        then: { required: ['basis'] },
      },
    ],
  },
  ui: {
    groups: [{ title: '意见', fields: ['verdict', 'basis'], help: '先看材料' }],
    rules: {
      basis: { effect: 'SHOW', condition: { scope: '#/properties/verdict', schema: { const: '退回' } } },
    },
  },
};
const step = { form, rights: {} };
const shown = (data: JsonObject, rights = {}) =>
  groupsOf({ form, rights }, data).map(({ title, fields }) => [
    title,
    fields.map(({ key, isRequired }) => `${key}${isRequired ? '!' : ''}`),
  ]);

describe('a form as it is shown', () => {
  it('shows the groups of its file, and the rest below', () => {
    expect(shown({})).toEqual([
      ['意见', ['verdict!']],
      ['审核', ['fen', 'paper!']],
    ]);
  });
  it('shows and asks for what an answer calls for', () => {
    expect(shown({ verdict: '退回' })[0]).toEqual(['意见', ['verdict!', 'basis!']]);
  });
  it('hides and shows by the rights of the step', () => {
    expect(shown({}, { verdict: 'read', fen: 'require', paper: 'hide' })).toEqual([
      ['意见', ['verdict']],
      ['审核', ['fen!']],
    ]);
  });
  it('sends what is shown and written, and nothing else', () => {
    const data = { verdict: '同意', basis: '旧', fen: 5, paper: [] };
    expect(answerOf(step, data)).toEqual({ verdict: '同意', fen: 5 });
    expect(answerOf({ form, rights: { fen: 'read' } }, data)).toEqual({ verdict: '同意' });
  });
  it('names what is missing in the order of the page', () => {
    const problems = problemsByField(reviewOf(step, { verdict: '退回' }, 'check'));
    expect(problems).toEqual({ basis: '请填写依据，不超过 500 字。', paper: '请上传材料，至多 3 项。' });
    expect(missingFields(step, { verdict: '退回' }, problems).map(({ title }) => title)).toEqual([
      '依据',
      '材料',
    ]);
  });
});

describe('a value as it is read', () => {
  const names = (id: string) => ({ a: '叶玉娥' })[id] ?? id;
  const of = (value: never, schema: JsonObject) => shownValue(value, schema, schema, names);
  it.each<[unknown, JsonObject, readonly string[]]>([
    [4_860_000, { type: 'integer', 'x-money': true }, ['48,600.00 元', '肆万捌仟陆佰元整']],
    [true, { type: 'boolean' }, ['是']],
    [2, { type: 'integer', enum: [1, 2], 'x-labels': { 2: '两委商议' } }, ['2 两委商议']],
    [{ id: 'a', name: '叶玉娥' }, { type: 'object', 'x-person': { from: ['town'] } }, ['叶玉娥']],
    [
      [
        { id: 'a', name: '柳河村' },
        { id: 'b', name: '杏林村' },
      ],
      { type: 'array', items: { type: 'object', 'x-village': { from: 'town' } } },
      ['柳河村、杏林村'],
    ],
    [['a', '王某'], { type: 'array', items: { type: 'string', 'x-person': true } }, ['叶玉娥、王某']],
    [
      { from: '2026-01-01', to: '2026-01-15' },
      { type: 'object', 'x-range': true },
      ['2026-01-01 至 2026-01-15'],
    ],
    [
      [{ fen: 100 }, { fen: 50 }],
      {
        type: 'array',
        'x-sums': ['fen'],
        items: { type: 'object', properties: { fen: { type: 'integer', title: '金额', 'x-money': true } } },
      },
      ['金额：1.00 元，壹元整', '金额：0.50 元，伍角整', '金额合计：1.50 元'],
    ],
    [
      { method: '无记名', persons: [{ id: 'a', mark: '到会' }], votes: { yes: 1, no: 0, abstain: 0 } },
      { type: 'object', 'x-roll': true },
      ['表决方式：无记名', '同意 1，反对 0，弃权 0', '叶玉娥 到会'],
    ],
  ])('%j', (value, schema, lines) => {
    expect(of(value as never, schema)).toEqual({ lines, files: [] });
  });
  it('is files to open', () => {
    const files = [{ id: 'x', sha256: 'y' }];
    expect(of(files as never, { type: 'array', 'x-file': { kind: 'photo', maxBytes: 1 } })).toEqual({
      lines: [],
      files,
    });
  });
});
