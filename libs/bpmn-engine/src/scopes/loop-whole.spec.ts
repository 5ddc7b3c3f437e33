import {
  boundary,
  callActivity,
  each,
  end,
  undoing,
  throwEvent,
  undoneBy,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  userTask,
} from '@wuqing/testing';
import { cast, vote, voting } from '@wuqing/testing';

describe('a looped activity as a whole', () => {
  it('has the boundary events; one that interrupts ends all members', () => {
    const parts = [start('s'), vote(), boundary('b', 'v', { duration: '"P1D"' }), end('e')];
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...path('s', 'v', 'e'), ...path('b', 'e')]),
    );
    instance.start({ members: [1, 2] });
    expect(Object.keys(instance.state.timers)).toHaveLength(1);
    expect(instance.fire('b')).toBe('⏰b#3 xv#4 xv#5 xv#2 +b#6 -b#6 b-e +e#7 -e#7 ■');
    expect(instance.leftovers).toEqual([]);
  });

  it('a service gets its mapped inputs only, a member each', () => {
    const service = each(
      serviceTask('w', 'town.w', { inputs: { who: 'member' }, outputs: { r: 'answer' } }),
      {
        collection: '["a","b"]',
        item: 'member',
        outputs: 'all',
        output: 'r',
      },
    );
    const instance = new InstanceDriver(sequenceOf('p', [service]));
    instance.start();
    expect(instance.effects.map((effect) => 'inputs' in effect && effect.inputs)).toEqual([
      { who: 'a' },
      { who: 'b' },
    ]);
    instance.serve('w', { answer: 2 });
    instance.serve('w', { answer: 1 });
    expect(instance.variable('all')).toEqual([1, 2]);
  });

  it('a sub-process keeps the variables of each member apart', () => {
    const inside = [start('b'), userTask('a'), end('d'), ...path('b', 'a', 'd')];
    const sub = each(subProcess('s', inside, { inputs: { x: 'member * 10' } }), {
      collection: '[1, 2]',
      item: 'member',
      outputs: 'all',
      output: 'x',
    });
    const instance = new InstanceDriver(sequenceOf('p', [sub]));
    instance.start();
    instance.complete('a', { x: 7 });
    instance.complete('a');
    expect(instance.variable('all')).toEqual([10, 7]);
    expect(instance.state.status).toBe('completed');
  });

  it('a called process runs once for each member', () => {
    const called = sequenceOf('k', [userTask('a')]);
    const call = each(callActivity('c', 'k', { inputs: { n: 'member' } }), {
      collection: '[1, 2]',
      item: 'member',
      outputs: 'all',
      output: 'n',
    });
    const instance = new InstanceDriver(sequenceOf('p', [call]), { calledProcesses: { k: called } });
    instance.start();
    instance.complete('c/a', { n: 5 });
    instance.complete('c/a');
    expect(instance.variable('all')).toEqual([1, 5]);
    expect(instance.state.variables['p#0']).not.toHaveProperty('loopCounter');
    expect(instance.state.status).toBe('completed');
  });

  it('an error that a member throws is caught by the boundary event of the whole, and ends all', () => {
    const work = each(serviceTask('w', 'town.w'), { cardinality: '2' });
    const parts = [start('s'), work, boundary('b', 'w', { error: 'E1' }), end('e')];
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...path('s', 'w', 'e'), ...path('b', 'e')]),
    );
    instance.start();
    const thrown = { errorCode: 'E1', message: 'no', variables: {} };
    expect(instance.run({ type: 'ThrowServiceError', serviceTask: 'w#3', ...thrown })).toBe(
      '↯w#3(E1) xw#3 xw#4 xw#2 +b#5 -b#5 b-e +e#6 -e#6 ■',
    );
  });

  it('behavior None tells its boundary events of each member, One of the first; the activity goes on', () => {
    const told = (when: 'each' | 'first') => {
      const work = each(userTask('w'), {
        cardinality: '2',
        sequential: true,
        throws: { when, definition: { kind: 'signal', signal: 'S' } },
      });
      const parts = [start('s'), work, boundary('b', 'w', { signal: 'S' }), userTask('x'), end('e')];
      const instance = new InstanceDriver(
        processOf('p', [...parts, ...path('s', 'w', 'e'), ...path('b', 'x', 'e')]),
      );
      instance.start();
      instance.complete('w');
      instance.complete('w');
      return instance;
    };
    expect(told('each').open).toEqual(['x', 'x']);
    expect(told('first').open).toEqual(['x']);
    expect(told('first').effects.some(({ type }) => type === 'BroadcastSignal')).toBe(false);
  });

  it('is undone member by member, the last that was completed first', () => {
    const work = each(userTask('w'), { collection: '["a","b"]', item: 'member' });
    const parts = [
      start('s'),
      work,
      undoneBy('c', 'w', 'u'),
      undoing(userTask('u', { inputs: { who: 'member' } })),
      throwEvent('t', { compensate: undefined }),
      end('e'),
      ...path('s', 'w', 't', 'e'),
    ];
    const instance = new InstanceDriver(processOf('p', parts));
    instance.start();
    instance.complete('w');
    instance.complete('w');
    const undone = [instance.state.variables[instance.state.userTasks[0]!]?.['who']];
    instance.complete('u');
    undone.push(instance.state.variables[instance.state.userTasks[0]!]?.['who']);
    instance.complete('u');
    expect(undone).toEqual(['a', 'b']);
    expect(instance.state.status).toBe('completed');
  });

  it('a return goes into the member that runs', () => {
    const inside = [start('b'), userTask('a'), userTask('z'), end('d'), ...path('b', 'a', 'z', 'd')];
    const sub = each(subProcess('s', inside), { cardinality: '2', sequential: true });
    const instance = new InstanceDriver(sequenceOf('p', [sub]));
    instance.start();
    instance.complete('a');
    expect(instance.returnTo('a')).toBe('↶a xz#6 +a#7 ●a#7');
    instance.complete('a');
    instance.complete('z');
    expect(instance.open).toEqual(['a']);
  });

  it('a return from behind it opens it anew', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [each(userTask('a'), { cardinality: '2' }), userTask('z')]),
    );
    instance.start();
    instance.complete('a');
    instance.complete('a');
    instance.returnTo('a');
    expect(instance.open).toEqual(['a', 'a']);
  });

  it('an output that fails is an incident on its member alone', () => {
    const { instance } = voting({ output: 'boom()' });
    expect(cast(instance, 'v#4', 'x')).toMatch(/⚠v#4\(expression\)$/);
    expect(instance.state.incidents['v#4']).toMatchObject({ retry: 'leave' });
    expect(instance.open).toHaveLength(2);
  });

  it('a condition that is neither true nor false is an incident on the member that asked', () => {
    const { instance } = voting({ until: 'nothing' });
    expect(cast(instance, 'v#4', 'x')).toMatch(/⚠v#4\(condition\)$/);
  });
});
