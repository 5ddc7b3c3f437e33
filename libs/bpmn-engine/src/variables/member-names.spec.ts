import type { CompiledExpression } from '@wuqing/bpmn-model';
import {
  boundary,
  callActivity,
  each,
  end,
  InstanceDriver,
  path,
  processOf,
  receiveTask,
  scriptTask,
  sendTask,
  sequenceOf,
  serviceTask,
  start,
  subProcess,
  userTask,
  type EachOptions,
  type NodePart,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

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

/** `<first id>` in scope of the process: nothing of a member must be there. */
const ofProcess = (instance: InstanceDriver): string[] => Object.keys(instance.state.variables['p#0'] ?? {});

const choice: CompiledExpression = {
  source: 'ballot.choice',
  ast: { type: 'path', of: { type: 'name', name: 'ballot' }, name: 'choice' },
};

describe('what a member collects is its own', () => {
  it.each([false, true])('who says nothing has said nothing (one after the other: %s)', (sequential) => {
    const instance = driven(looped(userTask('v'), { sequential }));
    answer(instance, 'v#3', { vote: 'yes' });
    answer(instance, 'v#4');
    expect(instance.variable('votes')).toEqual(['yes', null]);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('a path makes what it leads from the member’s own', () => {
    const instance = driven(looped(userTask('v'), { output: choice }));
    answer(instance, 'v#3', { ballot: { choice: 'yes' } });
    answer(instance, 'v#4');
    expect(instance.variable('votes')).toEqual(['yes', null]);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('an output mapping of the member sets it', () => {
    const instance = driven(looped(userTask('v', { outputs: { vote: 'said', told: 'said' } })));
    answer(instance, 'v#3', { said: 'yes' });
    answer(instance, 'v#4', { said: 'no' });
    expect(instance.variable('votes')).toEqual(['yes', 'no']);
    expect(instance.variable('told')).toBe('no');
    expect(ofProcess(instance)).not.toContain('vote');
  });

  it('a variable of the process by that name is neither read nor written', () => {
    const instance = new InstanceDriver(sequenceOf('p', [looped(userTask('v')), userTask('after')]));
    instance.start({ members: ['a', 'b'], vote: 'old' });
    answer(instance, 'v#3', { vote: 'new' });
    answer(instance, 'v#4');
    expect(instance.variable('votes')).toEqual(['new', null]);
    expect(instance.variable('vote')).toBe('old');
  });

  it('an input that sets it, or the item itself, is what the member begins with', () => {
    const instance = driven(looped(userTask('v', { inputs: { vote: '"abstains"' } })));
    answer(instance, 'v#3');
    answer(instance, 'v#4', { vote: 'no' });
    expect(instance.variable('votes')).toEqual(['abstains', 'no']);
    const items = driven(looped(userTask('v'), { output: 'member' }));
    answer(items, 'v#3');
    answer(items, 'v#4', { member: 'c' });
    expect(items.variable('votes')).toEqual(['a', 'c']);
  });

  it('where the element computes, its names stay shared', () => {
    const instance = driven(looped(userTask('v'), { output: '{who: member, says: vote}' }));
    answer(instance, 'v#3', { vote: 'yes' });
    answer(instance, 'v#4');
    expect(instance.variable('vote')).toBe('yes');
  });

  it('in a sub-process, members taking turns', () => {
    const inside = [
      start('b'),
      userTask('say'),
      userTask('sign'),
      end('d'),
      ...path('b', 'say', 'sign', 'd'),
    ];
    const instance = driven(looped(subProcess('s', inside), { output: 'vote' }));
    const [one, other] = instance.state.userTasks;
    answer(instance, one!, { vote: 'for' });
    answer(instance, other!, { vote: 'against' });
    for (const key of instance.state.userTasks) answer(instance, key);
    expect(instance.variable('votes')).toEqual(['for', 'against']);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it.each([false, true])('of scripts (one after the other: %s)', (sequential) => {
    const inside = [
      start('b'),
      scriptTask('one', 'first', 'member'),
      scriptTask('two', 'vote', 'first'),
      end('d'),
      ...path('b', 'one', 'two', 'd'),
    ];
    const instance = driven(looped(subProcess('s', inside), { sequential }), ['1', '2', '3', '4', '5']);
    // `first` is shared, for no output element names it; each member reads it before another writes it.
    expect(instance.variable('votes')).toEqual(['1', '2', '3', '4', '5']);
    expect(ofProcess(instance)).not.toContain('vote');
  });

  it('of a service, a receive task and a call that brings nothing', () => {
    const service = driven(looped(serviceTask('v', 'town.ask')));
    service.run({ type: 'CompleteServiceTask', serviceTask: 'v#3', variables: { vote: 'yes' } });
    service.run({ type: 'CompleteServiceTask', serviceTask: 'v#4', variables: {} });
    expect(service.variable('votes')).toEqual(['yes', null]);
    const letter = driven(looped(receiveTask('v', { message: 'm', correlationKey: 'member' })));
    letter.run({ type: 'CorrelateMessage', subscription: 'v#3', variables: { vote: 'yes' } });
    letter.run({ type: 'CorrelateMessage', subscription: 'v#4', variables: {} });
    expect(letter.variable('votes')).toEqual(['yes', null]);
  });

  it.each<[string, Parameters<typeof callActivity>[2], unknown[]]>([
    ['all', {}, ['yes', null]],
    ['what is mapped', { outputs: { vote: 'vote' } }, ['yes', null]],
    ['nothing that is collected', { outputs: { other: 'vote' } }, [null, null]],
  ])('of a called process that brings %s', (_title, options, votes) => {
    const called = sequenceOf('called', [userTask('ask')]);
    const instance = driven(looped(callActivity('v', 'called', options)), ['a', 'b'], {
      calledProcesses: { called },
    });
    const [one, other] = instance.state.userTasks;
    answer(instance, one!, { vote: 'yes' });
    answer(instance, other!);
    expect(instance.variable('votes')).toEqual(votes);
    expect(ofProcess(instance)).not.toContain('vote');
  });

  it('of a called process that hands nothing back', () => {
    const called = sequenceOf('called', [userTask('ask')]);
    const part = looped(callActivity('v', 'called'));
    const kind = { ...part.kind, propagateAllChildVariables: false } as NodePart['kind'];
    const instance = driven({ ...part, kind }, ['a'], { calledProcesses: { called } });
    answer(instance, instance.state.userTasks[0]!, { vote: 'yes' });
    expect(instance.variable('votes')).toEqual([null]);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('members within members', () => {
    const inner = each(userTask('v'), { collection: '[1, 2]', item: 'i', outputs: 'vote', output: 'said' });
    const inside = [start('b'), inner, end('d'), ...path('b', 'v', 'd')];
    const instance = driven(looped(subProcess('s', inside)));
    instance.state.userTasks.forEach((key, at) => answer(instance, key, at % 2 === 0 ? { said: at } : {}));
    expect(instance.variable('votes')).toEqual([
      [0, null],
      [2, null],
    ]);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('a member that is added, removed, skipped', () => {
    const instance = driven(looped(userTask('v')), ['a', 'b', 'c']);
    instance.run({ type: 'AddMultiInstanceMember', multiInstance: 'v#2', item: 'd', reason: 'r' });
    answer(instance, 'v#3', { vote: 'yes' });
    instance.run({ type: 'RemoveMultiInstanceMember', multiInstance: 'v#2', member: 2, reason: 'r' });
    const variables = { vote: 'stands in' };
    instance.run({ type: 'SkipElement', element: 'v#5', reason: 'r', variables });
    answer(instance, 'v#6');
    expect(instance.variable('votes')).toEqual(['yes', 'stands in', null]);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('a member that was stuck on its way in', () => {
    const instance = driven(looped(userTask('v', { inputs: { w: 'nowhere(1)' } })), ['a']);
    expect(Object.values(instance.state.incidents)).toMatchObject([{ retry: 'enter' }]);
    instance.process = sequenceOf('p', [looped(userTask('v')), userTask('after')]);
    instance.resolve('v');
    answer(instance, 'v#3');
    expect(instance.variable('votes')).toEqual([null]);
  });

  it('a member that is stuck in a name that it has for itself is mended there', () => {
    const letter = looped(sendTask('v', { message: 'm', correlationKey: 'vote' }));
    const instance = driven(letter, ['a']);
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'text', retry: 'enter' }]);
    instance.run({ type: 'ResolveIncident', incident: 'v#3', variables: { vote: 'k' } });
    expect(instance.variable('votes')).toEqual(['k']);
    expect(ofProcess(instance)).toEqual(['members', 'votes']);
  });

  it('a boundary event of the whole stands outside and keeps what it brings', () => {
    const process = processOf('p', [
      start('s'),
      looped(userTask('v')),
      boundary('b', 'v', { message: 'm', correlationKey: '"k"' }, { interrupting: false }),
      userTask('x'),
      end('e'),
      ...path('s', 'v', 'e'),
      ...path('b', 'x', 'e'),
    ]);
    const instance = new InstanceDriver(process);
    instance.start({ members: ['a'] });
    instance.correlate('b', { vote: 'told' });
    expect(instance.variable('vote')).toBe('told');
    answer(instance, instance.state.userTasks[0]!);
    expect(instance.variable('votes')).toEqual([null]);
  });

  it('an instance older than the flag shares it as before', () => {
    const flags = engineFlags.filter((flag) => flag !== 'member-keeps-its-output');
    const instance = driven(looped(userTask('v')), ['a', 'b'], { flags });
    answer(instance, 'v#3', { vote: 'yes' });
    answer(instance, 'v#4');
    expect(instance.variable('votes')).toEqual(['yes', 'yes']);
    expect(instance.variable('vote')).toBe('yes');
  });
});
