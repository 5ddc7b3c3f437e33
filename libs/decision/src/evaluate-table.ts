import type { Value } from '@wuqing/expression';
import type { CellExpression } from './cell-expression.js';
import type { DecisionTable, TableInput, TableOutput, TableRule } from './decision-table.js';
import { applyHitPolicy } from './hit-policy.js';
import { conforming, stop } from './logic-run.js';
import { outputOf, type Hit, type TableRun } from './table-hit.js';

/** DMN 1.3 §8.2: the inputs once, the rules in order, the outputs of those that match, then the hit policy. */
export function evaluateTable(table: DecisionTable, run: TableRun): Value {
  const inputs = table.inputs.map((input) => inputValue(input, run));
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    if (!matches(rule, inputs, run)) continue;
    hits.push({
      ruleId: rule.id,
      values: table.outputs.map((output, at) => outputValue(output, rule, at, run)),
    });
    if (table.hitPolicy === 'FIRST') break;
  }
  return hits.length === 0 ? otherwise(table, run) : applyHitPolicy(table, hits, run);
}

const ask = (cell: CellExpression, value: Value, { evaluator, frame }: TableRun): boolean =>
  evaluator.valueOf(cell.ast, { name: '?', value, outer: frame }) === true;

function inputValue(input: TableInput, run: TableRun): Value {
  const what = `input "${input.label}"`;
  const found = run.evaluator.valueOf(input.expression.ast, run.frame);
  const value = conforming(found, input.valueType, what, 'input', run);
  if (value !== null && input.allowed && !ask(input.allowed, value, run))
    throw stop(run, 'input-value', `Expected ${what} to be one of ${input.allowed.source}`);
  return value;
}

/** A condition that is null, an input that cannot be compared, does not match. */
const matches = (rule: TableRule, inputs: readonly Value[], run: TableRun): boolean =>
  rule.conditions.every((condition, at) => condition === null || ask(condition, inputs[at] ?? null, run));

function outputValue(output: TableOutput, rule: TableRule, at: number, run: TableRun): Value {
  const cell = rule.outputs[at] ?? null;
  return cell === null ? null : checked(cell, output, [rule.id], run);
}

/** The value of an output cell, of its type and among its values. */
function checked(
  cell: CellExpression,
  output: TableOutput,
  ruleIds: readonly string[],
  run: TableRun,
): Value {
  const what = `output "${output.name || output.id}"`;
  const found = run.evaluator.valueOf(cell.ast, run.frame);
  const value = conforming(found, output.valueType, what, 'output', run, ruleIds);
  if (value !== null && output.allowed && !ask(output.allowed, value, run))
    throw stop(run, 'output-value', `Expected ${what} to be one of ${output.allowed.source}`, ruleIds);
  return value;
}

/** The default outputs where no rule matches; null where no column has one (DMN 1.3 §8.3.3). */
function otherwise(table: DecisionTable, run: TableRun): Value {
  if (table.outputs.every((output) => !output.otherwise)) return null;
  const values = table.outputs.map((output) =>
    output.otherwise ? checked(output.otherwise, output, [], run) : null,
  );
  return outputOf(table, values);
}
