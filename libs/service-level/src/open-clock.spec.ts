import { type JsonObject } from '@wuqing/kernel';
import { calendar, opened, opening, policy, valueOf } from './clock.fixture.js';
import { openClock } from './open-clock.js';

describe('openClock', () => {
  it.each<[string, JsonObject, string, string]>([
    ['the anchor of the case', { from: '2026-08-24' }, '2026-08-24', '2026-08-31'],
    ['an anchor with time and zone', { from: '2026-08-23T16:30:00Z' }, '2026-08-24', '2026-08-31'],
    ['the day of opening, where the anchor has no value yet', { from: null }, '2026-08-26', '2026-09-02'],
    ['the day of opening, where none is asked for', {}, '2026-08-26', '2026-09-02'],
  ])('counts from %s', (_what, values, anchor, dueOn) => {
    expect(opened({ term: '5W', from: '=x' }, '2026-08-26T09:00', values)).toMatchObject({
      anchor,
      dueOn,
      state: 'running',
      nextIndex: 0,
    });
  });

  it('opens on the day that the zone shows', () => {
    expect(opened({ term: '5W' }, '2026-08-24T00:30').anchor).toBe('2026-08-24');
  });

  it.each(['soon', 5, true, '2026-02-30', '2026-08-24T09:00:00', '2026-99-99T00:00:00Z'])(
    'names a value that is no date: %p',
    (from) => {
      const result = openClock(
        policy({ term: '5W', from: '=x' }),
        opening('2026-08-26T09:00', { from }),
        calendar,
      );
      expect(result).toEqual({ ok: false, error: expect.stringContaining("as the value of 'from'") });
    },
  );

  it('watches the day that the case names, and nothing where it names none', () => {
    expect(opened({ due: '=end' }, '2026-10-09T09:00', { due: '2026-11-06' })).toMatchObject({
      dueOn: '2026-11-06',
      policy: { term: null },
    });
    expect(openClock(policy({ due: '=end' }), opening('2026-10-09T09:00', { due: null }), calendar)).toEqual({
      ok: true,
      value: null,
    });
    expect(openClock(policy({ due: '=end' }), opening('2026-10-09T09:00', { due: 'x' }), calendar).ok).toBe(
      false,
    );
  });

  it.each<[string, Record<string, string>, string[], string[]]>([
    [
      'the handlers',
      { ladder: 'LV' },
      ['village-clerk', 'village-accountant'],
      ['village-clerk', 'village-accountant', 'village-party-secretary'],
    ],
    ['nobody twice', { ladder: 'LV' }, ['village-party-secretary'], ['village-party-secretary']],
    [
      'the head of the handling office',
      { ladder: 'LT' },
      ['office-clerk@office:jingguan'],
      ['office-head@office:jingguan'],
    ],
    [
      'the head of the office that the policy names',
      { ladder: 'LT', office: 'minzheng' },
      ['office-clerk@office:jingguan'],
      ['office-head@office:minzheng'],
    ],
    ['the handlers, where no office works on it', { ladder: 'LT' }, ['town-head@town'], ['town-head@town']],
    [
      'the word, where a task has no candidates',
      { ladder: 'LV' },
      [],
      ['handler', 'village-party-secretary'],
    ],
  ])('tells %s of the breach', (_what, attributes, handlers, expected) => {
    const clock = valueOf(
      openClock(policy({ term: '5W', ...attributes }), opening('2026-08-24T09:00', {}, handlers), calendar),
    );
    expect(clock!.instants.find(({ kind }) => kind === 'due')!.recipients).toEqual(expected);
  });
});
