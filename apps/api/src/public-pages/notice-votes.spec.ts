import { decidedBy, votesOf } from './notice-votes.js';

const counts = {
  heldOn: '2026-11-20',
  shouldAttend: 40,
  present: 33,
  womenShould: 14,
  womenPresent: 11,
  yes: 27,
  no: 4,
  abstain: 2,
};
const told = (given: Parameters<typeof votesOf>[0], body: Parameters<typeof votesOf>[1]) =>
  votesOf(given, body).map(({ title, value, note }) => [title, value, note]);

describe('the figures of a ballot', () => {
  it('stand beside what the law asks of that body', () => {
    expect(told(counts, 'representatives-meeting')).toEqual([
      ['应到', '40 人', null],
      ['实到', '33 人', '不少于 27 人'],
      ['其中妇女', '11 人', '不少于 10 人'],
      ['同意', '27 票', '须 17 票'],
      ['反对', '4 票', null],
      ['弃权', '2 票', null],
    ]);
  });

  it.each([
    ['nobody knows who met', counts, null],
    ['no day is kept', { ...counts, heldOn: null }, 'representatives-meeting'],
    ['no roll is kept', { yes: 27, no: 4 }, 'representatives-meeting'],
    ['nothing was in force', { ...counts, heldOn: '1900-01-01' }, 'representatives-meeting'],
  ] as const)('stand alone where %s', (_why, given, body) => {
    const rows = told(given, body);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(([, , note]) => note === null)).toBe(true);
  });

  it('say who decided, where that is known', () => {
    expect(decidedBy(counts, 'representatives-meeting')).toMatchObject([
      { title: '谁决定的', value: '村民代表会议，2026-11-20' },
    ]);
    expect([decidedBy(counts, null), decidedBy({}, 'representatives-meeting')]).toEqual([[], []]);
  });
});
