import type { CompiledExpression } from './compiled-expression.js';
import type { FlowNode } from './flow-node.js';
import { heldNames, houseNames, loopCounters } from './held-names.js';

const feel = (source: string): CompiledExpression => ({ source, ast: {} });
const base = {
  id: 'a',
  name: '',
  scope: 'p',
  incoming: [],
  outgoing: [],
  boundaries: [],
  io: { inputs: [], outputs: [] },
  guards: [],
  extensions: [],
};
const io = (inputs: Record<string, string>, outputs: Record<string, string>) => ({
  inputs: Object.entries(inputs).map(([target, source]) => ({ target, source: feel(source) })),
  outputs: Object.entries(outputs).map(([target, source]) => ({ target, source: feel(source) })),
});
const heldBy = (node: FlowNode): string[] =>
  [...heldNames({ nodes: { a: node } })].filter((name) => !(houseNames as readonly string[]).includes(name));

describe('the names that a process holds itself', () => {
  it('are always what the house gives', () =>
    expect([...heldNames({ nodes: {} })]).toEqual(['caseId', 'unitId', 'roll', 'electorate', 'mayObserve']));

  it.each<[string, FlowNode, string[]]>([
    [
      'what a step computes, and not what it copies from its form or reads into itself',
      { ...base, type: 'userTask', assignment: {}, io: io({ text: 'null' }, { n: 'n + 1', kind: 'kind' }) },
      ['n'],
    ],
    [
      'what an event computes',
      {
        ...base,
        type: 'startEvent',
        interrupting: true,
        definition: { kind: 'none' },
        io: io({}, { openObjections: '0' }),
      },
      ['openObjections'],
    ],
    [
      'what a sub-process is opened with and hands on',
      { ...base, type: 'subProcess', triggeredByEvent: false, io: io({ openViews: '0' }, { done: 'done' }) },
      ['done', 'openViews'],
    ],
    [
      'the result of a script',
      { ...base, type: 'scriptTask', expression: feel('1'), resultVariable: 'suspected' },
      ['suspected'],
    ],
    [
      'the result of a decision',
      { ...base, type: 'businessRuleTask', decision: { decisionId: 'd', resultVariable: 'fee' } },
      ['fee'],
    ],
    [
      'counters, item and collection of a loop',
      {
        ...base,
        type: 'task',
        loop: {
          kind: 'multiInstance',
          isSequential: false,
          inputElement: 'member',
          outputCollection: 'votes',
        },
      },
      [...loopCounters, 'member', 'votes'],
    ],
  ])('are %s', (_title, node, expected) => expect(heldBy(node).sort()).toEqual([...expected].sort()));
});
