import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from '@wuqing/forms';
import { problemsOf, requireFreeNames } from './given-variables.js';

const form = (properties: JsonObject): FormDefinition => ({
  key: 'f',
  title: 'f',
  schema: { type: 'object', properties, required: ['other'] },
  ui: {},
});
const forms = [form({ amount: { type: 'integer', title: '造价', maximum: 100 } })];

const refusedAt = (variables: JsonObject, asked = forms): string[] =>
  problemsOf([{ variables, path: '/variables' }], ['amount', 'free'], asked).map(
    ({ path, message }) => `${path} ${message}`,
  );

describe('variables that an operator sets', () => {
  it.each([[{ amount: 70 }], [{ free: '随便' }], [{ amount: null }], [{}]])('%j is taken', (variables) =>
    expect(refusedAt(variables)).toEqual([]),
  );

  it('are refused where nothing reads them', () =>
    expect(refusedAt({ passed: true })).toEqual(['/variables/passed 流程不读取这个变量，请核对名称。']));

  it.each([[{ amount: '七十' }], [{ amount: 0.5 }], [{ amount: 101 }]])(
    '%j is refused in the words of the form that asks for it',
    (variables) =>
      expect(refusedAt(variables)).toEqual([expect.stringMatching(/^\/variables\/amount .*造价/)]),
  );

  it('are taken where one of several forms takes them', () =>
    expect(
      refusedAt({ amount: '七十' }, [...forms, form({ amount: { type: 'string', title: '造价' } })]),
    ).toEqual([]));
});

describe('what whoever begins a step may say', () => {
  const script: FlowNode = {
    id: 'count',
    name: '',
    scope: 'p',
    incoming: [],
    outgoing: [],
    boundaries: [],
    io: { inputs: [], outputs: [] },
    guards: [],
    extensions: [],
    type: 'scriptTask',
    expression: { source: '1', ast: {} },
    resultVariable: 'total',
  };
  const process: ExecutableProcess = {
    formatVersion: 1,
    key: 'p',
    name: 'p',
    nodes: { count: script },
    flows: {},
    messages: {},
    children: { p: ['count'] },
    extensions: [],
    reads: ['total', 'kind'],
  };

  it('is nothing that the process computes itself', () => {
    expect(() => requireFreeNames(process, { kind: 'x' })).not.toThrow();
    for (const name of ['total', 'unitId', 'mayObserve'])
      expect(() => requireFreeNames(process, { [name]: 1 })).toThrow();
  });
});
