import type { Frame, Value } from '@wuqing/expression';
import type { DecisionTable } from './decision-table.js';
import type { LogicRun } from './logic-run.js';

/** What the evaluation of one table needs of its surroundings. */
export interface TableRun extends Omit<LogicRun, 'valueOf'> {
  /** Names that its cells see before the scope's. */
  readonly frame: Frame | null;
}

/** A rule that matched, with its output values in the order of the columns. */
export interface Hit {
  readonly ruleId: string;
  readonly values: readonly Value[];
}

/** The bare value of the only output, or the outputs by name. */
export const outputOf = (table: DecisionTable, values: readonly Value[]): Value =>
  table.outputs.length === 1
    ? (values[0] ?? null)
    : Object.fromEntries(table.outputs.map((output, at) => [output.name, values[at] ?? null]));
