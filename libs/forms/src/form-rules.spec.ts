import type { JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { formsOfLastCases, prefillOf, type PrefillFacts } from './prefill.js';
import { sumsOf } from './check-sums.js';
import { requiredNow } from './required-now.js';
import { matterForm, meetingForm } from './sample-forms.js';
import { hiddenFields } from './ui-rules.js';
import { reviewAnswer, validateSubmission } from './validate-submission.js';

const text = { type: 'string', title: '文字', maxLength: 50 };
const form: FormDefinition = {
  key: 'rules',
  title: '规则',
  schema: {
    type: 'object',
    'x-reader': 'V',
    additionalProperties: false,
    properties: {
      verdict: { type: 'string', title: '意见', enum: ['同意', '退回'] },
      basis: { ...text, title: '依据' },
      note: { ...text, title: '说明' },
      period: {
        type: 'object',
        title: '期间',
        'x-range': true,
        additionalProperties: false,
        required: ['from', 'to'],
        properties: {
          from: { type: 'string', title: '起', format: 'date' },
          to: { type: 'string', title: '止', format: 'date' },
        },
      },
      lines: {
        type: 'array',
        title: '明细',
        maxItems: 9,
        'x-sums': ['fen'],
        items: {
          type: 'object',
          additionalProperties: false,
          properties: { fen: { type: 'integer', title: '金额', minimum: 0, 'x-money': true } },
        },
      },
      total: { type: 'integer', title: '合计', 'x-sum-of': { list: 'lines', column: 'fen' } },
      many: { type: 'integer', title: '条数', 'x-sum-of': { list: 'lines' } },
    },
  },
  ui: {
    rules: {
      basis: { effect: 'SHOW', condition: { scope: '#/properties/verdict', schema: { const: '退回' } } },
      note: {
        effect: 'HIDE',
        condition: {
          type: 'OR',
          conditions: [
            { scope: '#/properties/verdict', schema: { const: '同意' } },
            { scope: '#/properties/total', schema: { minimum: 100 } },
          ],
        },
      },
    },
    rights: { check: { verdict: 'read', total: 'hide', note: 'require' } },
    prefill: { note: 'first/note', basis: 'today' },
  },
};

/** Browser and server: the same answer. */
function problemsOf(data: JsonObject, step?: string): string[] {
  const [server, browser] = [validateSubmission(form, data, step), reviewAnswer(form, data, step)];
  expect(browser).toEqual(server);
  return server.ok ? [] : server.error.map(({ path, message }) => `${path} ${message}`);
}

describe('what a rule shows', () => {
  it.each<[JsonObject, string[]]>([
    [{}, ['basis']],
    [{ verdict: '退回' }, []],
    [{ verdict: '同意' }, ['basis', 'note']],
    [{ verdict: '退回', total: 100 }, ['note']],
    [{ verdict: '退回', total: 99 }, []],
  ])('%j hides %j', (data, hidden) => {
    expect([...hiddenFields(form, data)]).toEqual(hidden);
  });

  it('looks at nothing that is hidden itself, however many rules follow one another', () => {
    const follows = (field: string) => ({
      effect: 'SHOW',
      condition: { scope: `#/properties/${field}`, schema: { type: 'string' } },
    });
    const text = { type: 'string', title: '文字' };
    const chain = {
      ...form,
      schema: { type: 'object', properties: { a: text, b: text, c: text, d: text } },
      ui: { rules: { d: follows('c'), c: follows('b'), b: follows('a') } },
    };
    const once = { b: '乙', c: '丙', d: '丁' };
    expect([...hiddenFields(chain, once)].sort()).toEqual(['b', 'c', 'd']);
    expect([...hiddenFields(chain, { a: '甲', ...once })]).toEqual([]);
  });

  it('is not answered where it is hidden', () => {
    expect(problemsOf({ verdict: '同意', basis: '甲' })).toEqual([
      '/basis 按已填内容不需要填写依据，请删去。',
    ]);
    expect(problemsOf({ verdict: '退回', basis: '甲' })).toEqual([]);
  });
});

describe('the rights of a step', () => {
  it.each<[JsonObject, string | undefined, string[]]>([
    [{ verdict: '退回', note: '甲' }, undefined, []],
    [{ verdict: '退回', note: '甲' }, 'other', []],
    [{ note: '甲', verdict: '退回' }, 'check', ['/verdict 意见在本步骤只供查看，不能填写，请删去。']],
    [{ note: '甲', total: 0 }, 'check', ['/total 表单中没有这一项，请删去后重新提交。']],
    [{}, 'check', ['/note 请填写说明，不超过 50 字。']],
    [{ note: '甲' }, 'check', []],
  ])('%j at %s: %j', (data, step, problems) => expect(problemsOf(data, step)).toEqual(problems));
});

describe('ranges and sums', () => {
  it.each<[JsonObject, string[]]>([
    [{ period: { from: '2026-01-02', to: '2026-01-02' } }, []],
    [{ period: { from: '2026-01-02', to: '2026-01-01' } }, ['/period/to 请更正期间，止日不得早于起日。']],
    [{ lines: [{ fen: 1 }, { fen: 2 }], total: 3 }, []],
    [{ lines: [{ fen: 1 }, {}], total: 3 }, ['/total 合计应等于各项之和，请核对后重新提交。']],
    [{ lines: [{ fen: 1 }, {}], many: 3 }, ['/many 条数应等于所填的条数，请核对后重新提交。']],
    [{ lines: [{ fen: 1 }, {}], many: 2 }, []],
    [{ many: 0 }, []],
    [{ total: 0 }, []],
  ])('%j: %j', (data, problems) => expect(problemsOf(data)).toEqual(problems));
  it('are added up as far as they are', () => {
    const field = (form.schema['properties'] as Record<string, JsonObject>)['lines']!;
    expect(sumsOf(field, [{ fen: 1 }, {}, { fen: 4 }])).toEqual({ fen: 5 });
    expect([sumsOf(field, undefined), sumsOf(text, [])]).toEqual([{ fen: 0 }, {}]);
  });
});

describe('what a form begins with', () => {
  const earlier: PrefillFacts['earlier'] = [
    { form: 'first', data: { note: '一', verdict: '同意' } },
    { form: 'first', data: { note: '二' } },
    { form: 'other', data: { note: '三', verdict: '退回' } },
  ];
  const facts = {
    today: '2026-11-29',
    self: { id: 'me', name: '某' },
    unit: { id: 'v01', name: '柳河村' },
    earlier,
  };
  it('is what it names, the latest, and no decision', () => {
    expect(prefillOf(form, facts)).toEqual({ note: '二', basis: '2026-11-29' });
  });
  it('is what it held when the step was done before, but no decision', () => {
    const before = { form: 'rules', data: { note: '旧', verdict: '同意', lines: [{ fen: 1 }] } };
    expect(prefillOf(form, { ...facts, earlier: [...earlier, before] })).toEqual({
      note: '旧',
      basis: '2026-11-29',
      lines: [{ fen: 1 }],
    });
  });
  it('is what was written on the public page that began the case, before what it names', () => {
    const sent = { note: '网上写的', verdict: '同意', unknown: 'x' };
    expect(prefillOf(form, { ...facts, sent })).toEqual({
      note: '网上写的',
      basis: '2026-11-29',
      verdict: '同意',
    });
  });
  it('is of other cases only what it names of them, the latest that has answered', () => {
    const ui = { prefill: { note: 'last/first/note', basis: 'first/note' } };
    const last = [
      { form: 'first', data: { note: '前年' } },
      { form: 'first', data: { note: '去年' } },
      { form: 'second', data: { note: '别的' } },
    ];
    expect(prefillOf({ ...form, ui }, { ...facts, last })).toEqual({ note: '去年', basis: '二' });
    expect(prefillOf({ ...form, ui }, facts)).toEqual({ basis: '二' });
    expect([formsOfLastCases({ ui }), formsOfLastCases(form), formsOfLastCases({})]).toEqual([
      ['first'],
      [],
      [],
    ]);
  });
  it('is, where it says nothing, what was last said under the same name', () => {
    expect(prefillOf({ ...form, ui: {} }, facts)).toEqual({ note: '三', verdict: '退回' });
  });
});

describe('what an answer must have as it stands', () => {
  it.each<[JsonObject, string[]]>([
    [{}, ['title', 'matterTypes', 'proposedOn', 'source']],
    [{ source: '法定联名' }, ['title', 'matterTypes', 'proposedOn', 'source', 'proposerCount']],
    [{ source: '党员群众建议' }, ['title', 'matterTypes', 'proposedOn', 'source']],
  ])('%j: %j', (data, names) => expect([...requiredNow(matterForm, data)]).toEqual(names));
  it('also by a definition', () => {
    expect([...requiredNow(meetingForm, {})]).toEqual(['survey', 'heldOn', 'present']);
  });
});
