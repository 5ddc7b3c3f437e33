import { ClockCheck } from './clock-check.js';

const NOW = Date.parse('2026-08-24T01:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the clock check', () => {
  it.each([
    ['both agree', 0, 0, true],
    ['NTP has moved one a little', 900, 0, true],
    ['the bound itself', MINUTE, 0, true],
    ['a little more than the bound', MINUTE + 1, 0, false],
    ['a little less than the bound behind', -MINUTE, 0, true],
    ['30 days ahead', 30 * DAY, 0, false],
    ['30 days behind', -30 * DAY, 0, false],
    ['the database took two minutes to answer', 0, 2 * MINUTE, true],
    ['it took two minutes, and the clock is a day ahead', DAY, 2 * MINUTE, false],
  ])('%s', (_is, ahead, took, holds) => {
    const check = new ClockCheck(MINUTE);
    // The database looks at its clock halfway.
    expect(check.look(NOW + ahead, NOW + took / 2, NOW + ahead + took).holds).toBe(holds);
  });

  it('believes both after a week asleep: they say the same', () => {
    const check = new ClockCheck(MINUTE);
    check.look(NOW, NOW, NOW);
    expect(check.look(NOW + 7 * DAY, NOW + 7 * DAY, NOW + 7 * DAY).holds).toBe(true);
  });

  it('says once that they part, and once that they agree again', () => {
    const check = new ClockCheck(MINUTE);
    const ahead = [0, 0, DAY, DAY, DAY, 0, 0];
    const news = ahead.map((by) => check.look(NOW + by, NOW, NOW + by)).map(({ isNews }) => isNews);
    expect(news).toEqual([true, false, true, false, false, true, false]);
  });
});
