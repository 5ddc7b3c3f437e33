import {
  boundary,
  callActivity,
  catchEvent,
  each,
  end,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  task,
  userTask,
} from '@wuqing/testing';

const HOUR = 3_600_000;

describe('suspend and resume', () => {
  const waiting = () => {
    const parts = [start('s'), parallel('f'), userTask('a'), serviceTask('w', 'town.w')];
    const events = [
      catchEvent('t', { duration: '"PT3H"' }),
      catchEvent('m', { message: 'm' }),
      boundary('b', 'a', { duration: '"PT1H"' }),
      end('e'),
    ];
    const flows = ['a', 'w', 't', 'm'].flatMap((id) => path('f', id, 'e'));
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...events, ...path('s', 'f'), ...flows, ...path('b', 'e')]),
    );
    instance.start();
    return instance;
  };
  const suspend = { type: 'SuspendProcessInstance', reason: 'r' } as const;
  const resume = { type: 'ResumeProcessInstance', reason: 'r' } as const;

  it('timers keep what was left of them; one that was overdue is due at once', () => {
    const instance = waiting();
    const due = instance.clock.now();
    instance.clock.pass(2 * HOUR);
    const before = instance.effects.length;
    expect(instance.run(suspend)).toBe('⏸');
    expect(instance.effects.slice(before).map(({ type }) => type)).toEqual(['CancelTimer', 'CancelTimer']);
    expect(instance.state.timers).toEqual({});
    instance.clock.pass(50 * HOUR);
    expect(instance.run(resume)).toBe('⏵');
    expect(
      Object.values(instance.state.timers).map(({ elementId, dueAt }) => [elementId, dueAt - due]),
    ).toEqual([
      ['b', 52 * HOUR],
      ['t', 53 * HOUR],
    ]);
    expect(instance.state.suspended).toBeUndefined();
  });

  it('people and clocks are refused, with a sentence', () => {
    const instance = waiting();
    const [userTask] = instance.state.userTasks;
    const [timer] = Object.keys(instance.state.timers);
    instance.run(suspend);
    const answers = [
      instance.send({ type: 'CompleteUserTask', userTask: userTask!, variables: {} }),
      instance.send({ type: 'TriggerTimer', timer: timer! }),
      instance.send({ type: 'ModifyProcessInstance', activate: [], terminate: [userTask!], reason: 'r' }),
      instance.send(suspend),
    ];
    expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual(Array(4).fill('suspended'));
    expect(answers[0]).toMatchObject({ error: { message: '该事项已暂停办理，恢复后才能继续办理。' } });
  });

  it('answers of services and messages are put off, each once, and carried out in their order', () => {
    const instance = waiting();
    instance.run(suspend);
    const w = Object.keys(instance.state.services)[0]!;
    const m = Object.keys(instance.state.subscriptions)[0]!;
    expect(instance.correlate('m', { x: 1 })).toBe('⏸(CorrelateMessage)');
    expect(instance.serve('w', { y: 2 })).toBe('⏸(CompleteServiceTask)');
    expect(instance.send({ type: 'CorrelateMessage', subscription: m, variables: {} }).ok).toBe(false);
    expect(instance.send({ type: 'FailServiceTask', serviceTask: w, message: 'no' }).ok).toBe(false);
    expect(instance.send({ type: 'FailServiceTask', serviceTask: 'x#9', message: 'no' }).ok).toBe(false);
    expect(instance.variable('x')).toBeUndefined();
    expect(instance.run(resume)).toMatch(/^⏵ ✉!m\S+ \{p#0 x=1\} .*⚙✓w\S+ \{p#0 y=2\} -w/);
  });

  it('can be canceled, and leaves nothing', () => {
    const instance = waiting();
    instance.run(suspend);
    instance.run({ type: 'CancelProcessInstance', reason: 'r' });
    expect(instance.leftovers).toEqual([]);
    expect(instance.state.suspended).toBeUndefined();
    expect(instance.send(resume)).toMatchObject({ ok: false, error: { code: 'not-running' } });
  });

  it('what is not suspended is not resumed', () => {
    expect(waiting().send(resume)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('incidents', () => {
  it('are mended by variables and retried', () => {
    const parts = [start('s'), exclusive('x'), userTask('a'), end('e'), ...path('s', 'x'), ...path('a', 'e')];
    const instance = new InstanceDriver(processOf('p', [...parts, flow('x', 'a', { when: 'n > 1' })]));
    expect(instance.start({ n: 1 })).toMatch(/⚠x#2\(no-flow\)$/);
    expect(instance.run({ type: 'ResolveIncident', incident: 'x#2', variables: { n: 2 } })).toBe(
      '{p#0 n=2} ⚠✓x#2 -x#2 x-a +a#3 ●a#3',
    );
  });

  it('a step that is stuck is skipped with what it should have brought', () => {
    const instance = new InstanceDriver(sequenceOf('p', [serviceTask('w', 'town.w'), userTask('a')]));
    instance.start();
    instance.run({ type: 'FailServiceTask', serviceTask: 'w#2', message: 'no' });
    expect(instance.run({ type: 'SkipElement', element: 'w#2', reason: 'r', variables: { result: 1 } })).toBe(
      '»w#2 ⚠✓w#2 {p#0 result=1} -w#2 w-a +a#3 ●a#3',
    );
  });

  it('a step that waits is skipped with all that is open', () => {
    const inside = [start('b'), userTask('a'), end('d'), ...path('b', 'a', 'd')];
    const instance = new InstanceDriver(
      sequenceOf('p', [subProcess('u', inside), each(userTask('v'), { cardinality: '2' }), task('t')]),
    );
    instance.start();
    expect(instance.run({ type: 'SkipElement', element: 'u#2', reason: 'r' })).toMatch(/^»u#2 xa#4 -u#2 u-v/);
    const [first] = instance.state.userTasks;
    instance.run({ type: 'SkipElement', element: first!, reason: 'r' });
    expect(instance.open).toEqual(['v']);
    instance.run({ type: 'SkipElement', element: instance.state.userTasks[0]!, reason: 'r' });
    expect(instance.state.status).toBe('completed');
    expect(instance.effects.filter(({ type }) => type === 'CloseUserTask')).toHaveLength(3);
  });

  it('a gateway and what does not run are not skipped', () => {
    const parts = [
      start('s'),
      exclusive('x'),
      end('e'),
      ...path('s', 'x'),
      flow('x', 'e', { when: 'n > 1' }),
    ];
    const instance = new InstanceDriver(processOf('p', parts));
    instance.start({ n: 1 });
    expect(instance.send({ type: 'SkipElement', element: 'x#2', reason: 'r' })).toMatchObject({
      error: { code: 'invalid' },
    });
    expect(instance.send({ type: 'SkipElement', element: 'toString', reason: 'r' })).toMatchObject({
      error: { code: 'not-active' },
    });
  });
});

describe('modify', () => {
  const nested = () => {
    const inside = [start('b'), userTask('a'), userTask('z'), end('d'), ...path('b', 'a', 'z', 'd')];
    const instance = new InstanceDriver(
      sequenceOf('p', [userTask('q'), subProcess('u', inside), userTask('r')]),
    );
    instance.start();
    return instance;
  };

  it('ends here and begins there, entering the scopes in between', () => {
    const instance = nested();
    expect(
      instance.run({
        type: 'ModifyProcessInstance',
        activate: [{ elementId: 'z', variables: { n: 1 } }],
        terminate: ['q#2'],
        reason: 'r',
      }),
    ).toBe('✎+z-q#2 xq#2 {p#0 n=1} +u#3 +z#4 ●z#4');
    expect(instance.complete('z')).toContain('u-r');
  });

  it('what was emptied completes', () => {
    const instance = nested();
    instance.complete('q');
    expect(
      instance.run({ type: 'ModifyProcessInstance', activate: [], terminate: ['a#5'], reason: 'r' }),
    ).toBe('✎+-a#5 xa#5 -u#3 u-r +r#6 ●r#6');
  });

  it('reaches into a running scope that is named', () => {
    const instance = nested();
    instance.complete('q');
    instance.run({
      type: 'ModifyProcessInstance',
      activate: [{ elementId: 'z', scope: 'u#3' }, { elementId: 'r' }],
      terminate: [],
      reason: 'r',
    });
    expect(instance.open).toEqual(['a', 'z', 'r']);
    expect(Object.keys(instance.state.instances).filter((key) => key.startsWith('u'))).toHaveLength(1);
  });

  it.each([
    [{ activate: [], terminate: [] }, 'invalid'],
    [{ activate: [], terminate: ['q#2'] }, 'invalid'],
    [{ activate: [], terminate: ['nothing#1'] }, 'not-active'],
    [{ activate: [{ elementId: 'nothing' }], terminate: [] }, 'unknown-element'],
    [{ activate: [{ elementId: 'r', scope: 'u#9' }], terminate: [] }, 'not-active'],
    [{ activate: [{ elementId: 'r', scope: 'q#2' }], terminate: [] }, 'invalid'],
  ])('%j is refused: %s', (change, code) => {
    expect(nested().send({ type: 'ModifyProcessInstance', reason: 'r', ...change })).toMatchObject({
      error: { code },
    });
  });
});

describe('start from a point', () => {
  it('begins at the named elements, in one visit of a scope that they share', () => {
    const inside = [start('b'), parallel('f'), userTask('a'), userTask('z'), end('d')];
    const flows = [...path('b', 'f', 'a', 'd'), ...path('f', 'z', 'd')];
    const instance = new InstanceDriver(
      sequenceOf('p', [subProcess('u', [...inside, ...flows]), userTask('r')]),
    );
    expect(instance.run({ type: 'StartProcessInstance', variables: {}, startAt: ['a', 'z'] })).toBe(
      '▶p +u#1 +a#2 ●a#2 +z#3 ●z#3',
    );
    instance.complete('a');
    instance.complete('z');
    expect(instance.open).toEqual(['r']);
  });

  it('an unknown element is refused', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('r')]));
    expect(instance.send({ type: 'StartProcessInstance', variables: {}, startAt: ['x'] })).toMatchObject({
      error: { code: 'unknown-element' },
    });
  });
});

it('a tree of calls is canceled together', () => {
  const inner = sequenceOf('k2', [userTask('a')]);
  const outer = sequenceOf('k1', [callActivity('d', 'k2')]);
  const instance = new InstanceDriver(sequenceOf('p', [callActivity('c', 'k1')]), {
    calledProcesses: { k1: outer, k2: inner },
  });
  instance.start();
  expect(instance.open).toEqual(['c/d/a']);
  expect(instance.run({ type: 'CancelProcessInstance', reason: 'r' })).toMatch(
    /xc\/d\/a#\d+ xc\/d#\d+ xc#\d+ ✗/,
  );
  expect(instance.leftovers).toEqual([]);
});
