import {
  boundary,
  catchEvent,
  end,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  task,
  userTask,
} from '@wuqing/testing';
import { evolve, initialState, type Command } from './index.js';

const two = () => new InstanceDriver(sequenceOf('p', [userTask('a'), userTask('b')]));

describe('advance refuses', () => {
  const foreign = ['a#99', 'constructor', '__proto__', ''];
  const commands: Command[] = foreign.flatMap((key): Command[] => [
    { type: 'CompleteUserTask', userTask: key, variables: {} },
    { type: 'TriggerTimer', timer: key },
    { type: 'CorrelateMessage', subscription: key, variables: {} },
    { type: 'CompleteServiceTask', serviceTask: key, variables: {} },
    { type: 'FailServiceTask', serviceTask: key, message: 'no' },
    { type: 'ResolveIncident', incident: key },
  ]);

  it.each(commands.map((command) => [JSON.stringify(command), command] as const))(
    '%s as not active',
    (_text, command) => {
      const instance = two();
      instance.start();
      const before = JSON.stringify(instance.state);
      expect(instance.send(command)).toMatchObject({ ok: false, error: { code: 'not-active' } });
      expect(JSON.stringify(instance.state)).toBe(before);
    },
  );

  const every: Command[] = [
    ...commands.slice(0, 6),
    { type: 'ReturnToStep', target: 'a', reason: '' },
    { type: 'CancelProcessInstance', reason: '' },
  ];

  it.each(every.map((command) => [command.type, command] as const))(
    '%s before the start and after the end',
    (_type, command) => {
      const instance = two();
      expect(instance.send(command)).toMatchObject({ ok: false, error: { code: 'not-running' } });
      instance.start();
      instance.complete('a');
      instance.complete('b');
      expect(instance.send(command)).toMatchObject({ ok: false, error: { code: 'not-running' } });
    },
  );

  it('a second start', () => {
    const instance = two();
    instance.start();
    expect(instance.send({ type: 'StartProcessInstance', variables: {} })).toMatchObject({
      ok: false,
      error: { code: 'already-started' },
    });
  });

  it('a second completion of the same user task', () => {
    const instance = two();
    instance.start();
    instance.complete('a');
    expect(instance.send({ type: 'CompleteUserTask', userTask: 'a#2', variables: {} })).toMatchObject({
      ok: false,
      error: { code: 'not-active' },
    });
  });

  it.each<[string, Command]>([
    ['a start', { type: 'StartProcessInstance', variables: { text: '五'.repeat(11_000) } }],
    ['a submission', { type: 'CompleteUserTask', userTask: 'a#3', variables: { text: 'x'.repeat(33_000) } }],
    ['a message', { type: 'CorrelateMessage', subscription: 'm#4', variables: { text: '😀'.repeat(8_300) } }],
    [
      'a service result',
      { type: 'CompleteServiceTask', serviceTask: 'v#5', variables: { text: 'é'.repeat(17_000) } },
    ],
  ])('%s beyond 32 KB of variables', (_what, command) => {
    const parts = [
      start('s'),
      task('f'),
      userTask('a'),
      catchEvent('m', { message: 'm' }),
      serviceTask('v', 'town.x'),
    ];
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...path('s', 'f', 'a'), ...path('f', 'm'), ...path('f', 'v')]),
    );
    if (command.type !== 'StartProcessInstance') instance.start();
    expect(instance.send(command)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });
});

describe('CancelProcessInstance', () => {
  it('closes everything and says why', () => {
    const parts = [
      start('s'),
      userTask('a'),
      boundary('b', 'a', { duration: '"P1D"' }),
      end('e'),
      ...path('s', 'a', 'e'),
    ];
    const instance = new InstanceDriver(processOf('p', parts));
    instance.start();
    instance.effects.length = 0;
    expect(instance.run({ type: 'CancelProcessInstance', reason: '撤回' })).toBe('⊘b#3 xa#2 ✗(撤回)');
    expect(instance.effects.map(({ type }) => type)).toEqual(['CancelTimer', 'CloseUserTask']);
    expect(instance.state.status).toBe('terminated');
    expect(instance.leftovers).toEqual([]);
  });

  it('of an instance that is stuck in its own scope', () => {
    const instance = new InstanceDriver(processOf('p', [userTask('a')]));
    instance.start();
    expect(instance.run({ type: 'CancelProcessInstance', reason: 'x' })).toBe('⚠✓p#0 ✗(x)');
    expect(instance.state.incidents).toEqual({});
  });
});

describe('size and purity', () => {
  const seven = sequenceOf(
    'seven-user-tasks',
    Array.from({ length: 7 }, (_, index) => userTask(`step-${index + 1}`)),
  );

  it('the state of a seven-step case is at most 2 kB at every step', () => {
    const instance = new InstanceDriver(seven);
    instance.start();
    for (let step = 1; step <= 7; step += 1) {
      expect(JSON.stringify({ ...instance.state, variables: {} }).length).toBeLessThanOrEqual(2048);
      instance.complete(`step-${step}`);
    }
    expect(instance.state.status).toBe('completed');
    expect(instance.leftovers).toEqual([]);
    expect(instance.state.executed).toHaveLength(7);
  });

  it('evolve changes nothing that it is given', () => {
    const instance = new InstanceDriver(seven);
    instance.start({ n: 1 });
    instance.complete('step-1');
    let state = initialState();
    for (const event of instance.journal) {
      const frozen = deepFreeze(structuredClone(state));
      state = evolve(frozen, deepFreeze(structuredClone(event)));
    }
    expect(state).toEqual(instance.state);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
