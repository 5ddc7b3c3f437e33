import type { Value } from '@wuqing/expression';
import type {
  CellExpression,
  DecisionTable,
  TableInput,
  TableOutput,
  TableRule,
} from './compiled-decision.js';
import { applyHitPolicy } from './hit-policy.js';
import { outputOf, stop, type Hit, type TableRun } from './table-run.js';
import { typed } from './typed-value.js';

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

const ask = (cell: CellExpression, value: Value, run: TableRun): boolean =>
  run.evaluator.valueOf(cell.ast, { ...run.bindings, '?': value }) === true;

function inputValue(input: TableInput, run: TableRun): Value {
  const found = run.evaluator.valueOf(input.expression.ast, run.bindings);
  const value = typed(found, input.valueType, run.evaluator);
  if (value === undefined) {
    const message = `Expected input "${input.label}" to be a ${input.valueType}, found a ${run.evaluator.typeOf(found)}`;
    throw stop(run, 'input-type', message, []);
  }
  if (value !== null && input.allowed && !ask(input.allowed, value, run))
    throw stop(
      run,
      'input-value',
      `Expected input "${input.label}" to be one of ${input.allowed.source}`,
      [],
    );
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
  const found = run.evaluator.valueOf(cell.ast, run.bindings);
  const value = typed(found, output.valueType, run.evaluator);
  const column = output.name || output.id;
  if (value === undefined) {
    const message = `Expected output "${column}" to be a ${output.valueType}, found a ${run.evaluator.typeOf(found)}`;
    throw stop(run, 'output-type', message, ruleIds);
  }
  if (value !== null && output.allowed && !ask(output.allowed, value, run))
    throw stop(
      run,
      'output-value',
      `Expected output "${column}" to be one of ${output.allowed.source}`,
      ruleIds,
    );
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
