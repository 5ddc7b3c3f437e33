import * as fc from 'fast-check';
import { answerLimits } from './plain-answer.js';
import { matterForm, meetingForm } from './sample-forms.js';
import { validateSubmission } from './validate-submission.js';

const good = {
  title: '硬化道路',
  matterTypes: ['A3'],
  proposedOn: '2026-08-24',
  source: '党员群众建议',
  amountFen: 3_860_000,
};

const problemsOf = (data: unknown, form = matterForm) => {
  const result = validateSubmission(form, data);
  return result.ok ? [] : result.error;
};

describe('a right answer', () => {
  it('comes back as a fresh, equal copy', () => {
    const result = validateSubmission(matterForm, good);
    expect(result).toEqual({ ok: true, value: good });
    expect(result.ok && result.value).not.toBe(good);
  });

  it('may use fields of a definition', () => {
    expect(problemsOf({ heldOn: '2026-08-25', present: 5, survey: '走访了 20 户' }, meetingForm)).toEqual([]);
  });

  it('is judged alike by an equal form', () => {
    expect(problemsOf(good, structuredClone(matterForm))).toEqual([]);
  });
});

describe('a wrong answer', () => {
  const rows: [string, object, string, string, string][] = [
    ['missing text', { title: undefined }, '/title', 'required', '请填写事项名称，不超过 100 字。'],
    ['empty text', { title: '' }, '/title', 'minLength', '请填写事项名称，不超过 100 字。'],
    [
      'text of a sign that combines with nothing',
      { title: '\u0301' },
      '/title',
      'minLength',
      '请填写事项名称，不超过 100 字。',
    ],
    [
      'text of zero width',
      { title: '\u200b\u2060' },
      '/title',
      'minLength',
      '请填写事项名称，不超过 100 字。',
    ],
    ['blank text', { title: ' \t' }, '/title', 'minLength', '请填写事项名称，不超过 100 字。'],
    ['long text', { title: '路'.repeat(101) }, '/title', 'maxLength', '请更正事项名称，不超过 100 字。'],
    ['text that is a number', { title: 5 }, '/title', 'type', '请更正事项名称，不超过 100 字。'],
    ['empty list', { matterTypes: [] }, '/matterTypes', 'minItems', '请选择事项类型，至多 20 项。'],
    [
      'list with a repetition',
      { matterTypes: ['A3', 'A3'] },
      '/matterTypes',
      'uniqueItems',
      '请删去事项类型中重复的项。',
    ],
    [
      'choice of a list',
      { matterTypes: ['C9'] },
      '/matterTypes/0',
      'enum',
      '请更正此项，应为“A3”“A4”“B10”之一。',
    ],
    ['choice', { source: '上级' }, '/source', 'enum', '请更正动议来源，应为“党员群众建议”“法定联名”之一。'],
    [
      'missing choice',
      { source: undefined },
      '/source',
      'required',
      '请选择动议来源，应为“党员群众建议”“法定联名”之一。',
    ],
    [
      'money as text',
      { amountFen: '38600' },
      '/amountFen',
      'type',
      '请更正金额，应为不小于 0 的金额（元），最多两位小数。',
    ],
    [
      'money below zero',
      { amountFen: -1 },
      '/amountFen',
      'minimum',
      '请更正金额，应为不小于 0 的金额（元），最多两位小数。',
    ],
    [
      'money with a fraction',
      { amountFen: 0.5 },
      '/amountFen',
      'type',
      '请更正金额，应为不小于 0 的金额（元），最多两位小数。',
    ],
    [
      'a day that is none',
      { proposedOn: '2026-02-30' },
      '/proposedOn',
      'format',
      '请更正动议日，格式为 2026-01-31。',
    ],
    ['yes or no as text', { urgent: 'true' }, '/urgent', 'type', '请更正是否紧急，应为是或否。'],
    [
      'what a branch asks for',
      { source: '法定联名' },
      '/proposerCount',
      'required',
      '请填写联名人数，应为 1 到 9999 之间的整数。',
    ],
    [
      'too much of a number',
      { proposerCount: 10_000 },
      '/proposerCount',
      'maximum',
      '请更正联名人数，应为 1 到 9999 之间的整数。',
    ],
    [
      'a field of a list',
      { relatedParties: [{}] },
      '/relatedParties/0/name',
      'required',
      '请填写姓名，不超过 50 字。',
    ],
    [
      'a pattern',
      { relatedParties: [{ name: '张三', phone: '12' }] },
      '/relatedParties/0/phone',
      'pattern',
      '请按要求填写电话：11 位手机号。',
    ],
    ['a file that is none', { papers: ['x'] }, '/papers/0', 'type', '请重新填写文件。'],
    [
      'too many files',
      {
        papers: Array.from({ length: 11 }, (_, i) => ({
          id: `018f0000-0000-7000-8000-0000000000${10 + i}`,
          sha256: 'a'.repeat(64),
        })),
      },
      '/papers',
      'maxItems',
      '请更正材料，至多 10 项。',
    ],
    [
      'an unknown field',
      { passed: true },
      '/passed',
      'additionalProperties',
      '表单中没有这一项，请删去后重新提交。',
    ],
    [
      'an unknown field with odd letters',
      { 'a/b~c': 1 },
      '/a~1b~0c',
      'additionalProperties',
      '表单中没有这一项，请删去后重新提交。',
    ],
  ];
  it.each(rows)('%s', (_name, over, path, keyword, message) => {
    const { undefinedKeys, ...data } = Object.entries({ ...good, ...over }).reduce<Record<string, unknown>>(
      (kept, [key, value]) => (value === undefined ? kept : { ...kept, [key]: value }),
      {},
    );
    expect(undefinedKeys).toBeUndefined();
    expect(problemsOf(data)).toEqual([{ path, keyword, message }]);
  });

  it('is told everything at once, once a field', () => {
    expect(problemsOf({}).map((problem) => problem.path)).toEqual([
      '/title',
      '/matterTypes',
      '/proposedOn',
      '/source',
    ]);
  });

  it('is told of fields of a definition', () => {
    expect(problemsOf({ survey: '好', present: -1, extra: 1 }, meetingForm)).toEqual([
      { path: '/heldOn', keyword: 'required', message: '请填写会议日期，格式为 2026-01-31。' },
      { path: '/present', keyword: 'minimum', message: '请更正实到，应为不小于 0 的整数。' },
      { path: '/extra', keyword: 'unevaluatedProperties', message: '表单中没有这一项，请删去后重新提交。' },
    ]);
  });
});

describe('a hostile answer', () => {
  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  class Answer {
    readonly title = '路';
  }
  const rows: [string, unknown, string][] = [
    ['no object', 'text', 'type'],
    ['null', null, 'type'],
    ['a list', [good], 'type'],
    ['nothing', undefined, 'json'],
    ['too deep', deep(answerLimits.depthMax + 2), 'depth'],
    ['very deep', deep(3000), 'depth'],
    ['circular', cycle, 'depth'],
    ['too many values', { papers: Array.from({ length: answerLimits.valuesMax }, () => 1) }, 'size'],
    ['too long', { title: 'x'.repeat(answerLimits.lettersMax + 1) }, 'size'],
    ['__proto__', JSON.parse('{"__proto__":{"passed":true}}'), 'key'],
    ['constructor', { constructor: { prototype: {} } }, 'key'],
    ['a function', { title: () => '路' }, 'json'],
    ['a Date', { proposedOn: new Date(0) }, 'json'],
    ['an instance', new Answer(), 'json'],
    ['NaN', { amountFen: NaN }, 'json'],
    ['infinity', { amountFen: Infinity }, 'json'],
    ['U+0000', { title: 'a\u0000b' }, 'text'],
    ['half a letter', { title: '\ud800' }, 'text'],
    ['the other half', { title: 'a\udc00' }, 'text'],
    ['U+0000 in a key', { 'a\u0000': 1 }, 'text'],
  ];
  it.each(rows)('%s', (_name, data, keyword) => {
    const problems = problemsOf(data);
    expect(problems.map((problem) => problem.keyword)).toEqual([keyword]);
    expect(problems[0]?.message).toMatch(/^\p{Script=Han}.*。$/u);
    expect(({} as Record<string, unknown>)['passed']).toBeUndefined();
  });

  it('with whole emoji is none', () => {
    expect(problemsOf({ ...good, title: '修路👍' })).toEqual([]);
  });

  it('of any JSON gets sentences, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        for (const problem of problemsOf(data))
          expect(problem.message).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u);
      }),
    );
  });
});

describe('a form that was never checked', () => {
  it('is a bug', () => {
    const form = { key: 'x', title: '表', schema: { type: 'object', nonsense: true } };
    expect(() => validateSubmission(form, {})).toThrow('Expected a form that was checked before');
  });
});
