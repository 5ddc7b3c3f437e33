import type { Value } from '@wuqing/expression';
import { required } from '@wuqing/kernel';
import type { Aggregation, DecisionTable, TableOutput } from './decision-table.js';
import { stop } from './logic-run.js';
import { outputOf, type Hit, type TableRun } from './table-hit.js';

/** The result of the rules that matched, at least one (DMN 1.3 §8.2.10). */
export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[], run: TableRun): Value {
  const first = required(hits[0], 'a rule that matched');
  const result = ({ values }: Hit): Value => outputOf(table, values);
  switch (table.hitPolicy) {
    case 'FIRST':
      return result(first);
    case 'UNIQUE':
      if (hits.length > 1) throw violation('exactly one rule', hits, run);
      return result(first);
    case 'ANY':
      if (hits.some((hit) => !sameOutputs(first, hit, run)))
        throw violation('the same outputs of all rules', hits, run);
      return result(first);
    case 'PRIORITY':
      return result(required(byPriority(table, hits, run)[0], 'a rule that matched'));
    case 'OUTPUT ORDER':
      return byPriority(table, hits, run).map(result);
    case 'RULE ORDER':
      return hits.map(result);
    case 'COLLECT':
      return table.aggregation ? aggregate(table.aggregation, hits, run) : hits.map(result);
  }
}

const violation = (expected: string, hits: readonly Hit[], run: TableRun) => {
  const ids = hits.map(({ ruleId }) => ruleId);
  return stop(run, 'hit-policy', `Expected ${expected} to match, found rules ${ids.join(', ')}`, ids);
};

const sameOutputs = (left: Hit, right: Hit, run: TableRun): boolean =>
  left.values.every((value, at) => run.evaluator.equal(value, right.values[at] ?? null) === true);

/** By the order of the output values, the first column deciding first; equal hits stay in rule order. */
function byPriority(table: DecisionTable, hits: readonly Hit[], run: TableRun): Hit[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: table.outputs.map((output, at) => rankOf(hit.values[at] ?? null, output, run)),
  }));
  ranked.sort((a, b) => {
    const at = a.ranks.findIndex((rank, column) => rank !== b.ranks[column]);
    return at === -1 ? 0 : (a.ranks[at] ?? 0) - (b.ranks[at] ?? 0);
  });
  return ranked.map(({ hit }) => hit);
}

/** Place among the output values; what is not among them comes last, and a column without values does not decide. */
function rankOf(value: Value, output: TableOutput, run: TableRun): number {
  const priorities = output.priorities ?? [];
  const at = priorities.findIndex(
    (ast) => run.evaluator.equal(value, run.evaluator.valueOf(ast, run.frame)) === true,
  );
  return at === -1 ? priorities.length : at;
}

/** DMN 1.3 §8.2.10: of the one output of all hits; FEEL's own functions, so durations have a sum and texts a least. */
function aggregate(aggregation: Aggregation, hits: readonly Hit[], run: TableRun): Value {
  if (aggregation === 'COUNT') return hits.length;
  const values = hits.map((hit) => hit.values[0] ?? null);
  const value = run.evaluator.call(aggregation.toLowerCase(), [values]);
  if (value !== null) return value;
  const ids = hits.map(({ ruleId }) => ruleId);
  throw stop(
    run,
    'aggregation',
    `Expected outputs that have a ${aggregation}, of rules ${ids.join(', ')}`,
    ids,
  );
}
