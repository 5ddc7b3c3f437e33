import { addCalendarDays, localDate } from './local-date.js';
import { officialCalendar } from './official-calendar.js';
import { parseTerm } from './term.js';
import { backwardTerm, noticeEnd, termEnd } from './term-end.js';
import { indexCalendar, isWorkingDay } from './working-calendar.js';
import { workingDaysAfter } from './working-days.js';

const calendar = indexCalendar(officialCalendar);
const endOf = (from: string, text: string): string => {
  const term = parseTerm(text);
  if (!term.ok) throw new Error(term.error);
  return termEnd(calendar, localDate(from), term.value).date;
};

/** Every computed date of the journeys of the three procedure sheets and of the worked checks: sheet, what, from, term, expected. */
const journeys: readonly (readonly [string, string, string, string, string])[] = [
  ['domain §8', '告知 of a complaint received 09-18', '2026-09-18', '15D', '2026-10-08'],
  ['domain §8', 'the same in working days', '2026-09-18', '15W', '2026-10-15'],
  ['domain §8', 'received before the Spring Festival', '2026-02-10', '5W', '2026-02-24'],
  ['domain §8', 'real-name notice before the Spring Festival', '2026-02-10', '15W', '2026-03-09'],
  ['domain §8', 'sixty days into the National Day', '2026-08-05', '60D', '2026-10-08'],
  ['domain §8', 'a notice of 1 June in 2026', '2026-06-01', '15N', '2026-06-16'],

  ['1 A1', 'step 1 due', '2026-08-24', '5W', '2026-08-31'],
  ['1 A1', 'step 2 due', '2026-08-25', '5W', '2026-09-01'],
  ['1 A1', 'party meeting after the plan, earliest', '2026-08-28', '3B', '2026-09-01'],
  ['1 A1', 'town review due', '2026-09-01', '7W', '2026-09-10'],
  ['1 A1', 'representatives meet, earliest', '2026-09-09', '5B', '2026-09-15'],
  ['1 A1', 'publish the resolution of 09-15', '2026-09-15', '1D', '2026-09-16'],
  ['1 A1', 'resolution notice ends', '2026-09-16', '15N', '2026-10-08'],
  ['1 A1', 'result notice ends', '2026-11-10', '15N', '2026-11-25'],
  ['1 A1 changed', 'representatives meet again, earliest', '2026-10-27', '5B', '2026-11-02'],
  ['1 A2', 'representatives meet, earliest', '2026-02-03', '5B', '2026-02-09'],
  ['1 A2', 'after the failed quorum, earliest (in the holiday)', '2026-02-11', '5B', '2026-02-17'],
  ['1 A2', 'resolution notice ends', '2026-02-27', '15N', '2026-03-16'],
  ['1 A2', 'answer to the objection', '2026-03-12', '3D', '2026-03-16'],
  ['1 A3', 'town review over Labor Day', '2026-04-29', '7W', '2026-05-12'],
  ['1 A3', 'party meeting, earliest', '2026-05-14', '3B', '2026-05-18'],
  ['1 A3', 'second town review', '2026-05-18', '7W', '2026-05-27'],
  ['1 A3', 'members meet, earliest', '2026-05-25', '10B', '2026-06-05'],
  ['1 A3', 'members meet again, earliest', '2026-06-08', '10B', '2026-06-19'],
  ['1 A3', 'publish the resolution of Saturday 06-20', '2026-06-20', '1D', '2026-06-22'],
  ['1 A3', 'resolution notice ends', '2026-06-22', '15N', '2026-07-07'],
  ['1 A4', 'step 1 due', '2026-08-24', '5W', '2026-08-31'],
  ['1 A4', 'first rung', '2026-08-31', '1W', '2026-09-01'],
  ['1 A4', 'second rung', '2026-08-31', '3W', '2026-09-03'],

  ['2 B1', 'forward', '2026-09-18', '15D', '2026-10-08'],
  ['2 B1', 'objection of the first office', '2026-09-21', '5W', '2026-09-29'],
  ['2 B1', 'acceptance of the first office', '2026-09-21', '15D', '2026-10-08'],
  ['2 B1', 'acceptance of 经管站', '2026-09-28', '15D', '2026-10-13'],
  ['2 B1', 'opinion', '2026-09-30', '60D', '2026-11-30'],
  ['2 B1', 'review window', '2026-11-26', '30D', '2026-12-28'],
  ['2 B1', 'review window into the year not loaded', '2026-12-02', '30D', '2027-01-01'],
  ['2 B2', 'opinion', '2026-03-02', '60D', '2026-05-06'],
  ['2 B2', 'opinion, extended from the nominal day (60 + 30)', '2026-03-02', '90D', '2026-06-01'],
  ['2 B2', 'the other reading, extended from the rolled day', '2026-05-06', '30D', '2026-06-05'],
  ['2 B2', 'review window', '2026-05-29', '30D', '2026-06-29'],
  ['2 B2', 'review admitted', '2026-06-15', '3W', '2026-06-18'],
  ['2 B2', 'review opinion', '2026-06-15', '30D', '2026-07-15'],
  ['2 B2', 're-review window', '2026-07-14', '30D', '2026-08-13'],
  ['2 B2', 're-review without a hearing', '2026-08-03', '30D', '2026-09-02'],
  ['2 B2', 're-review with three hearing days (30 + 3)', '2026-08-03', '33D', '2026-09-07'],
  ['2 B2', 'circular', '2026-09-04', '10W', '2026-09-18'],
  ['2 B2', '整改', '2026-09-21', '30D', '2026-10-21'],
  ['2 B2', '回访', '2026-10-16', '30D', '2026-11-16'],
  ['2 B3', 'mediation', '2026-04-28', '30D', '2026-05-28'],
  ['2 B3', '司法确认', '2026-05-11', '30D', '2026-06-10'],
  ['2 B4', 'hand-over', '2026-09-18', '15D', '2026-10-08'],
  ['2 B4', 'real-name notice from the hand-over', '2026-09-21', '15W', '2026-10-19'],
  ['2 B4', 'the same from the receipt', '2026-09-18', '15W', '2026-10-15'],

  ['3 C1', '受理或转办', '2026-02-10', '5W', '2026-02-24'],
  ['3 C1', 'real-name notice', '2026-02-10', '15W', '2026-03-09'],
  ['3 C1', 'feedback', '2026-04-15', '15W', '2026-05-09'],
  ['3 C1', 'assessment', '2026-04-15', '5W', '2026-04-22'],
  ['3 C1', '审理', '2026-04-22', '10W', '2026-05-09'],
  ['3 C1', 'approval', '2026-05-08', '5W', '2026-05-14'],
  ['3 C1', 'draft told', '2026-05-13', '5W', '2026-05-20'],
  ['3 C1', 'letter', '2026-05-18', '5W', '2026-05-25'],
  ['3 C1', 'visit', '2026-05-22', '5W', '2026-05-29'],
  ['3 C2', 'disposal', '2026-06-15', '10W', '2026-06-30'],
  ['3 C2', 'feedback', '2026-08-31', '15W', '2026-09-20'],
  ['3 C2', '甄别', '2026-08-31', '10W', '2026-09-14'],
  ['3 C2', 'verification', '2026-09-11', '10W', '2026-09-24'],
  ['3 C2', 'submit to the city', '2026-09-24', '5W', '2026-10-09'],
  ['3 C3', 'feedback', '2026-09-30', '15W', '2026-10-27'],
  ['3 C4', 'sent up', '2026-09-24', '5W', '2026-10-09'],
];

describe('every date of the journeys', () => {
  it.each(journeys)('sheet %s: %s, %s + %s = %s', (_sheet, _what, from, term, expected) => {
    expect(endOf(from, term)).toBe(expected);
  });
});

/** Working days that a journey lists one by one: what, from, the days. */
const counted: readonly (readonly [string, string, string])[] = [
  ['1 A1 town review', '2026-09-01', '09-02 09-03 09-04 09-07 09-08 09-09 09-10'],
  ['1 A3 town review', '2026-04-29', '04-30 05-06 05-07 05-08 05-09 05-11 05-12'],
  ['2 B1 objection', '2026-09-21', '09-22 09-23 09-24 09-28 09-29'],
  ['2 B2 review admitted', '2026-06-15', '06-16 06-17 06-18'],
  [
    '2 B4 real-name notice',
    '2026-09-21',
    '09-22 09-23 09-24 09-28 09-29 09-30 10-08 10-09 10-10 10-12 10-13 10-14 10-15 10-16 10-19',
  ],
  ['3 C1 five days', '2026-02-10', '02-11 02-12 02-13 02-14 02-24'],
  [
    '3 C1 fifteen days',
    '2026-02-10',
    '02-11 02-12 02-13 02-14 02-24 02-25 02-26 02-27 02-28 03-02 03-03 03-04 03-05 03-06 03-09',
  ],
  [
    '3 C1 feedback',
    '2026-04-15',
    '04-16 04-17 04-20 04-21 04-22 04-23 04-24 04-27 04-28 04-29 04-30 05-06 05-07 05-08 05-09',
  ],
  ['3 C1 审理', '2026-04-22', '04-23 04-24 04-27 04-28 04-29 04-30 05-06 05-07 05-08 05-09'],
  ['3 C1 approval', '2026-05-08', '05-09 05-11 05-12 05-13 05-14'],
  [
    '3 C2 feedback',
    '2026-08-31',
    '09-01 09-02 09-03 09-04 09-07 09-08 09-09 09-10 09-11 09-14 09-15 09-16 09-17 09-18 09-20',
  ],
  ['3 C2 verification', '2026-09-11', '09-14 09-15 09-16 09-17 09-18 09-20 09-21 09-22 09-23 09-24'],
  [
    '3 C3 feedback',
    '2026-09-30',
    '10-08 10-09 10-10 10-12 10-13 10-14 10-15 10-16 10-19 10-20 10-21 10-22 10-23 10-26 10-27',
  ],
  ['3 C4 sent up', '2026-09-24', '09-28 09-29 09-30 10-08 10-09'],
];

describe('the days that a journey counts', () => {
  it.each(counted)('sheet %s from %s: %s', (_what, from, days) => {
    const expected = days.split(' ').map((day) => `2026-${day}`);
    expect(workingDaysAfter(calendar, localDate(from), expected.length)).toEqual(expected);
  });
});

/** Days that are lawful or not for an act: what, date, worked. */
const weekdays: readonly (readonly [string, string, boolean])[] = [
  ['1 A1 carry-out begins the day after the notice', '2026-10-09', true],
  ['1 A2 notice day 15 is a Saturday', '2026-03-14', false],
  ['1 A2 carry-out begins', '2026-03-17', true],
  ['1 A3 returned on a make-up Saturday', '2026-05-09', true],
  ['1 A3 held on a Saturday', '2026-06-20', false],
  ['3 C2 feedback on a make-up Sunday', '2026-09-20', true],
];

describe('the rest of what the journeys say', () => {
  it.each(weekdays)('%s: %s', (_what, date, worked) => {
    expect(isWorkingDay(calendar, localDate(date))).toBe(worked);
  });

  it('A1: the inclusive count of the notice ends 09-30, the exclusive on 10-01', () => {
    expect(noticeEnd(calendar, localDate('2026-09-16'), 15, 'inclusive')).toBe('2026-09-30');
    expect(noticeEnd(calendar, localDate('2026-09-16'), 15, 'exclusive')).toBe('2026-10-01');
  });

  it('domain §8: a notice of 1 June runs through 16 June, 15 June when both ends count', () => {
    expect(noticeEnd(calendar, localDate('2025-06-01'), 15, 'exclusive')).toBe('2025-06-16');
    expect(noticeEnd(calendar, localDate('2025-06-01'), 15, 'inclusive')).toBe('2025-06-15');
  });

  it('B1: only the window that ends in 2027 is provisional', () => {
    const windowFrom = (day: string) =>
      termEnd(calendar, localDate(day), { kind: 'D', count: 30 }).provisional;
    expect(windowFrom('2026-11-26')).toBe(false);
    expect(windowFrom('2026-12-01')).toBe(false);
    expect(windowFrom('2026-12-02')).toBe(true);
  });

  it('B3: the warning stands seven days before 司法确认 ends', () => {
    expect(addCalendarDays(localDate('2026-06-10'), -7)).toBe('2026-06-03');
  });

  it('A1: clear days of the notice are 10 to 14 September', () => {
    expect(backwardTerm(localDate('2026-09-15'), 5)).toBe('2026-09-09');
  });
});
