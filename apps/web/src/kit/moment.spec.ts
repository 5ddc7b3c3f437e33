import { dayPlus, momentOf, shownDay, shownDue, shownMoment } from './moment.js';

const now = new Date('2026-11-29T02:00:00Z');

describe('moments, as the village counts them', () => {
  it('are in its own zone', () => expect(momentOf('2026-08-24T01:00:00.000Z')).toBe('2026-08-24 09:00'));

  it.each([
    ['2026-11-30T16:00:00Z', '11-30 周一 24:00'],
    ['2026-11-30T09:30:00Z', '11-30 周一 17:30'],
    ['2026-12-31T16:00:00Z', '12-31 周四 24:00'],
    ['2027-01-03T16:00:00Z', '2027-01-03 周日 24:00'],
  ])('a term that ends at %s ends %s', (iso, shown) => expect(shownDue(iso, now)).toBe(shown));

  it('name the year only where it is another', () => {
    expect(shownDay('2026-03-01', '2026-11-29')).toBe('03-01 周日');
    expect(shownDay('2025-12-31', '2026-11-29')).toBe('2025-12-31 周三');
    expect(shownMoment('2026-11-19T08:20:00Z', now)).toBe('11-19 16:20');
    expect(shownMoment('2025-11-19T08:20:00Z', now)).toBe('2025-11-19 16:20');
  });

  it('go from day to day over the ends of months and years', () =>
    expect([dayPlus('2026-02-28', 1), dayPlus('2027-01-01', -1)]).toEqual(['2026-03-01', '2026-12-31']));
});
