import {
  boundary,
  callActivity,
  each,
  end,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  start,
  userTask,
} from '@wuqing/testing';
import { calledPartsOf, ownerIn } from './called-parts.js';
import { evolve } from '../evolve/evolve.js';
import { commandInCalled } from './in-called.js';
import type { ProcessInstanceState } from '../state.js';

const inner = processOf('inner', [start('s'), userTask('x'), end('e'), ...path('s', 'x', 'e')]);
const outer = processOf('outer', [
  start('s'),
  userTask('a'),
  boundary('late', 'a', { duration: '"P30D"' }),
  callActivity('deep', 'inner'),
  end('e'),
  ...path('s', 'a', 'deep', 'e'),
  ...path('late', 'e'),
]);

const callerOf = (call = callActivity('call', 'outer')) =>
  new InstanceDriver(
    processOf('p', [start('s'), call, userTask('b'), end('e'), ...path('s', 'call', 'b', 'e')]),
    { calledProcesses: { inner, outer } },
  );

/** Runs one step and answers with its parts, by short words: key → owner. */
function partsOf(instance: InstanceDriver, perform: () => unknown) {
  const before = instance.state;
  const known = instance.journal.length;
  perform();
  return calledPartsOf(before, instance.journal.slice(known), [], (call) => `sum of ${call}`);
}

describe('what of an entry lies in called processes', () => {
  it('is told by the visits around it, callers first', () => {
    const instance = callerOf();
    const opened = partsOf(instance, () => instance.start());
    expect(opened?.parts).toEqual([{ call: 'call#2', definitionChecksum: 'sum of call' }]);
    expect(opened?.owners).toEqual({
      'call/s#3': 'call#2',
      'call/a#4': 'call#2',
      'call/late#5': 'call#2',
    });
    const deeper = partsOf(instance, () => instance.complete('call/a'));
    expect(deeper?.parts).toEqual([
      { call: 'call#2', definitionChecksum: 'sum of call' },
      { call: 'call/deep#6', caller: 'call#2', definitionChecksum: 'sum of call/deep' },
    ]);
    expect(deeper?.owners['call/deep/x#8']).toBe('call/deep#6');
    expect(deeper?.owners['call/deep#6']).toBe('call#2');
  });

  it('is nothing where nothing is called', () => {
    const plain = new InstanceDriver(sequenceOf('plain', [userTask('a')]), {});
    expect(partsOf(plain, () => plain.start())).toBeUndefined();
  });

  it('tells members of a multi-instance apart', () => {
    const instance = callerOf(each(callActivity('call', 'outer'), { cardinality: '2' }));
    const opened = partsOf(instance, () => instance.start());
    expect(opened?.parts.map(({ call }) => call)).toHaveLength(2);
    const tasks = instance.state.userTasks;
    expect(new Set(tasks.map((key) => ownerIn(instance.state, key))).size).toBe(2);
  });
});

describe('a command to the case of a called process', () => {
  const running = (): ProcessInstanceState => {
    const instance = callerOf();
    instance.start();
    return instance.state;
  };

  it.each([
    [{ type: 'CompleteUserTask', userTask: 'a#4', variables: {} }, { userTask: 'call/a#4' }],
    [{ type: 'TriggerTimer', timer: 'late#5' }, { timer: 'call/late#5' }],
    [{ type: 'ReturnToStep', target: 'a', reason: 'r' }, { target: 'call/a' }],
    [
      {
        type: 'ModifyProcessInstance',
        reason: 'r',
        terminate: ['a#4'],
        activate: [{ elementId: 'deep', scope: 'gone#9' }],
      },
      { terminate: ['call/a#4'], activate: [{ elementId: 'call/deep', scope: 'call/gone#9' }] },
    ],
  ] as const)('%j', (command, named) => {
    expect(commandInCalled(running(), 'call#2', command)).toMatchObject({ ok: true, value: named });
  });

  it('is refused where it concerns the whole, or where the call is over', () => {
    const cancel = { type: 'CancelProcessInstance', reason: 'r' } as const;
    expect(commandInCalled(running(), 'call#2', cancel)).toMatchObject({ error: { code: 'invalid' } });
    expect(commandInCalled(running(), 'call#9', cancel)).toMatchObject({ error: { code: 'not-active' } });
  });

  it('finds a key whatever its call was called when it began', () => {
    const moved = evolve(running(), {
      type: 'ProcessInstanceMigrated',
      at: 0 as never,
      elements: { call: 'ring', 'call/a': 'ring/a' },
      flows: {},
      forgotten: [],
      reason: 'r',
    });
    const complete = { type: 'CompleteUserTask', userTask: 'a#4', variables: {} } as const;
    expect(commandInCalled(moved, 'call#2', complete)).toMatchObject({ value: { userTask: 'call/a#4' } });
  });
});
