import {
  boundary,
  catchEvent,
  end,
  eventBased,
  eventSubProcess,
  exclusive,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  startOn,
  subProcess,
  userTask,
  type ProcessPart,
  type Trigger,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

type Process = ReturnType<typeof processOf>;

const triggers: readonly [string, (id: string) => Trigger][] = [
  ['timers', () => ({ duration: '"P1D"' })],
  ['messages', (id) => ({ message: id, correlationKey: '"k"' })],
  ['signals', (id) => ({ signal: id })],
  ['conditions', () => ({ condition: 'done = true' })],
];

const refusal = (
  from: Process,
  to: Process,
  mapping: Record<string, string>,
  flags = engineFlags,
): string => {
  const instance = new InstanceDriver(from, { flags });
  instance.start({ done: false });
  const answer = instance.migrate(to, { mapping, timers: 'keep' });
  return answer.ok ? '' : answer.error.message;
};

const beside = (trigger: Trigger, id: string): ProcessPart[] => [
  boundary(id, 'a', trigger, { interrupting: false }),
  userTask(`${id}-x`),
  end(`${id}-z`),
  ...path(id, `${id}-x`, `${id}-z`),
];
const step = (...more: ProcessPart[]): Process =>
  processOf('p', [start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e'), ...more]);

const handler = (trigger: Trigger, id: string): ProcessPart =>
  eventSubProcess(`${id}-sub`, [
    startOn(id, trigger, { interrupting: false }),
    end(`${id}-z`),
    ...path(id, `${id}-z`),
  ]);

const choice = (...events: (readonly [string, Trigger])[]): Process =>
  processOf('p', [
    start('s'),
    eventBased('g'),
    ...events.map(([id, trigger]) => catchEvent(id, trigger)),
    exclusive('x'),
    end('e'),
    ...path('s', 'g'),
    ...events.flatMap(([id]) => path('g', id, 'x')),
    ...path('x', 'e'),
  ]);

describe.each(triggers)('two that wait become one: %s', (_title, trigger) => {
  it('at a boundary, in a scope, behind a gateway: refused with both names', () => {
    const [first, second, third] = ['first', 'second', 'third'].map((id) => [id, trigger(id)] as const);
    const mapping = { second: 'first' };
    expect(
      refusal(
        step(...beside(first![1], 'first'), ...beside(second![1], 'second')),
        step(...beside(first![1], 'first')),
        mapping,
      ),
    ).toBe('事件“first”和“second”对应新版本中的同一个事件“first”，同一处只能等待一次，请分别指定。');
    expect(
      refusal(
        step(handler(first![1], 'first'), handler(second![1], 'second')),
        step(handler(first![1], 'first')),
        { ...mapping, 'second-sub': 'first-sub' },
      ),
    ).toContain('事件“first”和“second”');
    expect(refusal(choice(first!, second!, third!), choice(first!, third!), mapping)).toContain(
      '事件“first”和“second”',
    );
  });

  it('two that become another one', () => {
    const from = step(...beside(trigger('first'), 'first'), ...beside(trigger('second'), 'second'));
    const to = step(...beside(trigger('both'), 'both'));
    expect(refusal(from, to, { first: 'both', second: 'both' })).toContain('同一个事件“both”');
  });
});

it('events of two visits may become one, and so may two steps', () => {
  const two = (id: string): ProcessPart[] => [userTask(id), ...path('split', id, 'join')];
  const from = processOf('p', [
    start('s'),
    parallel('split'),
    ...two('a'),
    ...two('b'),
    exclusive('join'),
    end('e'),
    ...path('s', 'split'),
    ...path('join', 'e'),
  ]);
  const to = processOf('p', [
    start('s'),
    parallel('split'),
    ...two('a'),
    exclusive('join'),
    end('e'),
    ...path('s', 'split'),
    ...path('join', 'e'),
  ]);
  expect(refusal(from, to, { b: 'a' })).toBe('');
});

describe('at a join', () => {
  const forked = (join: string, ...steps: string[]): ProcessPart[] => [
    parallel('split'),
    parallel(join),
    ...steps.flatMap((id) => [userTask(id), ...path('split', id, join)]),
  ];
  const waitingAt = (from: Process, done: readonly string[]): InstanceDriver => {
    const instance = new InstanceDriver(from);
    instance.start();
    for (const id of done) instance.complete(id);
    return instance;
  };

  it('two flows on which tokens wait must not become one', () => {
    const version = (...steps: string[]): Process =>
      processOf('p', [
        start('s'),
        ...forked('join', ...steps),
        end('e'),
        ...path('s', 'split'),
        ...path('join', 'e'),
      ]);
    const instance = waitingAt(version('a', 'b', 'c'), ['a', 'b']);
    const answer = instance.migrate(version('d', 'c'), { mapping: { a: 'd', b: 'd' }, timers: 'keep' });
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching('a-join”和“b-join.*同一条连线') },
    });
  });

  it('two joins of one scope must not become one', () => {
    const version = (joins: readonly string[]): Process =>
      processOf('p', [
        start('s'),
        parallel('split'),
        ...['a', 'b', 'c', 'd'].flatMap((id, at) => [userTask(id), ...path('split', id, joins[at >> 1]!)]),
        ...[...new Set(joins)].flatMap((id) => [parallel(id), end(`${id}-end`), ...path(id, `${id}-end`)]),
        ...path('s', 'split'),
      ]);
    const instance = waitingAt(version(['one', 'two']), ['a', 'c']);
    const answer = instance.migrate(version(['one', 'one']), { mapping: { two: 'one' }, timers: 'keep' });
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('汇合“one”和“two”') },
    });
  });
});

it('an instance older than the flag merges them as before', () => {
  const flags = engineFlags.filter((flag) => flag !== 'wait-once');
  const trigger = { signal: 'sig' };
  const from = step(...beside(trigger, 'first'), ...beside(trigger, 'second'));
  expect(refusal(from, step(...beside(trigger, 'first')), { second: 'first' }, flags)).toBe('');
});

it('a sub-process with two events asks the same of each of its members alone', () => {
  const sub = (...more: ProcessPart[]): Process =>
    processOf('p', [
      start('s'),
      subProcess('sub', [start('b'), userTask('a'), end('d'), ...path('b', 'a', 'd'), ...more]),
      end('e'),
      ...path('s', 'sub', 'e'),
    ]);
  const [one, other] = [handler({ signal: 'x' }, 'first'), handler({ signal: 'x' }, 'second')];
  expect(refusal(sub(one, other), sub(one), { second: 'first', 'second-sub': 'first-sub' })).toContain(
    '“second”',
  );
});
