import { instant } from '@wuqing/kernel';
import {
  indexCalendar,
  localDate,
  officialCalendar,
  withYear,
  workingDaysBetween,
  workingMsBetween,
} from '@wuqing/working-calendar';
import fc from 'fast-check';
import { at, calendar, firedAt, HOUR, momentsOf, opened, valueOf } from './clock.fixture.js';
import type { ServiceLevelClock } from './clock.js';
import { afterFiring, judgeBreach, nextFiring, stopClock } from './judge-breach.js';
import { extendClock, pauseClock, replanClock, resumeClock } from './move-clock.js';

describe('pause and resume', () => {
  const clock = opened({ term: '5W', ladder: 'LV' }, '2026-08-24T09:00');
  const paused = (from: string) => valueOf(pauseClock(clock, at(from), '等待鉴定'));
  const resumed = (from: string, to: string) => valueOf(resumeClock(paused(from), at(to), calendar));

  it.each([
    ['two working days', '2026-08-26T08:30', '2026-08-28T08:30', '2026-09-02'],
    ['one hour: a part of a day counts whole', '2026-08-26T09:00', '2026-08-26T10:00', '2026-09-01'],
    ['a night', '2026-08-26T18:00', '2026-08-27T08:00', '2026-08-31'],
    ['a weekend', '2026-08-28T18:00', '2026-08-31T08:00', '2026-08-31'],
    ['a week', '2026-08-25T08:30', '2026-09-01T08:30', '2026-09-07'],
  ])('%s', (_what, from, to, dueOn) =>
    expect(resumed(from, to)).toMatchObject({ dueOn, state: 'running', pausedAt: null }),
  );

  it('fires nothing meanwhile', () => {
    expect(judgeBreach(paused('2026-08-25T09:00'), at('2026-12-01T00:00'))).toBe('paused');
    expect(nextFiring(paused('2026-08-25T09:00'))).toBeNull();
    expect(stopClock(paused('2026-08-25T09:00'), at('2026-12-01T00:00')).breachedAt).toBeNull();
  });

  it('says why the last day moved', () => {
    expect(resumed('2026-08-26T08:30', '2026-08-28T08:30').moves).toEqual([
      {
        kind: 'paused',
        at: at('2026-08-26T08:30'),
        from: '2026-08-31',
        to: '2026-08-31',
        reason: '等待鉴定',
        pausedMs: 0,
      },
      {
        kind: 'resumed',
        at: at('2026-08-28T08:30'),
        from: '2026-08-31',
        to: '2026-09-02',
        reason: '等待鉴定',
        pausedMs: 14 * HOUR,
      },
    ]);
  });

  it('adds pauses up before it counts days: two half days are one', () => {
    const first = resumed('2026-08-25T08:30', '2026-08-25T12:00');
    const second = valueOf(pauseClock(first, at('2026-08-26T08:30'), '等待鉴定'));
    expect(valueOf(resumeClock(second, at('2026-08-26T12:00'), calendar))).toMatchObject({
      dueOn: '2026-09-01',
      moves: [{ kind: 'paused' }, { kind: 'resumed' }, { kind: 'paused' }, { kind: 'resumed' }],
    });
  });

  it('keeps the last day of a breach that has fired, and lets the ladder wait', () => {
    const broken = afterFiring(clock, at('2026-09-01T09:00'));
    const stood = valueOf(pauseClock(broken, at('2026-09-01T08:30'), '等待鉴定'));
    const onward = valueOf(resumeClock(stood, at('2026-09-02T08:30'), calendar));
    expect(onward).toMatchObject({ dueOn: '2026-08-31', breachedAt: at('2026-09-01T00:00') });
    expect(momentsOf(onward)).toEqual([
      '2026-08-28T08:30',
      '2026-09-01T00:00',
      '2026-09-02T17:30',
      '2026-09-04T17:30',
    ]);
  });

  it('refuses what cannot be', () => {
    expect(pauseClock(paused('2026-08-25T09:00'), at('2026-08-25T10:00'), '再停')).toEqual({
      ok: false,
      error: '该时限已经暂停。',
    });
    expect(pauseClock(clock, at('2026-08-25T10:00'), ' ')).toEqual({ ok: false, error: '请填写暂停原因。' });
    expect(resumeClock(clock, at('2026-08-25T10:00'), calendar)).toEqual({
      ok: false,
      error: '该时限没有暂停。',
    });
    const stopped = stopClock(clock, at('2026-08-25T10:00'));
    expect(pauseClock(stopped, at('2026-08-25T11:00'), '暂停').ok).toBe(false);
    expect(resumeClock(stopped, at('2026-08-25T11:00'), calendar).ok).toBe(false);
  });

  it('gives back the working time that was left, up to the rest of a day', () => {
    const start = at('2026-08-24T09:00');
    const terms = fc.constantFrom('3W', '10W', '15D', '40D', '12H');
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
    fc.assert(
      fc.property(terms, minutes, minutes, (term, before, length) => {
        const fresh = opened({ term, ladder: 'LV' }, '2026-08-24T09:00');
        const dueAt = fresh.instants.find(({ kind }) => kind === 'due')!.at;
        const from = instant(Math.min(start + before * 60_000, dueAt - 1));
        const to = instant(from + length * 60_000);
        const onward = valueOf(resumeClock(valueOf(pauseClock(fresh, from, '等待')), to, calendar));
        const left = workingMsBetween(calendar, from, dueAt);
        const leftNow = workingMsBetween(
          calendar,
          to,
          onward.instants.find(({ kind }) => kind === 'due')!.at,
        );
        expect(leftNow).toBeGreaterThanOrEqual(left);
        expect(leftNow).toBeLessThan(left + calendar.workingMsPerDay);
        expect(JSON.parse(JSON.stringify(onward))).toEqual(onward);
      }),
    );
  });
});

describe('extendClock', () => {
  const petition = opened({ term: '60D', from: '=acceptedOn', ladder: 'LP' }, '2026-03-02T09:00', {
    from: '2026-03-02',
  });
  const grant = (clock: ServiceLevelClock, term: string, when: string, reason = '案情复杂') =>
    extendClock(clock, term, { at: at(when), reason, calendar });

  it('B2: sixty and thirty days count from the nominal day', () => {
    expect(petition.dueOn).toBe('2026-05-06');
    const extended = valueOf(grant(petition, '90D', '2026-04-28T10:00'));
    expect(extended).toMatchObject({ dueOn: '2026-06-01', policy: { term: '90D' } });
    expect(extended.moves).toEqual([
      {
        kind: 'extended',
        at: at('2026-04-28T10:00'),
        from: '2026-05-06',
        to: '2026-06-01',
        reason: '案情复杂',
        pausedMs: 0,
      },
    ]);
  });

  it('warns anew, and keeps a breach that was', () => {
    const broken = afterFiring(petition, at('2026-05-07T09:00'));
    const extended = valueOf(grant(broken, '90D', '2026-05-07T10:00'));
    expect(extended).toMatchObject({ nextIndex: 0, breachedAt: at('2026-05-07T00:00') });
    expect(firedAt(extended, '2026-06-02T00:00')).toEqual(['warn 0', 'due 0']);
    expect(stopClock(extended, at('2026-05-20T00:00')).breachedAt).toBe(at('2026-05-07T00:00'));
  });

  it('does not warn again for a moment that has passed', () => {
    const warned = afterFiring(petition, at('2026-05-06T09:00'));
    expect(warned.nextIndex).toBe(1);
    expect(valueOf(grant(warned, '66D', '2026-05-06T10:00'))).toMatchObject({
      dueOn: '2026-05-07',
      nextIndex: 1,
    });
  });

  it('records a breach that the watch had not yet seen', () => {
    expect(valueOf(grant(petition, '90D', '2026-05-07T00:00')).breachedAt).toBe(at('2026-05-07T00:00'));
    expect(valueOf(grant(petition, '90D', '2026-05-06T23:59')).breachedAt).toBeNull();
  });

  it('refuses what is no extension', () => {
    expect(grant(petition, '61D', '2026-04-28T10:00')).toEqual({
      ok: false,
      error: '延长后的期限应晚于原期限。',
    });
    expect(grant(petition, '三个月', '2026-04-28T10:00')).toEqual({
      ok: false,
      error: '期限“三个月”无法识别，请填写如 5W、30D。',
    });
    expect(grant(petition, '90D', '2026-04-28T10:00', '')).toEqual({ ok: false, error: '请填写延期理由。' });
    expect(grant(stopClock(petition, at('2026-04-01T00:00')), '90D', '2026-04-28T10:00').ok).toBe(false);
  });

  it('never brings the last day forward, whatever is paused and extended in turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(40 * 24),
        (first, more, hours) => {
          const clock = opened({ term: `${first}W`, ladder: 'LV' }, '2026-03-02T09:00');
          const stood = valueOf(pauseClock(clock, at('2026-03-03T09:00'), '等待'));
          const onward = valueOf(
            resumeClock(stood, instant(at('2026-03-03T09:00') + hours * HOUR), calendar),
          );
          const extended = valueOf(grant(onward, `${first + more}W`, '2026-03-03T09:00'));
          expect(onward.dueOn >= clock.dueOn).toBe(true);
          expect(workingDaysBetween(calendar, onward.dueOn, extended.dueOn)).toBe(more);
        },
      ),
    );
  });
});

describe('replanClock', () => {
  const clock = opened({ term: '30D', ladder: 'LV' }, '2026-12-02T09:00');
  const notice = { year: 2027, source: '测试数据', offDays: [localDate('2027-01-01')], workDays: [] };
  const loaded = indexCalendar(withYear(officialCalendar, notice, 'with-2027'));

  it('moves the last day with the notice and says why', () => {
    expect(clock).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    const moved = replanClock(clock, loaded, at('2026-12-10T09:00'));
    expect(moved).toMatchObject({ dueOn: '2027-01-04', provisional: false });
    expect(moved.moves).toEqual([
      {
        kind: 'calendar',
        at: at('2026-12-10T09:00'),
        from: '2027-01-01',
        to: '2027-01-04',
        reason: '放假安排更新',
        pausedMs: 0,
      },
    ]);
  });

  it('only takes the mark away where the last day stays', () => {
    const quiet = indexCalendar(withYear(officialCalendar, { ...notice, offDays: [] }, 'quiet'));
    expect(replanClock(clock, quiet, at('2026-12-10T09:00'))).toMatchObject({
      dueOn: '2027-01-01',
      provisional: false,
      moves: [],
    });
  });

  it('changes nothing over the same calendar, paused time included', () => {
    const stood = valueOf(pauseClock(clock, at('2026-12-03T09:00'), '等待'));
    const onward = valueOf(resumeClock(stood, at('2026-12-07T15:00'), calendar));
    expect(replanClock(onward, calendar, at('2026-12-10T09:00'))).toEqual(onward);
    expect(replanClock(stood, calendar, at('2026-12-10T09:00'))).toEqual(stood);
  });

  it('leaves what has fired, and a stopped clock', () => {
    const warned = afterFiring(clock, at('2026-12-31T09:00'));
    const moved = replanClock(warned, loaded, at('2026-12-31T10:00'));
    expect(moved.nextIndex).toBe(1);
    expect(moved.instants[0]).toEqual(warned.instants[0]);
    expect(moved.instants[1]!.at).toBe(at('2027-01-05T00:00'));
    const stopped = stopClock(clock, at('2026-12-10T09:00'));
    expect(replanClock(stopped, loaded, at('2026-12-11T09:00'))).toBe(stopped);
  });

  it('never plans the rest before what has fired', () => {
    const working = indexCalendar(
      withYear(officialCalendar, { ...notice, offDays: [], workDays: [localDate('2027-01-02')] }, 'worked'),
    );
    const late = afterFiring(
      opened({ term: '30D', ladder: 'LV' }, '2026-12-03T09:00'),
      at('2027-01-04T09:00'),
    );
    const moments = replanClock(late, working, at('2027-01-04T10:00')).instants.map((one) => one.at);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });
});
