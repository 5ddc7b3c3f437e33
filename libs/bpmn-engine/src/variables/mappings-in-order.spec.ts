import {
  callActivity,
  catchEvent,
  each,
  InstanceDriver,
  receiveTask,
  scriptTask,
  sendTask,
  sequenceOf,
  serviceTask,
  start,
  end,
  path,
  subProcess,
  userTask,
  type NodeOptions,
  type NodePart,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

const outputs = { net: 'gross - tax', share: 'net / 2', again: 'share + net' };
const brought = { gross: 100, tax: 20 };
const called = sequenceOf('called', [userTask('ask')]);
const driven = (part: NodePart, flags = engineFlags): InstanceDriver => {
  const instance = new InstanceDriver(sequenceOf('p', [part, userTask('after')]), {
    flags,
    calledProcesses: { called },
  });
  instance.start({ net: 1000, share: 1, first: 7, second: 8 });
  return instance;
};

const inside = [start('b'), userTask('ask'), end('d'), ...path('b', 'ask', 'd')];
const answered = (instance: InstanceDriver): void => {
  instance.run({ type: 'CompleteUserTask', userTask: instance.state.userTasks[0]!, variables: brought });
};

/** What is drawn, with mappings, and how it comes to its end. */
const parts: readonly [
  title: string,
  part: (options: NodeOptions) => NodePart,
  end: (instance: InstanceDriver) => void,
][] = [
  ['a user task', (options) => userTask('v', options), answered],
  [
    'a service task',
    (options) => serviceTask('v', 'town.work', options),
    (instance) => void instance.serve('v', brought),
  ],
  [
    'a receive task',
    (options) => ({ ...receiveTask('v', { message: 'm', correlationKey: '"k"' }), options }),
    (instance) => void instance.correlate('v', brought),
  ],
  [
    'a message event',
    (options) => ({ ...catchEvent('v', { message: 'm', correlationKey: '"k"' }), options }),
    (instance) => void instance.correlate('v', brought),
  ],
  [
    'a signal event',
    (options) => ({ ...catchEvent('v', { signal: 'sig' }), options }),
    (instance) => void instance.signal('v', brought),
  ],
  ['a called process', (options) => callActivity('v', 'called', options), answered],
  ['a sub-process', (options) => subProcess('v', inside, options), answered],
];

describe.each(parts)('the rows of %s', (_title, part, finish) => {
  it('read those before them, as outputs', () => {
    const instance = driven(part({ outputs }));
    finish(instance);
    expect(instance.state.variables['p#0']).toMatchObject({ net: 80, share: 40, again: 120 });
  });

  it('read those before them, as inputs', () => {
    const instance = driven(part({ inputs: { first: '1', second: 'first + 1', third: 'second + first' } }));
    const [own] = Object.entries(instance.state.variables).filter(([key]) => key !== 'p#0');
    expect(own?.[1]).toMatchObject({ first: 1, second: 2, third: 3 });
  });

  it('of an instance older than the flag read what stood there before', () => {
    const instance = driven(
      part({ outputs }),
      engineFlags.filter((flag) => flag !== 'mappings-in-order'),
    );
    finish(instance);
    expect(instance.state.variables['p#0']).toMatchObject({ net: 80, share: 500, again: 1001 });
  });
});

describe('the rows of a mapping', () => {
  it('of a script read its result and each other', () => {
    const instance = driven(scriptTask('v', 'r', '5', { outputs: { one: 'r + 1', two: 'one + r' } }));
    expect(instance.state.variables['p#0']).toMatchObject({ one: 6, two: 11 });
  });

  it('of members, one after the other and beside each other', () => {
    for (const sequential of [true, false]) {
      const script = scriptTask('v', 'got', 'second', { inputs: { first: 'i', second: 'first' } });
      const loop = { sequential, collection: '[1, 2, 3, 4, 5]', item: 'i', outputs: 'all', output: 'second' };
      expect(driven(each(script, loop)).variable('all')).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it('of a message that is sent leave together', () => {
    const inputs = { one: '1', two: 'one + 1' };
    const instance = driven(sendTask('v', { message: 'm', correlationKey: '"k"' }, { inputs }));
    expect(instance.effects).toContainEqual(
      expect.objectContaining({ type: 'PublishMessage', variables: { one: 1, two: 2 } }),
    );
  });

  it('with one target twice: the last wins, and reads the one before it', () => {
    const process = sequenceOf('p', [userTask('v')]);
    const node = process.nodes['v']!;
    const compiled = sequenceOf('q', [userTask('x', { inputs: { a: 'n + 1' } })]).nodes['x']!.io.inputs[0]!;
    const twice = [
      { ...compiled, target: 'n' },
      { ...compiled, target: 'n' },
    ];
    const instance = new InstanceDriver({
      ...process,
      nodes: { ...process.nodes, v: { ...node, io: { ...node.io, inputs: twice } } },
    });
    instance.start({ n: 1 });
    expect(instance.state.variables['v#2']).toEqual({ n: 3 });
  });

  it('that fails leaves nothing of the rows before it', () => {
    const instance = driven(userTask('v', { outputs: { net: '1', share: 'nowhere()' } }));
    answered(instance);
    expect(instance.variable('net')).toBe(1000);
    expect(Object.values(instance.state.incidents)).toMatchObject([{ retry: 'complete' }]);
  });
});
