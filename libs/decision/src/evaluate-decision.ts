import type { EvaluationContext, Evaluator, Value } from '@wuqing/expression';
import { withEvaluator } from '@wuqing/expression';
import { err, type Json, type Result } from '@wuqing/kernel';
import type { CompiledDecision, DecisionNode } from './compiled-decision.js';
import { DecisionStop, type DecisionFault } from './decision-fault.js';
import { evaluateTable } from './evaluate-table.js';
import { typed } from './typed-value.js';

/**
 * The result of `decision` as JSON: the bare value of a table with one output, an object of the outputs by name, a
 * list of either for the multiple hit policies, null where no rule matches and no default stands. `reader` answers a
 * variable's value, undefined where there is none. The fault names the decision (the required one, where it is to
 * blame) and the rules.
 */
export function evaluateDecision(
  decision: CompiledDecision,
  reader: (name: string) => Json | undefined,
  context: EvaluationContext,
): Result<Json, DecisionFault> {
  let current = decision.id;
  try {
    const result = withEvaluator(reader, context, (evaluator) => {
      const results = new Map<string, Value>();
      let value: Value = null;
      for (const node of decision.nodes) {
        current = node.id;
        value = valueOfNode(node, results, evaluator);
        results.set(node.resultName, value);
      }
      return evaluator.jsonOf(value);
    });
    if (result.ok) return result;
    const message = `${result.error.message}, in decision "${current}"`;
    return err({ code: 'expression', message, decisionId: current, ruleIds: [] });
  } catch (stop) {
    if (stop instanceof DecisionStop) return err(stop.fault);
    throw stop;
  }
}

function valueOfNode(node: DecisionNode, results: ReadonlyMap<string, Value>, evaluator: Evaluator): Value {
  const bindings = Object.fromEntries(node.requires.map((name) => [name, results.get(name) ?? null]));
  const value =
    node.logic.type === 'decisionTable'
      ? evaluateTable(node.logic, { decisionId: node.id, bindings, evaluator })
      : evaluator.valueOf(node.logic.expression.ast, bindings);
  const result = typed(value, node.resultType, evaluator);
  if (result !== undefined) return result;
  throw new DecisionStop({
    code: 'output-type',
    message: `Expected decision "${node.id}" to give a ${node.resultType}, found a ${evaluator.typeOf(value)}`,
    decisionId: node.id,
    ruleIds: [],
  });
}
