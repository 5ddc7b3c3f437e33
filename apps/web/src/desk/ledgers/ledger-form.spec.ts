import type { LedgerKindView, LedgerRowView } from '../../client/api.js';
import { groupsOf } from '../../forms/form-model.js';
import { fieldProblems, patchOf, writingForm } from './ledger-form.js';
import { proposalOf } from './proposal-of.js';
import { besideKey, changedTexts, formOf, rowTitle } from './ledger-values.js';

const text = (title: string, more = {}) => ({ type: 'string', title, minLength: 1, maxLength: 20, ...more });
const kind = {
  key: 'seats',
  title: '席位登记簿',
  keyFields: ['no'],
  schema: {
    type: 'object',
    title: '席位',
    'x-reader': 'V',
    additionalProperties: false,
    required: ['no', 'phone', 'secret'],
    properties: {
      no: text('编号'),
      holder: text('姓名'),
      phone: text('电话', { 'x-reader': 'T', 'x-mask': 'phone' }),
      secret: text('密', { 'x-reader': 'N' }),
    },
  },
  states: [
    { key: 'seated', title: '在任', ends: false },
    { key: 'left', title: '离任', ends: true },
  ],
  ui: { order: ['holder', 'no', 'phone', 'secret'] },
} as unknown as LedgerKindView;
const shown = { no: '1', holder: '王芳', phone: '138****5678' };

describe('a form in which a row is written', () => {
  it('of a new row asks for everything', () => {
    const { step, initial } = writingForm(formOf(kind), undefined);
    const [group] = groupsOf(step, initial);
    expect(group?.fields.map(({ key, isRequired }) => [key, isRequired])).toEqual([
      ['holder', false],
      ['no', true],
      ['phone', true],
      ['secret', true],
    ]);
  });

  it('begins with what is seen, says what is shortened, and leaves out what is not seen', () => {
    const { step, initial } = writingForm(formOf(kind), shown);
    expect(initial).toEqual({ no: '1', holder: '王芳' });
    const [group] = groupsOf(step, initial);
    expect(group?.fields.map(({ key, isRequired, help }) => [key, isRequired, help])).toEqual([
      ['holder', false, undefined],
      ['no', true, undefined],
      ['phone', false, '现为 138****5678，不改请留空。'],
    ]);
  });

  it.each([
    [{ a: 1, b: [1] }, { a: 1, b: [1] }, {}],
    [{ a: 1 }, { a: 2, b: 'x' }, { a: 2, b: 'x' }],
    [{ a: 1, b: 'x' }, { a: 1 }, { b: null }],
  ])('of %j written as %j sends %j', (initial, answer, patch) =>
    expect(patchOf(initial, answer)).toEqual(patch),
  );

  it('shows a refusal at its field', () =>
    expect(fieldProblems([{ path: '/write/data/no' }, { path: '/write/reason' }, { path: '/row' }])).toEqual([
      { path: '/no' },
    ]));
});

describe('a row as it is read', () => {
  it('is called by its key, with the rest beside it in the form’s order', () => {
    expect(rowTitle(kind, shown)).toBe('1');
    expect(rowTitle(kind, {})).toBe('席位登记簿');
    expect(besideKey(kind, shown, 1)).toEqual([{ key: 'holder', title: '姓名', text: '王芳' }]);
  });

  it('tells what differs between two versions', () =>
    expect(changedTexts(kind, shown, { no: '1', holder: '李强', secret: '甲' })).toEqual([
      { key: 'holder', title: '姓名', before: '王芳', after: '李强' },
      { key: 'phone', title: '电话', before: '138****5678', after: undefined },
      { key: 'secret', title: '密', before: undefined, after: '甲' },
    ]));
});

describe('what is sent', () => {
  const row = { id: 'r', unitId: 'u', version: 3, state: 'seated', endedFrom: null } as LedgerRowView;
  const over = { ...row, state: 'left', endedFrom: '2026-08-01' };
  const beside = { unitId: 'u', reason: ' 更名 ' };

  it('begins a row without a version', () =>
    expect(proposalOf({ kind, act: 'enter' }, beside, { no: '1' })).toEqual({
      unitId: 'u',
      write: { act: 'enter', data: { no: '1' }, reason: '更名' },
    }));

  it.each([
    [row, 'change', {}, { holder: '甲' }, { data: { holder: '甲' }, expects: 3 }],
    [row, 'change', { state: 'seated' }, {}, { state: 'seated', data: {} }],
    [over, 'correct', { endedFrom: '2026-09-01' }, {}, { endedFrom: '2026-09-01', data: {} }],
    [
      row,
      'correct',
      { state: 'left', endedFrom: '2026-09-01' },
      {},
      { state: 'left', endedFrom: '2026-09-01' },
    ],
  ] as const)('of %j by %s with %j and %j', (of, act, more, data, write) =>
    expect(proposalOf({ kind, act, row: of }, { ...beside, ...more }, data)).toMatchObject({
      row: 'r',
      write: { act, ...write },
    }),
  );

  it.each([
    [row, 'change', {}],
    [over, 'correct', { endedFrom: '2026-08-01' }],
    [row, 'correct', { endedFrom: '2026-08-01' }],
  ] as const)('is nothing where nothing changes: %j, %s, %j', (of, act, more) =>
    expect(proposalOf({ kind, act, row: of }, { ...beside, ...more }, {})).toBeUndefined(),
  );
});
