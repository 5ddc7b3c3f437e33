import {
  callActivity,
  each,
  end,
  InstanceDriver,
  path,
  scriptTask,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  userTask,
  type EachOptions,
  type NodePart,
} from '@wuqing/testing';

const list: EachOptions = { collection: 'members', item: 'member', outputs: 'votes', output: 'vote' };
const looped = (part: NodePart, options: EachOptions = {}): NodePart => each(part, { ...list, ...options });

const driven = (
  part: NodePart,
  members: readonly string[] = ['a', 'b'],
  more: ConstructorParameters<typeof InstanceDriver>[1] = {},
): InstanceDriver => {
  const instance = new InstanceDriver(sequenceOf('p', [part, userTask('after')]), more);
  instance.start({ members: [...members] });
  return instance;
};

const answer = (
  instance: InstanceDriver,
  userTask: string,
  variables: Record<string, unknown> = {},
): string =>
  instance.run({ type: 'CompleteUserTask', userTask, variables: variables as Record<string, string> });

describe('what was collected stays, whoever writes the name of the collection', () => {
  const said = '{who: member, says: votes}';

  it.each<[string, unknown]>([
    ['a text', 'no'],
    ['a number', 7],
    ['a shorter list', [9]],
    ['a longer list', [9, 9, 9, 9, 9]],
    ['null', null],
  ])('%s from a form', (_title, votes) => {
    const instance = driven(looped(userTask('v'), { output: said }), ['a', 'b', 'c']);
    answer(instance, 'v#3', { votes: 'yes' });
    answer(instance, 'v#5', { votes });
    answer(instance, 'v#4', { votes: 'none' });
    expect(instance.variable('votes')).toEqual([
      { who: 'a', says: 'yes' },
      { who: 'b', says: 'none' },
      { who: 'c', says: votes },
    ]);
  });

  it('from a mapping, a script, a service and a step of a sub-process', () => {
    const mapping = driven(looped(userTask('v', { outputs: { votes: 'said', vote: 'said' } })));
    answer(mapping, 'v#4', { said: 2 });
    answer(mapping, 'v#3', { said: 1 });
    expect(mapping.variable('votes')).toEqual([1, 2]);
    const script = driven(looped(scriptTask('v', 'votes', 'member'), { output: 'votes' }));
    expect(script.variable('votes')).toEqual(['a', 'b']);
    const service = driven(looped(serviceTask('v', 'town.ask'), { output: 'votes' }));
    service.run({ type: 'CompleteServiceTask', serviceTask: 'v#3', variables: { votes: 1 } });
    service.run({ type: 'CompleteServiceTask', serviceTask: 'v#4', variables: { votes: [] } });
    expect(service.variable('votes')).toEqual([1, []]);
    const inside = [start('b'), userTask('say'), end('d'), ...path('b', 'say', 'd')];
    const steps = driven(looped(subProcess('s', inside), { output: said }));
    for (const key of steps.state.userTasks) answer(steps, key, { votes: key });
    expect(steps.variable('votes')).toEqual([
      { who: 'a', says: 'say#5' },
      { who: 'b', says: 'say#8' },
    ]);
  });

  it('from what a called process brings, and from an operator', () => {
    const called = sequenceOf('called', [userTask('ask')]);
    const instance = driven(looped(callActivity('v', 'called'), { output: 'member' }), ['a', 'b', 'c'], {
      calledProcesses: { called },
    });
    const [one, other, last] = instance.state.userTasks;
    answer(instance, one!, { votes: 'x' });
    answer(instance, other!, { votes: 'y' });
    const call = Object.keys(instance.state.instances).find(
      (key) => instance.state.instances[key]!.member === 3,
    );
    instance.run({ type: 'SkipElement', element: call!, reason: 'r', variables: { votes: 'z' } });
    expect(last).toBeDefined();
    expect(instance.variable('votes')).toEqual(['a', 'b', 'c']);
  });

  it('one after the other, each still reads what was collected before it', () => {
    const script = scriptTask('v', 'so far', 'votes');
    const instance = driven(looped(script, { sequential: true, output: 'member' }));
    expect(instance.variable('so far')).toEqual(['a', null]);
    expect(instance.variable('votes')).toEqual(['a', 'b']);
  });
});
