import { isoOf } from '@wuqing/kernel';
import {
  boundary,
  catchEvent,
  end,
  eventBased,
  eventSubProcess,
  exclusive,
  InstanceDriver,
  path,
  processOf,
  sendTask,
  sequenceOf,
  start,
  startOn,
  subProcess,
  userTask,
  type ProcessPart,
  type Trigger,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

const NOW = '2026-08-24T01:00:00.000Z';
const passed: Trigger = { duration: 'term' };

const handler = (trigger: Trigger, interrupting = true): ProcessPart => {
  const inside = [startOn('h', trigger, { interrupting }), userTask('chase'), end('h-end')];
  return eventSubProcess('handler', [...inside, ...path('h', 'chase', 'h-end')]);
};
const work = (...more: ProcessPart[]): ProcessPart[] => [
  start('b'),
  userTask('a'),
  end('d'),
  ...path('b', 'a', 'd'),
  ...more,
];

/** Title → process, and the id of the timer in it. */
const places: readonly [title: string, parts: readonly ProcessPart[], timer: string][] = [
  [
    'at a boundary',
    [...work(boundary('t', 'a', passed), userTask('chase'), end('z'), ...path('t', 'chase', 'z'))],
    't',
  ],
  [
    'at a catching event',
    [start('s'), catchEvent('t', passed), userTask('chase'), end('e'), ...path('s', 't', 'chase', 'e')],
    't',
  ],
  [
    'behind an event-based gateway',
    [
      start('s'),
      eventBased('g'),
      catchEvent('t', passed),
      catchEvent('m', { message: 'm', correlationKey: '"k"' }),
      exclusive('x'),
      userTask('chase'),
      end('e'),
      ...path('s', 'g', 't', 'x', 'chase', 'e'),
      ...path('g', 'm', 'x'),
    ],
    't',
  ],
  ['at an event sub-process of the process', work(handler(passed)), 'h'],
  [
    'at an event sub-process inside',
    [start('s'), subProcess('sub', work(handler(passed))), end('e'), ...path('s', 'sub', 'e')],
    'h',
  ],
];

const driven = (parts: readonly ProcessPart[], term: unknown, flags = engineFlags): InstanceDriver => {
  const instance = new InstanceDriver(processOf('p', parts), { flags });
  instance.start({ term: term as string });
  return instance;
};

describe('a term that has passed', () => {
  describe.each(places)('%s', (_title, parts, timer) => {
    it.each(['-PT1H', '-P3D', '-P1Y2M', '-PT0S', '-P999999D', '-PT0.123456789S', '-P1DT2H3M4S', '-P2W'])(
      '%s is due at once',
      (term) => {
        const instance = driven(parts, term);
        expect(Object.values(instance.state.timers).map(({ dueAt }) => isoOf(dueAt))).toEqual([NOW]);
        instance.fire(timer);
        expect(instance.open).toEqual(['chase']);
      },
    );

    it.each(['-', '-P', '-PT', '--PT1H', '-1H', 'P-1D', '- PT1H', '-PT1D', 'P100000D'])(
      '%s is no duration',
      (term) => {
        expect(Object.values(driven(parts, term).state.incidents)).toMatchObject([{ code: 'timer' }]);
      },
    );

    it('is an incident in an instance older than the flag', () => {
      const flags = engineFlags.filter((flag) => flag !== 'overdue-fires-at-once');
      expect(Object.values(driven(parts, '-PT1H', flags).state.incidents)).toMatchObject([{ code: 'timer' }]);
    });
  });

  it('comes with a cycle once, and does not come again', () => {
    const cycle = boundary('t', 'a', { cycle: 'term' }, { interrupting: false });
    const instance = driven(work(cycle, userTask('chase'), end('z'), ...path('t', 'chase', 'z')), 'R3/-PT1H');
    expect(Object.values(instance.state.timers)).toEqual([
      { elementId: 't', dueAt: Date.parse(NOW), attachedTo: 'a#2' },
    ]);
    instance.fire('t');
    expect(instance.open).toEqual(['a', 'chase']);
    expect(instance.state.timers).toEqual({});
  });

  it('keeps a message for who waits at this moment', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [sendTask('t', { message: 'm', correlationKey: '"k"', timeToLive: '"-PT1H"' })]),
    );
    instance.start();
    expect(instance.effects).toContainEqual(expect.objectContaining({ timeToLiveMs: 0 }));
  });
});

describe('a computed duration of nanoseconds', () => {
  const waiting = [start('s'), catchEvent('t', passed), end('e'), ...path('s', 't', 'e')];

  it('is counted in milliseconds', () => {
    const instance = driven(waiting, 'PT1.123456789S');
    expect(Object.values(instance.state.timers).map(({ dueAt }) => isoOf(dueAt))).toEqual([
      '2026-08-24T01:00:01.123Z',
    ]);
  });

  it('is an incident in an instance older than the flag', () => {
    const flags = engineFlags.filter((flag) => flag !== 'overdue-fires-at-once');
    expect(Object.values(driven(waiting, 'PT1.123456789S', flags).state.incidents)).toMatchObject([
      { code: 'timer' },
    ]);
  });
});
