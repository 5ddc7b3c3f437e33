import fc from 'fast-check';
import { checkDates, type DateContext } from './check-dates.js';
import { checkForm } from './check-form.js';
import type { FormDefinition } from './form-definition.js';

const context: DateContext = { caseBeganOn: '2026-08-24', openedOn: '2026-09-10', today: '2026-09-15' };
const date = (rule: object) => ({ type: 'string', title: '会议日期', format: 'date', 'x-date': rule });
const formOf = (rule: object): FormDefinition => ({
  key: 'meeting',
  title: '会议',
  schema: {
    type: 'object',
    'x-reader': 'V',
    additionalProperties: false,
    properties: {
      on: date(rule),
      papers: {
        type: 'array',
        title: '材料',
        maxItems: 3,
        items: {
          type: 'object',
          title: '一份',
          additionalProperties: false,
          properties: { on: date(rule) },
        },
      },
    },
  } as FormDefinition['schema'],
});
const said = (rule: object, on: string): string => {
  const { problems, pastEntries } = checkDates(formOf(rule), { on }, context);
  return [...problems.map(({ message }) => message), ...pastEntries.map(({ day }) => `补录 ${day}`)].join();
};
const happened = { is: 'happened' };

describe('the dates of a form', () => {
  it.each<[string, object, string, string]>([
    ['what happened today', happened, '2026-09-15', ''],
    ['what happened when the step opened', happened, '2026-09-10', ''],
    ['what happened tomorrow', happened, '2026-09-16', '不得晚于今天（2026-09-15）'],
    ['what happened in a hundred years', happened, '2126-09-15', '不得晚于今天'],
    ['what happened before the step opened', happened, '2026-09-09', '补录 2026-09-09'],
    ['what happened when the case began', happened, '2026-08-24', '补录 2026-08-24'],
    ['what happened before there was a case', happened, '2026-08-23', '应在事项发起之日（2026-08-24）至今天'],
    ['what happened years ago', happened, '2019-09-15', '应在事项发起之日'],
    [
      'what may never be entered afterwards',
      { ...happened, early: 'never' },
      '2026-09-09',
      '应在本步骤开始之日',
    ],
    ['what is free', { ...happened, early: 'free', back: 30 }, '2026-08-11', ''],
    [
      'what is free and too long ago',
      { ...happened, early: 'free', back: 30 },
      '2026-08-10',
      '不得早于 2026-08-11',
    ],
    ['what is free and to come', { ...happened, early: 'free' }, '2026-09-16', '不得晚于今天'],
    ['a plan', { is: 'planned', ahead: 90 }, '2026-12-14', ''],
    ['a plan too far ahead', { is: 'planned', ahead: 90 }, '2026-12-15', '至 2026-12-14 之间'],
    ['a plan for the past', { is: 'planned' }, '2026-09-09', '应在本步骤开始之日（2026-09-10）'],
    ['a day that a paper names', { is: 'stated' }, '1999-01-01', ''],
  ])('%s', (_what, rule, on, words) =>
    words === '' ? expect(said(rule, on)).toBe('') : expect(said(rule, on)).toContain(words),
  );

  it('are found wherever they stand', () => {
    const data = { papers: [{ on: '2026-09-15' }, { on: '2126-01-01' }] };
    expect(checkDates(formOf(happened), data, context).problems.map(({ path }) => path)).toEqual([
      '/papers/1/on',
    ]);
  });

  it('are never beyond today where they happened, nor before the case, whatever is entered', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (at) => {
          const on = at.toISOString().slice(0, 10);
          const { problems, pastEntries } = checkDates(formOf(happened), { on }, context);
          if (problems.length > 0) return;
          expect(on >= context.caseBeganOn && on <= context.today).toBe(true);
          expect(pastEntries.length).toBe(on < context.openedOn ? 1 : 0);
        },
      ),
    );
  });

  it.each([
    ['none', {}],
    ['another kind', { is: 'maybe' }],
    ['another word', { is: 'happened', earlier: 'never' }],
  ])('are refused at publication with a declaration of %s', (_what, rule) =>
    expect(checkForm(formOf(rule))).not.toEqual([]),
  );
});
