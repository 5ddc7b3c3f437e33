import { dueGroups, lastDayOf, type Due } from './due-groups.js';

/** Sunday. */
const now = new Date('2026-11-29T02:00:00Z');
const due = (dueAt: string, tone = 'ok'): Due => ({ dueAt, tone });
const headsOf = (rows: readonly (Due | null)[], at = now): string[] =>
  dueGroups(rows, (row) => row, at).map(({ title, rows: held }) => `${title} ${held.length}`);

describe('the heads of the list', () => {
  it('are the days, the week and what comes after, each with what it holds', () =>
    expect(
      headsOf([
        due('2026-11-25T16:00:00Z', 'late'),
        due('2026-11-29T16:00:00Z', 'warn'),
        due('2026-11-30T16:00:00Z', 'warn'),
        due('2026-11-30T09:30:00Z', 'warn'),
        due('2026-12-06T16:00:00Z'),
        null,
      ]),
    ).toEqual(['超时 1', '今天 11-29 周日 1', '明天 11-30 周一 2', '以后 1', '没有期限 1']));

  it('know what is left of the week', () =>
    expect(headsOf([due('2026-12-04T16:00:00Z')], new Date('2026-11-30T02:00:00Z'))).toEqual([
      '本周 12-02 至 12-06 1',
    ]));

  it('put a clock that stands still behind the days, whatever its old moment was', () =>
    expect(headsOf([due('2026-11-20T16:00:00Z', 'paused')])).toEqual(['以后 1']));

  it('show what ran out this very day as late, not as due today', () =>
    expect(headsOf([due('2026-11-29T01:00:00Z', 'late')])).toEqual(['超时 1']));
});

it.each([
  ['2026-11-30T16:00:00Z', '2026-11-30'],
  ['2026-11-30T09:30:00Z', '2026-11-30'],
  ['2026-12-31T16:00:00Z', '2026-12-31'],
])('a term that ends at %s has %s as its last day', (iso, day) => expect(lastDayOf(iso)).toBe(day));
