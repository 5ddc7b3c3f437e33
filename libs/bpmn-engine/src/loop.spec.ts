import {
  again,
  boundary,
  callActivity,
  each,
  end,
  undoing,
  throwEvent,
  undoneBy,
  exclusive,
  InstanceDriver,
  path,
  processOf,
  scriptTask,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  task,
  userTask,
} from '@wuqing/testing';
import { MEMBERS_MAX } from './loop.js';

const vote = (options: Parameters<typeof each>[1] = {}) =>
  each(userTask('v', { outputs: { vote: 'choice' } }), {
    collection: 'members',
    item: 'member',
    outputs: 'votes',
    output: 'vote',
    ...options,
  });

const voting = (options: Parameters<typeof each>[1] = {}, members: unknown = ['甲', '乙', '丙']) => {
  const instance = new InstanceDriver(sequenceOf('p', [vote(options)]));
  return { instance, trace: instance.start({ members: members as string[] }) };
};

const cast = (instance: InstanceDriver, key: string, choice: string): string =>
  instance.run({ type: 'CompleteUserTask', userTask: key, variables: { choice } });

describe('multi-instance in parallel', () => {
  it('opens a member for each item, in the order of the list', () => {
    expect(voting().trace).toBe(
      '▶p {p#0 members=["甲","乙","丙"]} +start#1 -start#1 start-v +v#2* ⟳v#2(3) {v#2 votes=[null,null,null]}' +
        ' +v#3[1] {v#3 member="甲" loopCounter=1} ●v#3' +
        ' +v#4[2] {v#4 member="乙" loopCounter=2} ●v#4' +
        ' +v#5[3] {v#5 member="丙" loopCounter=3} ●v#5',
    );
  });

  it('collects the outputs in the order of the input, whoever comes first', () => {
    const { instance } = voting();
    expect(cast(instance, 'v#5', '同意')).toBe('✓v#5 {p#0 vote="同意"} {v#2 votes[3]="同意"} -v#5');
    cast(instance, 'v#3', '反对');
    expect(cast(instance, 'v#4', '弃权')).toBe(
      '✓v#4 {p#0 vote="弃权"} {v#2 votes[2]="弃权"} -v#4 {p#0 votes=["反对","弃权","同意"]} -v#2 v-end +end#6 -end#6 ■',
    );
    expect(instance.leftovers).toEqual([]);
  });

  it('ends the others when the condition holds, with the counts of BPMN 2.0.2 table 10.30', () => {
    const { instance } = voting({
      until:
        'numberOfCompletedInstances * 2 > numberOfInstances and numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0',
    });
    cast(instance, 'v#3', '同意');
    expect(cast(instance, 'v#5', '同意')).toContain('-v#5 xv#4 {p#0 votes=["同意",null,"同意"]} -v#2');
    expect(instance.state.status).toBe('completed');
    expect(instance.effects.at(-1)).toEqual({ type: 'CloseUserTask', userTask: 'v#4', how: 'canceled' });
  });

  it('sees the variables of the member in the condition', () => {
    const { instance } = voting({ until: 'member = "乙"' });
    cast(instance, 'v#3', '同意');
    expect(instance.open).toHaveLength(2);
    cast(instance, 'v#4', '同意');
    expect(instance.state.status).toBe('completed');
  });

  it('without members it is done at once', () => {
    expect(voting({}, []).trace).toContain('⟳v#2(0) {v#2 votes=[]} {p#0 votes=[]} -v#2 v-end');
  });

  it.each<[string, unknown, string]>([
    ['null', null, 'collection'],
    ['a text', 'abc', 'collection'],
    ['a list beyond the cap', Array.from({ length: MEMBERS_MAX + 1 }, () => 1), 'too-many-members'],
  ])('%s is an incident that a retry asks again', (_what, members, code) => {
    const { instance, trace } = voting({}, members);
    expect(trace).toMatch(new RegExp(`\\+v#2\\* ⚠v#2\\(${code}\\)$`));
    expect(instance.resolve('v')).toMatch(new RegExp(`⚠✓v#2 ⚠v#2\\(${code}\\)$`));
  });

  it.each([
    ['3', 3],
    ['"3"', 3],
    ['0', 0],
  ])('a number of members: %s', (cardinality, members) => {
    const instance = new InstanceDriver(sequenceOf('p', [each(userTask('v'), { cardinality })]));
    instance.start();
    expect(instance.open).toHaveLength(members);
  });

  it.each(['1000000000', '0 - 1', '1.5', 'null', '"1e3"'])('no number of members: %s', (cardinality) => {
    const instance = new InstanceDriver(sequenceOf('p', [each(userTask('v'), { cardinality })]));
    expect(instance.start()).toMatch(/\+v#2\* ⚠v#2\((too-many-members|collection|expression)\)$/);
  });

  it('as many as are allowed, of work that waits for nobody, end in one turn', () => {
    const script = each(scriptTask('t', 'x', 'loopCounter'), {
      cardinality: String(MEMBERS_MAX),
      outputs: 'list',
      output: 'x',
    });
    const instance = new InstanceDriver(sequenceOf('p', [script]));
    instance.start();
    expect(instance.state.status).toBe('completed');
    expect(instance.variable('list')).toEqual(Array.from({ length: MEMBERS_MAX }, (_, index) => index + 1));
  });

  it('many within many are stopped as a loop', () => {
    const inner = each(task('t'), { cardinality: '1000' });
    const outer = each(subProcess('s', [start('b'), inner, end('d'), ...path('b', 't', 'd')]), {
      cardinality: '1000',
    });
    const instance = new InstanceDriver(sequenceOf('p', [outer]));
    instance.start();
    expect(Object.values(instance.state.incidents)[0]).toMatchObject({ code: 'loop' });
    expect(instance.journal.length).toBeLessThan(60_000);
  });
});

describe('multi-instance one after the other', () => {
  it('the next member starts when the one before has ended', () => {
    const { instance, trace } = voting({ sequential: true });
    expect(trace).toMatch(/\+v#3\[1\] \{v#3 member="甲" loopCounter=1\} ●v#3$/);
    expect(cast(instance, 'v#3', '同意')).toBe(
      '✓v#3 {p#0 vote="同意"} {v#2 votes[1]="同意"} -v#3 +v#4[2] {v#4 member="乙" loopCounter=2} ●v#4',
    );
    expect(instance.state.instances['v#2']?.loop).toEqual({
      size: 3,
      started: 2,
      completed: 1,
      items: ['丙'],
    });
    cast(instance, 'v#4', '同意');
    expect(cast(instance, 'v#5', '反对')).toContain('{p#0 votes=["同意","同意","反对"]} -v#2 v-end');
  });

  it('stops early where the condition holds', () => {
    const { instance } = voting({ sequential: true, until: 'vote = "反对"' });
    expect(cast(instance, 'v#3', '反对')).toContain('{p#0 votes=["反对",null,null]} -v#2 v-end');
  });
});

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

describe('members added and taken out', () => {
  const add = (item?: string) =>
    ({ type: 'AddMultiInstanceMember', multiInstance: 'v#2', reason: 'r', ...(item && { item }) }) as const;
  const remove = (member: number) =>
    ({ type: 'RemoveMultiInstanceMember', multiInstance: 'v#2', member, reason: 'r' }) as const;

  it('one that is added to a parallel one starts at once and counts', () => {
    const { instance } = voting({ until: 'numberOfCompletedInstances = numberOfInstances' });
    expect(instance.run(add('丁'))).toBe('⟳+v#2[4] +v#6[4] {v#6 member="丁" loopCounter=4} ●v#6');
    for (const key of ['v#3', 'v#4', 'v#5']) cast(instance, key, key);
    expect(cast(instance, 'v#6', 'x')).toContain('{p#0 votes=["v#3","v#4","v#5","x"]} -v#2');
  });

  it('one that is added to a sequential one comes last', () => {
    const { instance } = voting({ sequential: true }, ['甲']);
    expect(instance.run(add('丁'))).toBe('⟳+v#2[2]');
    expect(cast(instance, 'v#3', 'x')).toContain('+v#4[2] {v#4 member="丁" loopCounter=2} ●v#4');
  });

  it('one that runs and is taken out ends; its place in the list goes', () => {
    const { instance } = voting();
    expect(instance.run(remove(2))).toBe('⟳-v#2[2] xv#4');
    cast(instance, 'v#3', '同意');
    expect(cast(instance, 'v#5', '反对')).toContain('{p#0 votes=["同意","反对"]} -v#2');
  });

  it('one that is still to come is passed over', () => {
    const { instance } = voting({ sequential: true });
    expect(instance.run(remove(2))).toBe('⟳-v#2[2]');
    expect(cast(instance, 'v#3', 'x')).toContain('+v#4[3] {v#4 member="丙" loopCounter=3}');
    expect(cast(instance, 'v#4', 'y')).toContain('{p#0 votes=["x","y"]}');
  });

  it('the last one that runs gives way to the next, or to the end', () => {
    const { instance } = voting({ sequential: true }, ['甲', '乙']);
    expect(instance.run(remove(1))).toContain('xv#3 +v#4[2]');
    expect(instance.run(remove(2))).toContain('{p#0 votes=[]} -v#2 v-end');
  });

  it('a share that is reached by fewer members ends it', () => {
    const { instance } = voting(
      { until: 'numberOfCompletedInstances * 2 > numberOfInstances' },
      [1, 2, 3, 4],
    );
    cast(instance, 'v#3', 'x');
    cast(instance, 'v#4', 'x');
    expect(instance.run(remove(4))).toContain('⟳-v#2[4] xv#6 xv#5 {p#0 votes=["x","x",null]} -v#2');
  });

  it('what is not there is refused, and so is a member without its item', () => {
    const { instance } = voting();
    cast(instance, 'v#3', 'x');
    const sent = [
      instance.send({ ...add('x'), multiInstance: 'v#3' }),
      instance.send({ ...add('x'), multiInstance: 'constructor' }),
      instance.send(add()),
      instance.send(remove(1)),
      instance.send(remove(4)),
      instance.send(remove(1.5)),
      instance.send({ ...remove(2), multiInstance: 'nothing#9' }),
      instance.send(add('y'.repeat(40_000))),
    ];
    expect(sent.map((answer) => answer.ok || answer.error.code)).toEqual([
      'not-active',
      'not-active',
      'invalid',
      'not-active',
      'not-active',
      'not-active',
      'not-active',
      'too-large',
    ]);
  });
});

describe('standard loop', () => {
  const count = (options: Parameters<typeof again>[1], n: number): unknown => {
    const instance = new InstanceDriver(sequenceOf('p', [again(scriptTask('t', 'n', 'n + 1'), options)]));
    instance.start({ n });
    return instance.state.status === 'completed' ? instance.variable('n') : instance.state.status;
  };

  it.each<[Parameters<typeof again>[1], number, number]>([
    [{ while: 'n < 3' }, 0, 3],
    [{ while: 'n < 3' }, 3, 4],
    [{ while: 'n < 3', testBefore: true }, 3, 3],
    [{ while: 'true', maximum: 3 }, 0, 3],
    [{ while: 'true', maximum: 0 }, 0, 0],
    [{ maximum: 2 }, 0, 2],
    [{ while: 'loopCounter < 4' }, 0, 4],
  ])('%j from %i comes to %i', (options, n, expected) => {
    expect(count(options, n)).toBe(expected);
  });

  it('its rounds bear their number', () => {
    const instance = new InstanceDriver(sequenceOf('p', [again(userTask('a'), { while: 'more' })]));
    expect(instance.start({ more: true })).toContain('+a#2* +a#3[1] {a#3 loopCounter=1} ●a#3');
    expect(instance.complete('a')).toBe('✓a#3 -a#3 +a#4[2] {a#4 loopCounter=2} ●a#4');
    expect(instance.complete('a', { more: false })).toBe(
      '✓a#4 {p#0 more=false} -a#4 -a#2 a-end +end#5 -end#5 ■',
    );
  });

  it('a condition without an answer is an incident, asked again by the retry', () => {
    const instance = new InstanceDriver(sequenceOf('p', [again(userTask('a'), { while: 'more' })]));
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 ⚠a#2(condition)');
    expect(instance.resolve('a')).toBe('⚠✓a#2 ⚠a#2(condition)');
  });

  it('without an end it is stopped, and can be taken up again', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [again(task('t'), { while: 'true' }), exclusive('x')]),
    );
    instance.start();
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'loop', elementId: 't' }]);
  });
});
