import {
  end,
  endThrowing,
  eventSubProcess,
  InstanceDriver,
  path,
  processOf,
  start,
  startOn,
  subProcess,
  throwEvent,
  userTask,
  type ProcessPart,
  type Thrown,
  type Trigger,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

const triggers: Readonly<Record<string, Trigger | Thrown>> = {
  message: { message: 'm', correlationKey: '"k"' },
  timer: { duration: '"P1D"' },
  date: { date: '"2027-01-01"' },
  signal: { signal: 'sig' },
  condition: { condition: 'bad = true' },
  beside: { message: 'again', correlationKey: '"k"' },
  cycle: { cycle: '"R3/P1D"' },
  error: { error: 'E' },
  escalation: { escalation: 'X' },
};
const beside = ['beside', 'cycle'];
const WAITING = ['beside', 'condition', 'cycle', 'date', 'message', 'signal', 'timer'];

const handlers: ProcessPart[] = Object.entries(triggers).map(([id, trigger]) =>
  eventSubProcess(`${id}-sub`, [
    startOn(id, trigger, { interrupting: !beside.includes(id) }),
    userTask(`${id}-x`),
    end(`${id}-z`),
    ...path(id, `${id}-x`, `${id}-z`),
  ]),
);
/** The flow chooses by `what` how it ends. */
const body = (): ProcessPart[] => [
  start('b'),
  userTask('a'),
  userTask('then'),
  throwEvent('up', { escalation: 'X' }),
  endThrowing('down', { error: 'E' }),
  ...path('b', 'a', 'then', 'up', 'down'),
];
const places: Readonly<Record<string, ReturnType<typeof processOf>>> = {
  'of the process': processOf('p', [...body(), ...handlers]),
  'of a sub-process': processOf('p', [
    start('s'),
    subProcess('sub', [...body(), ...handlers]),
    userTask('after'),
    end('e'),
    ...path('s', 'sub', 'after', 'e'),
  ]),
};

const waits = ({
  state: { timers, subscriptions, signals = {}, conditions = {} },
}: InstanceDriver): string[] =>
  [timers, subscriptions, signals, conditions]
    .flatMap((record) => Object.values<{ elementId: string }>(record))
    .map(({ elementId }) => elementId)
    .sort();

const keyOf = ({ state }: InstanceDriver, elementId: string): string =>
  Object.keys(state.instances).findLast((key) => key.startsWith(`${elementId}#`))!;

const begun = (process: ReturnType<typeof processOf>, flags = engineFlags): InstanceDriver => {
  const instance = new InstanceDriver(process, { flags });
  instance.start({ bad: false });
  expect(waits(instance)).toEqual(WAITING);
  return instance;
};

const modify = (
  instance: InstanceDriver,
  activate: readonly string[],
  terminate: readonly string[],
): string =>
  instance.run({
    type: 'ModifyProcessInstance',
    activate: activate.map((elementId) => ({ elementId })),
    terminate: terminate.map((id) => keyOf(instance, id)),
    reason: 'r',
  });

describe.each(Object.keys(places))('a scope that an event sub-process had taken: %s', (place) => {
  it.each(['message', 'timer', 'signal'])('all its events wait again after a modification (%s)', (by) => {
    const instance = begun(places[place]!);
    if (by === 'message') instance.correlate('message');
    else if (by === 'timer') instance.fire('timer');
    else instance.signal('signal');
    expect(waits(instance)).toEqual([]);
    modify(instance, ['a'], [`${by}-sub`]);
    expect(instance.open).toEqual(['a']);
    expect(waits(instance)).toEqual(WAITING);
    instance.correlate('message');
    expect(instance.open).toEqual(['message-x']);
  });

  it('errors and escalations are heard again like the others', () => {
    const instance = begun(places[place]!);
    instance.correlate('message');
    modify(instance, ['then'], ['message-sub']);
    instance.complete('then');
    expect(instance.open).toEqual(['escalation-x']);
    modify(instance, ['down'], ['escalation-sub']);
    expect(instance.open).toEqual(['error-x']);
    expect(waits(instance)).toEqual([]);
  });

  it('while what interrupted it still runs, none of them waits; when it is over, all do', () => {
    const instance = begun(places[place]!);
    instance.correlate('message');
    modify(instance, ['a'], []);
    expect([instance.open, waits(instance)]).toEqual([['message-x', 'a'], []]);
    instance.complete('message-x');
    expect([instance.open, waits(instance)]).toEqual([['a'], WAITING]);
  });

  it('a second modification that ends it lets them wait beside what runs', () => {
    const instance = begun(places[place]!);
    instance.correlate('message');
    modify(instance, ['a'], []);
    modify(instance, [], ['message-sub']);
    expect([instance.open, waits(instance)]).toEqual([['a'], WAITING]);
  });

  it('what is only ended leaves nothing that waits', () => {
    const instance = begun(places['of a sub-process']!);
    instance.correlate('message');
    modify(instance, ['after'], ['sub']);
    expect([instance.open, waits(instance)]).toEqual([['after'], []]);
  });

  it('an event that waits already is not opened twice', () => {
    const instance = begun(places[place]!);
    instance.correlate('beside');
    modify(instance, ['then'], ['a']);
    expect(waits(instance)).toEqual(WAITING);
  });

  it('what cannot wait again refuses the modification', () => {
    const instance = begun(places[place]!);
    instance.correlate('message');
    const before = instance.state;
    instance.process = withKey(instance.process, 'nowhere()');
    const answer = instance.send({
      type: 'ModifyProcessInstance',
      activate: [{ elementId: 'a' }],
      terminate: [keyOf(instance, 'message-sub')],
      reason: 'r',
    });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('无法重新等待') } });
    expect(instance.state).toBe(before);
  });

  it('an instance older than the flag stays deaf', () => {
    const instance = begun(
      places[place]!,
      engineFlags.filter((flag) => flag !== 'wait-once'),
    );
    instance.correlate('message');
    modify(instance, ['a'], ['message-sub']);
    expect(waits(instance)).toEqual([]);
  });
});

/** The same process, in which the key of every message says something else. */
function withKey(process: ReturnType<typeof processOf>, source: string): ReturnType<typeof processOf> {
  const ast = { type: 'call', name: 'nowhere', arguments: [] };
  const messages = Object.entries(process.messages).map(([id, message]) => [
    id,
    { ...message, correlationKey: { source, ast } },
  ]);
  return { ...process, messages: Object.fromEntries(messages) as typeof process.messages };
}
