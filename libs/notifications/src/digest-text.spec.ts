import { digestSentence, digestText } from './digest-text.js';

const none = { open: 0, late: 0, dueToday: 0, dueTomorrow: 0 };

describe('digestSentence', () => {
  it.each([
    [{ ...none, open: 6, late: 1, dueTomorrow: 2 }, '6 件待办，1 件已超期，明天到期 2 件。'],
    [{ ...none, open: 3, dueToday: 3 }, '3 件待办，今天到期 3 件。'],
    [none, '没有待办。'],
    [{ ...none, open: 10_000 }, '9999 件以上待办。'],
  ])('%j', (counts, sentence) => expect(digestSentence(counts)).toBe(sentence));
});

it('tells the first of what waited for it, and how many more there are', () => {
  const gathered = [
    {
      template: 'service-level-warn',
      caseNumber: '1',
      taskName: '',
      dueOn: '2026-11-30',
      rung: 0,
      from: '',
    } as const,
  ];
  expect(digestText({ ...none, open: 2, on: '2026-11-29', gathered, gatheredInAll: 4 })).toBe(
    [
      '2026-11-29 今日汇总：2 件待办。',
      '事项 1 有一个步骤将于 2026-11-30 到期，请抓紧办理。',
      '另有 3 条，请登录查看。',
    ].join('\n'),
  );
});
