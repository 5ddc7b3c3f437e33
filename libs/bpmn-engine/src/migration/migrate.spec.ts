import type { ExecutableProcess } from '@wuqing/bpmn-model';
import {
  boundary,
  catchEvent,
  each,
  end,
  InstanceDriver,
  parallel,
  path,
  processFromBlock,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  task,
  traceOf,
  userTask,
  type Block,
} from '@wuqing/testing';
import fc from 'fast-check';
import { planMigration } from './plan-migration.js';

const HOUR = 3_600_000;

/** The same instance, to be migrated to `process`, and what it is after that. */
function migrated(
  instance: InstanceDriver,
  process: ExecutableProcess,
  { mapping = {}, timers = 'keep' as 'keep' | 'replan' } = {},
) {
  const mover = new InstanceDriver(instance.process, { migrateTo: process });
  mover.state = instance.state;
  mover.clock.setTo(instance.clock.now());
  const answer = mover.send({ type: 'MigrateProcessInstance', mapping, timers, reason: 'r' });
  const after = new InstanceDriver(process);
  after.state = mover.state;
  after.clock.setTo(instance.clock.now());
  return {
    answer,
    trace: answer.ok ? traceOf(answer.value.events) : answer.error.message,
    after,
    effects: mover.effects,
  };
}

const started = (process: ExecutableProcess): InstanceDriver => {
  const instance = new InstanceDriver(process);
  instance.start();
  return instance;
};

describe('migration', () => {
  it('an open task goes on under its new id, and keeps its key', () => {
    const instance = started(sequenceOf('p', [userTask('a'), userTask('b')]));
    const { trace, after, effects } = migrated(instance, sequenceOf('p', [userTask('x'), userTask('y')]), {
      mapping: { a: 'x' },
    });
    expect(trace).toBe('⇄');
    expect(effects).toEqual([]);
    expect(after.state.userTasks).toEqual(['a#2']);
    expect(after.run({ type: 'CompleteUserTask', userTask: 'a#2', variables: {} })).toBe(
      '✓a#2 -a#2 x-y +y#3 ●y#3',
    );
    expect(after.state.executed).toEqual(['x']);
  });

  it.each<[string, ExecutableProcess, Record<string, string>, string]>([
    ['gone', sequenceOf('p', [userTask('x')]), {}, '步骤“a”在新版本中没有，请指定对应的步骤。'],
    [
      'of another type',
      sequenceOf('p', [task('a')]),
      {},
      '步骤“a”对应“a”：类型由 userTask 变为 task，不能迁移。',
    ],
    [
      'looped',
      sequenceOf('p', [each(userTask('a'), { cardinality: '2' })]),
      {},
      '步骤“a”对应“a”：循环或多实例的方式变了，不能迁移。',
    ],
    [
      'in a looped sub-process',
      sequenceOf('p', [
        each(subProcess('u', [start('b'), userTask('a'), end('d'), ...path('b', 'a', 'd')]), {
          cardinality: '2',
        }),
      ]),
      {},
      '步骤“a”在新版本中位于“u”内，不能带入（事件、临时或多实例子流程）。',
    ],
    ['of another process', sequenceOf('q', [userTask('a')]), {}, '只能迁移到同一流程的版本，不能迁移到“q”。'],
  ])('a step that is %s does not move, and nothing happens', (_what, process, mapping, why) => {
    const instance = started(sequenceOf('p', [userTask('a')]));
    const before = JSON.stringify(instance.state);
    const { trace, after } = migrated(instance, process, { mapping });
    expect(trace).toBe(why);
    expect(JSON.stringify(after.state)).toBe(before);
    const view = { process: instance.process, state: instance.state, context: instance.context };
    expect(planMigration(view, { process, mapping })).toMatchObject({ ok: false });
  });

  const inside = [start('b'), userTask('a'), end('d'), ...path('b', 'a', 'd')];

  it('a step around which a sub-process was drawn enters it, with what waits there', () => {
    const instance = started(sequenceOf('p', [userTask('a'), userTask('z')]));
    const around = [
      start('start'),
      subProcess('u', inside),
      boundary('t', 'u', { duration: '"PT1H"' }),
      userTask('z'),
      end('end'),
      ...path('start', 'u', 'z', 'end'),
      ...path('t', 'end'),
    ];
    const { trace, after } = migrated(instance, processOf('p', around));
    expect(trace).toBe('⇄ +u#3 →a#2@u#3 ⏲t#4@2026-08-24T02:00:00.000Z');
    expect(after.complete('a')).toContain('-a#2 a-d +d#5 -d#5 ⊘t#4 -u#3 u-z');
  });

  it('a step whose sub-process is gone leaves it, and its variables stay', () => {
    const instance = started(
      sequenceOf('p', [subProcess('u', inside, { inputs: { x: '7' } }), userTask('z')]),
    );
    const { trace, after } = migrated(instance, sequenceOf('p', [userTask('a'), userTask('z')]));
    expect(trace).toBe('⇄ →a#4@p#0 {p#0 x=7} xu#2');
    expect(after.complete('a')).toBe('✓a#4 -a#4 a-z +z#5 ●z#5');
  });

  const timed = (duration: string, more: Parameters<typeof processOf>[1] = []) =>
    processOf('p', [
      start('s'),
      userTask('a'),
      boundary('t', 'a', { duration }),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('t', 'e'),
      ...more,
    ]);

  it('timers are kept, or planned anew by choice', () => {
    const instance = started(timed('"PT3H"'));
    const began = instance.clock.now();
    instance.clock.pass(HOUR);
    const kept = migrated(instance, timed('"PT5H"'));
    expect(Object.values(kept.after.state.timers)[0]!.dueAt - began).toBe(3 * HOUR);
    const anew = migrated(instance, timed('"PT5H"'), { timers: 'replan' });
    expect(anew.trace).toBe('⇄ ⊘t#3 ⏲t#4@2026-08-24T07:00:00.000Z');
    expect(Object.values(anew.after.state.timers)[0]!.dueAt - began).toBe(6 * HOUR);
  });

  it('an event that is new beside a running step waits, one that is gone waits no longer', () => {
    const instance = started(timed('"PT3H"'));
    const other = processOf('p', [
      start('s'),
      userTask('a'),
      boundary('m', 'a', { message: 'stop' }),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('m', 'e'),
    ]);
    expect(migrated(instance, other).trace).toBe('⇄ ⊘t#3 ✉m#4(stop:)');
  });

  it('tokens at a join wait on in the new version, or keep the instance from moving', () => {
    const forked = (names: readonly string[], join: string) =>
      processOf('p', [
        start('s'),
        parallel('f'),
        ...names.map((name) => userTask(name)),
        parallel(join),
        end('e'),
        ...path('s', 'f'),
        ...names.flatMap((name) => path('f', name, join)),
        ...path(join, 'e'),
      ]);
    const instance = started(forked(['a', 'b'], 'j'));
    instance.complete('a');
    const mapping = { a: 'x', b: 'y', j: 'k' };
    const { after } = migrated(instance, forked(['x', 'y'], 'k'), { mapping });
    after.run({ type: 'CompleteUserTask', userTask: after.state.userTasks[0]!, variables: {} });
    expect(after.state.status).toBe('completed');
    expect(migrated(instance, forked(['x', 'y'], 'k'), { mapping: { b: 'y', j: 'k' } }).trace).toMatch(
      /^汇合“j”处在连线“a-j”上等待的分支，在新版本中没有对应的连线。$/,
    );
  });

  it('a multi-instance, a service and a catch event move with what they wait for', () => {
    const parts = (ids: readonly [string, string, string]) =>
      sequenceOf('p', [
        each(userTask(ids[0]), { cardinality: '2' }),
        serviceTask(ids[1], 'town.w'),
        catchEvent(ids[2], { duration: '"PT1H"' }),
      ]);
    const instance = started(parts(['a', 'b', 'c']));
    const next = parts(['x', 'y', 'z']);
    const first = migrated(instance, next, { mapping: { a: 'x', b: 'y', c: 'z' } }).after;
    for (const key of [...first.state.userTasks])
      first.run({ type: 'CompleteUserTask', userTask: key, variables: {} });
    first.serve('y');
    first.fire('z');
    expect(first.state.status).toBe('completed');
  });
});

const leaf = fc.constantFrom<Block>(
  { kind: 'userTask' },
  { kind: 'timer' },
  { kind: 'message' },
  { kind: 'service' },
  { kind: 'guarded', by: 'timer', interrupting: true },
  { kind: 'guarded', by: 'message', interrupting: false },
);
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'parallel' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('subProcess' as const), block: tie('block') }),
  ),
}));

/** The same process with `r_` before every id of a node or a flow. */
function renamedProcess(process: ExecutableProcess): ExecutableProcess {
  const ids = new Set([...Object.keys(process.nodes), ...Object.keys(process.flows)]);
  const renamed = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key !== 'name' && ids.has(value) ? `r_${value}` : value;
    if (Array.isArray(value)) return value.map((item) => renamed(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [ids.has(name) ? `r_${name}` : name, renamed(item, name)]),
    );
  };
  return renamed(process) as ExecutableProcess;
}

/** Works off whatever is open, in the order of its keys' numbers, and tells what happened, without `r_`. */
function finished(instance: InstanceDriver, turnsMax = 100): string[] {
  const traces: string[] = [];
  for (let turn = 0; instance.state.status === 'running' && turn < turnsMax; turn += 1) {
    const { userTasks, timers, subscriptions, services } = instance.state;
    const variables = { n: 1, again: false };
    const [task] = userTasks;
    const [service] = Object.keys(services);
    const [timer] = Object.keys(timers);
    const [subscription] = Object.keys(subscriptions);
    if (task) traces.push(instance.run({ type: 'CompleteUserTask', userTask: task, variables }));
    else if (service)
      traces.push(instance.run({ type: 'CompleteServiceTask', serviceTask: service, variables }));
    else if (timer) traces.push(instance.run({ type: 'TriggerTimer', timer }));
    else if (subscription) traces.push(instance.run({ type: 'CorrelateMessage', subscription, variables }));
    else break;
  }
  return traces.map((trace) => trace.replaceAll('r_', ''));
}

it('after moving to the same process under other ids, all goes on as it would have', () => {
  fc.assert(
    fc.property(block, fc.nat(6), (drawn, turns) => {
      const process = processFromBlock('p', drawn);
      const instance = new InstanceDriver(process);
      instance.start({ n: 1, again: false });
      finished(instance, turns);
      fc.pre(instance.state.status === 'running');
      const mapping = Object.fromEntries(Object.keys(process.nodes).map((id) => [id, `r_${id}`]));
      const { trace, after } = migrated(instance, renamedProcess(process), { mapping });
      expect(trace).toBe('⇄');
      expect(finished(after)).toEqual(finished(instance));
      expect(after.state.status).toBe('completed');
    }),
    { numRuns: 100 },
  );
});
