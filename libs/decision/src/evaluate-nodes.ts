import type { Evaluator, Frame, Value } from '@wuqing/expression';
import type { CompiledDecision, DecisionFunction, DecisionNode } from './compiled-decision.js';
import { runOf } from './evaluate-logic.js';
import { functionValue } from './function-value.js';
import { conforming, type LogicRun } from './logic-run.js';

/** One evaluation of a compiled decision: its functions by id, and whose logic is being evaluated. */
export interface NodesRun {
  readonly evaluator: Evaluator;
  readonly decision: CompiledDecision;
  /** Told of each node before it is evaluated. */
  readonly enter: (id: string) => void;
}

/**
 * The results by name of `nodes`, which stand in order: each sees what it requires, the functions that it knows, its
 * input data in their types, and what is bound in `frame`. `given` are results that are not to be computed.
 */
export function evaluateNodes(
  nodes: readonly DecisionNode[],
  given: ReadonlyMap<string, Value>,
  frame: Frame | null,
  run: NodesRun,
): ReadonlyMap<string, Value> {
  const results = new Map(given);
  const inputs = new Map<string, Value>();
  for (const node of nodes) {
    run.enter(node.id);
    const own = runOf(surroundings('decision', node.id, run));
    let inner = withFunctions(node.knowledge, frame, run);
    for (const input of node.inputs ?? []) {
      const value = inputs.get(input.name) ?? inputOf(input, frame, own);
      inputs.set(input.name, value);
      inner = { name: input.name, value, outer: inner };
    }
    for (const name of node.requires) inner = { name, value: results.get(name) ?? null, outer: inner };
    const value = own.valueOf(node.logic, inner);
    results.set(
      node.resultName,
      conforming(value, node.resultType, `decision "${node.name}"`, 'output', own),
    );
  }
  return results;
}

const inputOf = (
  { name, valueType }: NonNullable<DecisionNode['inputs']>[number],
  frame: Frame | null,
  run: LogicRun,
): Value => conforming(run.evaluator.lookUp(name, frame) ?? null, valueType, `input "${name}"`, 'input', run);

const surroundings = (owner: LogicRun['owner'], ownerId: string, { evaluator, decision }: NodesRun) => ({
  owner,
  ownerId,
  evaluator,
  types: decision.types ?? {},
  coerces: (decision.formatVersion ?? 1) >= 2,
});

function withFunctions(ids: readonly string[] = [], frame: Frame | null, run: NodesRun): Frame | null {
  return ids.reduce<Frame | null>((outer, id) => {
    const made = run.decision.functions?.find((one) => one.id === id);
    return made ? { name: made.name, value: valueOfFunction(made, run), outer } : outer;
  }, frame);
}

/** It sees its parameters and the functions that it knows, nothing of who calls it. */
function valueOfFunction(made: DecisionFunction, run: NodesRun): Value {
  const { body, parameters, resultType, knowledge } = made;
  const own = runOf(surroundings('function', made.id, run));
  return functionValue(parameters, null, own, (frame) => {
    const value =
      body.type === 'decisionService'
        ? serviceResult(body, parameters, frame, run)
        : own.valueOf(body, withFunctions(knowledge, frame, run));
    return conforming(value, resultType, `the result of "${made.name}"`, 'output', own);
  });
}

function serviceResult(
  { nodes, outputs }: Extract<DecisionFunction['body'], { type: 'decisionService' }>,
  parameters: DecisionFunction['parameters'],
  frame: Frame | null,
  run: NodesRun,
): Value {
  const given = new Map(
    parameters.map(({ name }) => [name, run.evaluator.lookUp(name, frame) ?? null] as const),
  );
  const results = evaluateNodes(nodes, given, frame, run);
  const valueOf = (name: string): Value => results.get(name) ?? null;
  const [only] = outputs;
  return only !== undefined && outputs.length === 1
    ? valueOf(only)
    : Object.fromEntries(outputs.map((name) => [name, valueOf(name)]));
}
