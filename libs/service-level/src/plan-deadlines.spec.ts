import { indexCalendar, localDate, officialCalendar, withYear } from '@wuqing/working-calendar';
import fc from 'fast-check';
import { at, calendar, local, policy } from './clock.fixture.js';
import type { ClockPlan } from './clock-plan.js';
import { ladders, type LadderName } from './ladders.js';
import { planDeadlines } from './plan-deadlines.js';

const momentsOf = (plan: ClockPlan): string[] =>
  plan.instants.map(({ kind, rung, at: moment }) => `${kind} ${rung} ${local(moment)}`);

describe('journey A4: step 1 registered on Monday 08-24, five working days, not held', () => {
  const plan = planDeadlines(policy({ term: '5W', ladder: 'LV' }), localDate('2026-08-24'), calendar);

  it('is due on 08-31, broken with the first moment after it, and climbs on 09-01 and 09-03', () => {
    expect(plan).toMatchObject({ dueOn: '2026-08-31', dueAt: at('2026-09-01T00:00'), provisional: false });
    expect(momentsOf(plan)).toEqual([
      'warn 0 2026-08-28T08:30',
      'due 0 2026-09-01T00:00',
      'rung 1 2026-09-01T17:30',
      'rung 2 2026-09-03T17:30',
    ]);
  });

  it('tells the handler, then 村书记，党总支 with 村监会，镇纪委办', () => {
    expect(plan.instants.map(({ recipients }) => recipients)).toEqual([
      ['handler'],
      ['handler', 'village-party-secretary'],
      ['branch-secretary@branch', 'supervision-director'],
      ['office-head@office:jiwei'],
    ]);
  });
});

describe('the last day and the warning', () => {
  it.each([
    // what, term, anchor, last day, warning
    ['one working day: its own morning', '1W', '2026-08-24', '2026-08-25', '2026-08-25T08:30'],
    ['four working days: the last one', '4W', '2026-08-24', '2026-08-28', '2026-08-28T08:30'],
    ['five: the last two', '5W', '2026-08-24', '2026-08-31', '2026-08-28T08:30'],
    ['ten: the last three', '10W', '2026-06-15', '2026-06-30', '2026-06-26T08:30'],
    [
      'fifteen days, the warning moved off the holiday',
      '15D',
      '2026-09-18',
      '2026-10-08',
      '2026-09-30T08:30',
    ],
    ['sixty days: the last fifteen', '60D', '2026-09-30', '2026-11-30', '2026-11-16T08:30'],
    ['a notice', '15N', '2026-09-16', '2026-10-08', '2026-09-30T08:30'],
    ['clear days', '5B', '2026-09-09', '2026-09-15', '2026-09-14T08:30'],
    ['hours: after three quarters', '4H', '2026-08-24', '2026-08-24', '2026-08-24T11:30'],
  ])('%s', (_what, term, anchor, dueOn, warnsAt) => {
    const plan = planDeadlines(policy({ term }), localDate(anchor), calendar);
    expect([plan.dueOn, local(plan.instants[0]!.at)]).toEqual([dueOn, warnsAt]);
  });

  it('B3: seven days before 司法确认 ends', () => {
    const plan = planDeadlines(policy({ term: '30D', warn: '7D' }), localDate('2026-05-11'), calendar);
    expect(plan.dueOn).toBe('2026-06-10');
    expect(local(plan.instants[0]!.at)).toBe('2026-06-03T08:30');
  });

  it('in working days before the last one, where the policy says so', () => {
    const plan = planDeadlines(policy({ term: '5W', warn: '1W' }), localDate('2026-08-24'), calendar);
    expect(local(plan.instants[0]!.at)).toBe('2026-08-28T08:30');
  });

  it('in hours: due within the day, rungs by the clock of the office', () => {
    const inHours = { ...policy({ term: '4H', ladder: 'LV' }), startedAt: at('2026-08-28T16:00') };
    expect(momentsOf(planDeadlines(inHours, localDate('2026-08-28'), calendar))).toEqual([
      'warn 0 2026-08-31T10:00',
      'due 0 2026-08-31T11:00',
      'rung 1 2026-09-01T17:30',
      'rung 2 2026-09-03T17:30',
    ]);
  });

  it('a day that the case itself names', () => {
    const named = { ...policy({ due: '=plannedEnd' }), dueOn: localDate('2026-11-06') };
    const plan = planDeadlines(named, localDate('2026-10-09'), calendar);
    expect(momentsOf(plan)).toEqual(['warn 0 2026-10-30T08:30', 'due 0 2026-11-07T00:00']);
  });

  it('is provisional where it counts a year that is not loaded, and official once it is', () => {
    const anchor = localDate('2026-12-02');
    const window = policy({ term: '30D' });
    expect(planDeadlines(window, anchor, calendar)).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    const notice = { year: 2027, source: '测试数据', offDays: [localDate('2027-01-01')], workDays: [] };
    const loaded = indexCalendar(withYear(officialCalendar, notice, 'with-2027'));
    expect(planDeadlines(window, anchor, loaded)).toMatchObject({ dueOn: '2027-01-04', provisional: false });
  });
});

describe('the ladders', () => {
  it.each<[LadderName, string[][]]>([
    [
      'LV',
      [
        ['handler', 'village-party-secretary'],
        ['branch-secretary@branch', 'supervision-director'],
        ['office-head@office:jiwei'],
      ],
    ],
    ['LT', [['handler-office-head'], ['town-deputy@town'], ['office-head@office:jiwei']]],
    [
      'LP',
      [
        ['handler-office-head', 'office-head@office:xinfang'],
        ['town-deputy@town'],
        ['office-head@office:jiwei', 'office-head@office:xinfang'],
      ],
    ],
    [
      'LN',
      [['town-discipline-secretary@town'], ['town-discipline-secretary@town'], ['outside:滕州市纪委监委']],
    ],
  ])('%s: breach, one and three working days after it, unconfirmed', (name, recipients) => {
    const { rungs, unconfirmed } = ladders[name];
    expect(rungs.map(({ to }) => to)).toEqual(recipients);
    expect(rungs.map(({ after }) => after)).toEqual([null, '1W', '3W']);
    expect(unconfirmed).toBe(true);
  });

  it('outside the town only number and term are told', () => {
    const outside = Object.values(ladders).flatMap(({ rungs }) =>
      rungs.filter(({ disclosure }) => disclosure !== 'case'),
    );
    expect(outside.map(({ to }) => to)).toEqual([['outside:滕州市纪委监委']]);
  });
});

describe('every plan', () => {
  const anchor = fc
    .integer({ min: 0, max: 700 })
    .map((days) => localDate(new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)));
  const term = fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom('W', 'D', 'B', 'N', 'H'))
    .map(([count, kind]) => `${count}${kind}`);

  it('warns before it breaks, climbs after, and is plain JSON', () => {
    fc.assert(
      fc.property(anchor, term, fc.constantFrom<LadderName>('LV', 'LT', 'LP', 'LN'), (from, text, ladder) => {
        const plan = planDeadlines(policy({ term: text, ladder }), from, calendar);
        const moments = plan.instants.map((one) => one.at);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(new Set(moments).size).toBe(4);
        expect(plan.instants[1]).toMatchObject({ kind: 'due', at: plan.dueAt });
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
    );
  });

  it('looks each day of its term up a few times at most, so that ten thousand plans stay cheap', () => {
    let lookups = 0;
    class CountedDays extends Map<number, boolean> {
      override get(day: number): boolean | undefined {
        lookups += 1;
        return super.get(day);
      }
    }
    const counting = { ...calendar, exceptions: new CountedDays(calendar.exceptions) };
    const plan = planDeadlines(policy({ term: '15W', ladder: 'LV' }), localDate('2026-09-18'), counting);
    expect(local(plan.instants.at(-1)!.at)).toBe('2026-10-20T17:30');
    expect(lookups).toBeLessThan(60);
    expect(lookups).toBeGreaterThan(27);
  });
});
