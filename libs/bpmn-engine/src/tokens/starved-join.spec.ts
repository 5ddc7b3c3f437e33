import {
  end,
  endThrowing,
  eventSubProcess,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  startOn,
  subProcess,
  userTask,
  type ProcessPart,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

const message = (name: string) => ({ message: name, correlationKey: '"k"' });

/** One way to the join may end elsewhere: `a` alone comes there, and waits for good. */
const starving: ProcessPart[] = [
  start('b'),
  parallel('split'),
  userTask('a'),
  exclusive('choice'),
  userTask('c'),
  end('away'),
  parallel('join'),
  userTask('joined'),
  end('d'),
  ...path('b', 'split', 'a', 'join', 'joined', 'd'),
  ...path('split', 'choice'),
  flow('choice', 'c', { when: 'go' }),
  flow('choice', 'away', { isDefault: true }),
  ...path('c', 'join'),
];

const handlers: ProcessPart[] = [
  eventSubProcess('withdrawal', [
    startOn('withdrawn', message('withdraw')),
    userTask('close'),
    end('closed'),
    ...path('withdrawn', 'close', 'closed'),
  ]),
  eventSubProcess('complaint', [
    startOn('complained', message('complain'), { interrupting: false }),
    userTask('hear'),
    endThrowing('upheld', { error: 'E' }),
    ...path('complained', 'hear', 'upheld'),
  ]),
  eventSubProcess('failure', [
    startOn('failed', { error: 'E' }),
    userTask('repair'),
    end('repaired'),
    ...path('failed', 'repair', 'repaired'),
  ]),
];

const places: Readonly<Record<string, ReturnType<typeof processOf>>> = {
  'of the process': processOf('p', [...starving, ...handlers]),
  'of a sub-process': processOf('p', [
    start('s'),
    subProcess('sub', [...starving, ...handlers]),
    userTask('after'),
    end('e'),
    ...path('s', 'sub', 'after', 'e'),
  ]),
};

const stuck = (process: ReturnType<typeof processOf>, flags = engineFlags): InstanceDriver => {
  const instance = new InstanceDriver(process, { flags });
  instance.start({ go: false });
  instance.complete('a');
  expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'starved-join' }]);
  return instance;
};

/** It has gone on to its end: of a sub-process the way behind it opens. */
const isDone = (instance: InstanceDriver): void => {
  expect(instance.state.incidents).toEqual({});
  if (instance.state.status === 'completed') return expect(instance.leftovers).toEqual([]);
  expect(instance.open).toEqual(['after']);
  instance.complete('after');
  expect(instance.state.status).toBe('completed');
  expect(instance.leftovers).toEqual([]);
};

describe.each(Object.keys(places))('a join that starves: %s', (place) => {
  it('is none any more when an interruption has taken its token', () => {
    const instance = stuck(places[place]!);
    expect(instance.correlate('withdrawn')).toContain('⚠✓');
    expect(instance.state.incidents).toEqual({});
    instance.complete('close');
    isDone(instance);
  });

  it('nor when what stands beside it throws an error that interrupts', () => {
    const instance = stuck(places[place]!);
    instance.correlate('complained');
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'starved-join' }]);
    instance.complete('hear');
    expect([instance.open, instance.state.incidents]).toEqual([['repair'], {}]);
    instance.complete('repair');
    isDone(instance);
  });

  it('nor while something runs that may reach it; it starves anew when that is over', () => {
    const instance = stuck(places[place]!);
    const activate = [{ elementId: 'choice' }];
    instance.run({ type: 'ModifyProcessInstance', activate, terminate: [], reason: 'r' });
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'starved-join' }]);
    instance.run({
      type: 'ModifyProcessInstance',
      activate: [{ elementId: 'c' }],
      terminate: [],
      reason: 'r',
    });
    expect([instance.open, instance.state.incidents]).toEqual([['c'], {}]);
    instance.complete('c');
    expect(instance.open).toEqual(['joined']);
    instance.complete('joined');
    isDone(instance);
  });

  it('is released by an operator as before', () => {
    const instance = stuck(places[place]!);
    instance.resolve(place === 'of the process' ? 'p' : 'sub');
    expect(instance.open).toEqual(['joined']);
    instance.complete('joined');
    isDone(instance);
  });

  it('stays an incident in an instance older than the flag', () => {
    const flags = engineFlags.filter((flag) => flag !== 'wait-once');
    const instance = stuck(places[place]!, flags);
    instance.correlate('withdrawn');
    instance.complete('close');
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'starved-join' }]);
  });
});
