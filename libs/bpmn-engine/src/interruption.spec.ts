import {
  boundary,
  each,
  end,
  endThrowing,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  scriptTask,
  start,
  startOn,
  subProcess,
  terminateEnd,
  throwEvent,
  transaction,
  userTask,
  type NodePart,
  type ProcessPart,
} from '@wuqing/testing';
import { engineFlags } from './context.js';

/** A fork of which the first branch ends what is around it, and the second would be a user task `x`. */
const forked = (first: NodePart, ...more: readonly ProcessPart[]): ProcessPart[] => [
  start('vs'),
  parallel('f'),
  first,
  userTask('x'),
  ...path('vs', 'f', first.id),
  ...path('f', 'x'),
  ...more,
];
const within = (part: NodePart, ...more: readonly ProcessPart[]): ProcessPart[] => [
  start('s'),
  part,
  userTask('a'),
  ...path('s', 'v', 'a'),
  ...more,
];
const handler = (trigger: Parameters<typeof startOn>[1]): NodePart =>
  eventSubProcess('ev', [startOn('on', trigger), userTask('h'), ...path('on', 'h')]);
const started = (parts: readonly ProcessPart[]): InstanceDriver => {
  const instance = new InstanceDriver(processOf('p', parts), { flags: engineFlags });
  instance.start();
  return instance;
};

describe('what was about to begin beside an end of its own scope does not begin', () => {
  const error = endThrowing('t', { error: 'E' });
  const escalation = endThrowing('t', { escalation: 'L' });
  const signal = throwEvent('t', { signal: 'flood' });
  const canceling = transaction('v', forked(endThrowing('t', { cancel: true })));
  const canceled = [boundary('c', 'v', { cancel: true }), userTask('h'), ...path('c', 'h')];

  it.each<[string, ProcessPart[], string[]]>([
    [
      'by an error, caught in a sub-process',
      within(subProcess('v', forked(error, handler({ error: 'E' })))),
      ['h'],
    ],
    ['by an error, caught in the process', forked(error, handler({ error: 'E' })), ['h']],
    ['by an escalation', within(subProcess('v', forked(escalation, handler({ escalation: 'L' })))), ['h']],
    ['by a signal', within(subProcess('v', forked(signal, handler({ signal: 'flood' })))), ['h']],
    ['by a termination of a sub-process', within(subProcess('v', forked(terminateEnd('t')))), ['a']],
    ['by a termination of the process', forked(terminateEnd('t')), []],
    ['by a cancellation', within(canceling, ...canceled), ['h']],
  ])('%s', (_how, parts, open) => {
    const instance = started(parts);
    expect(instance.open).toEqual(open);
    for (const id of open) instance.complete(id);
    if (instance.open.length > 0) instance.complete(instance.open[0]!);
    expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
  });

  it('nor an event sub-process of a scope that was terminated, whose condition has just become true', () => {
    const waiting = forked(terminateEnd('t'), handler({ condition: 'n = 1' }));
    const instance = started([
      ...waiting.filter((part) => part.id !== 'vs-f'),
      scriptTask('c', 'n', '1'),
      ...path('vs', 'c', 'f'),
    ]);
    expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
  });

  it('nor is a member ended twice, when what its loop tells has led to the end of the loop', () => {
    const told = each(userTask('v'), {
      cardinality: '3',
      until: 'numberOfCompletedInstances > 0',
      throws: { when: 'each', definition: { kind: 'signal', signal: 'flood' } },
    });
    const instance = started([
      start('s'),
      told,
      boundary('b', 'v', { signal: 'flood' }),
      throwEvent('t', { signal: 'flood' }),
      userTask('h'),
      ...path('s', 'v'),
      ...path('b', 't', 'h'),
    ]);
    instance.complete('v');
    expect(instance.open).toEqual(['h', 'h']);
    expect(instance.journal.filter(({ type }) => type === 'ElementTerminated')).toHaveLength(3);
  });

  it('nor does a thrower go on that what it threw has led to the end of', () => {
    const instance = started(
      within(
        subProcess('v', [
          start('vs'),
          subProcess('w', [
            start('ws'),
            throwEvent('t', { escalation: 'L' }),
            userTask('x'),
            ...path('ws', 't', 'x'),
          ]),
          boundary('l', 'w', { escalation: 'L' }, { interrupting: false }),
          throwEvent('q', { signal: 'flood' }),
          end('ve'),
          ...path('vs', 'w'),
          ...path('l', 'q', 've'),
        ]),
        boundary('i', 'v', { signal: 'flood' }),
        userTask('h'),
        ...path('i', 'h'),
      ),
    );
    expect(instance.open).toEqual(['h']);
    instance.complete('h');
    expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
  });
});
