import {
  boundary,
  each,
  end,
  eventSubProcess,
  InstanceDriver,
  path,
  processOf,
  serviceTask,
  start,
  startOn,
  subProcess,
  userTask,
  type NodePart,
  type ProcessPart,
  type Trigger,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

const triggers: readonly [string, Trigger][] = [
  ['a timer', { duration: '"P1D"' }],
  ['a cycle', { cycle: '"R/P1D"' }],
  ['a message', { message: 'm', correlationKey: '"k"' }],
  ['a signal', { signal: 'sig' }],
  ['a condition', { condition: 'done = true' }],
];

/** `a` with what is stuck in it, and in the newer version the event `new` beside it. */
const version = (part: NodePart, beside: readonly ProcessPart[] = []): ReturnType<typeof processOf> =>
  processOf('p', [start('s'), part, end('e'), ...path('s', part.id, 'e'), ...beside]);

const bound = (trigger: Trigger, interrupting = false, of = 'a'): ProcessPart[] => [
  boundary('new', of, trigger, { interrupting }),
  userTask('x'),
  end('z'),
  ...path('new', 'x', 'z'),
];

const handler = (trigger: Trigger, id = 'new'): ProcessPart =>
  eventSubProcess(`${id}-sub`, [
    startOn(id, trigger, { interrupting: false }),
    userTask(`${id}-x`),
    end(`${id}-z`),
    ...path(id, `${id}-x`, `${id}-z`),
  ]);

const inside = (...more: ProcessPart[]): ProcessPart[] => [
  start('b'),
  userTask('w'),
  end('d'),
  ...path('b', 'w', 'd'),
  ...more,
];

/** How often the new event waits. */
const waiting = ({
  state: { timers, subscriptions, signals = {}, conditions = {} },
}: InstanceDriver): string[] =>
  [timers, subscriptions, signals, conditions]
    .flatMap((record) => Object.values<{ elementId: string }>(record))
    .map(({ elementId }) => elementId)
    .filter((id) => id === 'new');

/** Stuck in `from`, moved to `to`, mended. */
function moved(
  from: ReturnType<typeof processOf>,
  to: ReturnType<typeof processOf>,
  flags = engineFlags,
): { instance: InstanceDriver; before: string[] } {
  const instance = new InstanceDriver(from, { flags });
  instance.start({ done: false });
  const [incident] = Object.keys(instance.state.incidents);
  expect(instance.migrate(to, { mapping: {}, timers: 'keep' }).ok).toBe(true);
  const before = waiting(instance);
  instance.run({
    type: 'ResolveIncident',
    incident: incident!,
    variables: { ok: 1, list: [1], term: 'P9D' },
  });
  expect(instance.state.incidents).toEqual({});
  return { instance, before };
}

describe.each(triggers)('what has not begun waits for nothing: %s', (_title, trigger) => {
  it.each([false, true])('beside a step that is stuck in its inputs (interrupting: %s)', (interrupting) => {
    if (interrupting && 'cycle' in trigger) return;
    const step = userTask('a', { inputs: { v: 'if ok = null then nowhere() else ok' } });
    const { before, instance } = moved(version(step), version(step, bound(trigger, interrupting)));
    expect([before, waiting(instance)]).toEqual([[], ['new']]);
  });

  it('beside a step that is stuck in another boundary event', () => {
    const step = userTask('a');
    const late = (more: ProcessPart[]): ProcessPart[] => [
      boundary('late', 'a', { duration: 'term' }, { interrupting: false }),
      end('y'),
      ...path('late', 'y'),
      ...more,
    ];
    const { before, instance } = moved(version(step, late([])), version(step, late(bound(trigger))));
    expect([before, waiting(instance)]).toEqual([[], ['new']]);
  });

  it('beside a multi-instance that is stuck in its list', () => {
    const step = each(userTask('a'), { collection: 'list', item: 'i' });
    const { before, instance } = moved(version(step), version(step, bound(trigger)));
    expect([before, waiting(instance)]).toEqual([[], ['new']]);
  });

  it('within a sub-process that is stuck in its inputs', () => {
    const inputs = { v: 'if ok = null then nowhere() else ok' };
    const { before, instance } = moved(
      version(subProcess('a', inside(), { inputs })),
      version(subProcess('a', inside(handler(trigger)), { inputs })),
    );
    expect([before, waiting(instance)]).toEqual([[], ['new']]);
  });

  it('within a sub-process, and in the process, that is stuck in another event sub-process', () => {
    const late = handler({ duration: 'term' }, 'late');
    const sub = moved(
      version(subProcess('a', inside(late))),
      version(subProcess('a', inside(late, handler(trigger)))),
    );
    expect([sub.before, waiting(sub.instance)]).toEqual([[], ['new']]);
    const whole = moved(version(userTask('a'), [late]), version(userTask('a'), [late, handler(trigger)]));
    expect([whole.before, waiting(whole.instance)]).toEqual([[], ['new']]);
  });

  it('what has begun waits at once: a service that failed', () => {
    const step = serviceTask('a', 'town.work');
    const instance = new InstanceDriver(version(step));
    instance.start({ done: false });
    instance.run({ type: 'FailServiceTask', serviceTask: 'a#2', message: 'no' });
    instance.migrate(version(step, bound(trigger)), { mapping: {}, timers: 'keep' });
    expect(waiting(instance)).toEqual(['new']);
    instance.resolve('a');
    expect(waiting(instance)).toEqual(['new']);
  });
});

it('a scope that is interrupted hears no new event, until it is entered again', () => {
  const taken = (more: ProcessPart[]): ReturnType<typeof processOf> =>
    version(userTask('a'), [
      eventSubProcess('stop', [
        startOn('stops', { message: 'stop', correlationKey: '"k"' }),
        userTask('withdraw'),
        end('gone'),
        ...path('stops', 'withdraw', 'gone'),
      ]),
      ...more,
    ]);
  const instance = new InstanceDriver(taken([]));
  instance.start();
  instance.correlate('stops');
  instance.migrate(taken([handler({ signal: 'sig' })]), { mapping: {}, timers: 'keep' });
  expect(waiting(instance)).toEqual([]);
  const [terminate] = Object.keys(instance.state.instances).filter((key) => key.startsWith('stop#'));
  instance.run({
    type: 'ModifyProcessInstance',
    activate: [{ elementId: 'a' }],
    terminate: [terminate!],
    reason: 'r',
  });
  expect(waiting(instance)).toEqual(['new']);
});

it('an instance older than the flag moves as before', () => {
  const step = userTask('a', { inputs: { v: 'if ok = null then nowhere() else ok' } });
  const flags = engineFlags.filter((flag) => flag !== 'wait-once');
  const { instance } = moved(version(step), version(step, bound({ signal: 'sig' })), flags);
  expect(waiting(instance)).toEqual(['new', 'new']);
});
