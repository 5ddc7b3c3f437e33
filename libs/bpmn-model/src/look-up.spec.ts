import type { ExecutableProcess } from './executable-process.js';
import type { BusinessRuleTask, CallActivity, FlowNode } from './flow-node.js';
import { calledFrom } from './look-up.js';

const base = {
  name: '',
  scope: 'p',
  incoming: [],
  outgoing: [],
  boundaries: [],
  io: { inputs: [], outputs: [] },
  guards: [],
  extensions: [],
};
const call = (id: string, version: Pick<CallActivity, 'binding' | 'versionTag'>): CallActivity => ({
  ...base,
  id,
  type: 'callActivity',
  calledProcess: 'child',
  ...version,
});
const rule = (id: string, decision?: BusinessRuleTask['decision']): BusinessRuleTask => ({
  ...base,
  id,
  type: 'businessRuleTask',
  ...(decision && { decision }),
});

const processOf = (...nodes: FlowNode[]): ExecutableProcess => ({
  formatVersion: 1,
  key: 'p',
  name: 'p',
  nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  flows: {},
  messages: {},
  children: { p: nodes.map(({ id }) => id) },
  extensions: [],
  reads: [],
});

describe('what a process calls', () => {
  it('is each process and decision in each binding, once', () => {
    const called = calledFrom(
      processOf(
        call('a', {}),
        call('b', {}),
        call('c', { binding: 'deployment' }),
        call('d', { binding: 'versionTag', versionTag: '1.0' }),
        rule('e', { decisionId: 'who', resultVariable: 'x' }),
        rule('f'),
      ),
    );
    expect(called).toEqual({
      processes: [
        { key: 'child', id: 'child' },
        { key: 'child@deployment', id: 'child', binding: 'deployment' },
        { key: 'child@tag:1.0', id: 'child', binding: 'versionTag', versionTag: '1.0' },
      ],
      decisions: [{ key: 'who', id: 'who' }],
    });
  });

  it('is bound by deployment for each version of the caller apart', () => {
    const caller = processOf(call('c', { binding: 'deployment' }));
    const keyOf = (checksum: string) => calledFrom({ ...caller, checksum }).processes[0]!.key;
    expect([keyOf('one'), keyOf('other')]).toEqual(['child@deployment:one', 'child@deployment:other']);
  });
});
