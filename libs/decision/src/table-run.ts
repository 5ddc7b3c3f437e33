import type { ContextValue, Evaluator, Value } from '@wuqing/expression';
import type { DecisionTable } from './compiled-decision.js';
import { DecisionStop, type DecisionFault } from './decision-fault.js';

/** What the evaluation of one table needs of its surroundings. */
export interface TableRun {
  readonly decisionId: string;
  /** Results of the required decisions by name. */
  readonly bindings: ContextValue;
  readonly evaluator: Evaluator;
}

/** A rule that matched, with its output values in the order of the columns. */
export interface Hit {
  readonly ruleId: string;
  readonly values: readonly Value[];
}

/** The fault as something to throw; `message` begins with "Expected …" and gets the decision's id behind it. */
export function stop(
  run: TableRun,
  code: DecisionFault['code'],
  message: string,
  ruleIds: readonly string[],
): DecisionStop {
  const { decisionId } = run;
  return new DecisionStop({ code, message: `${message}, in decision "${decisionId}"`, decisionId, ruleIds });
}

/** The bare value of the only output, or the outputs by name. */
export const outputOf = (table: DecisionTable, values: readonly Value[]): Value =>
  table.outputs.length === 1
    ? (values[0] ?? null)
    : Object.fromEntries(table.outputs.map((output, at) => [output.name, values[at] ?? null]));
