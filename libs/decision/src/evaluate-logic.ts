import type { Frame, Value } from '@wuqing/expression';
import type { DecisionLogic } from './decision-logic.js';
import {
  evaluateContext,
  evaluateFilter,
  evaluateFunction,
  evaluateInvocation,
  evaluateIteration,
  evaluateRelation,
} from './evaluate-boxed.js';
import { evaluateTable } from './evaluate-table.js';
import type { LogicRun } from './logic-run.js';

/** Evaluates logic of one owner; boxes nest no deeper than expressions may. */
export function runOf(surroundings: Omit<LogicRun, 'valueOf'>): LogicRun {
  const run: LogicRun = {
    ...surroundings,
    valueOf: (logic, frame) => run.evaluator.nested(() => evaluateLogic(logic, frame, run)),
  };
  return run;
}

function evaluateLogic(logic: DecisionLogic, frame: Frame | null, run: LogicRun): Value {
  switch (logic.type) {
    case 'literalExpression':
      return run.evaluator.valueOf(logic.expression.ast, frame);
    case 'decisionTable':
      return evaluateTable(logic, { ...run, frame });
    case 'context':
      return evaluateContext(logic, frame, run);
    case 'invocation':
      return evaluateInvocation(logic, frame, run);
    case 'list':
      return run.evaluator.list(logic.items.map((item) => run.valueOf(item, frame)));
    case 'relation':
      return evaluateRelation(logic, frame, run);
    case 'function':
      return evaluateFunction(logic, frame, run);
    case 'conditional':
      return run.valueOf(run.valueOf(logic.if, frame) === true ? logic.then : logic.else, frame);
    case 'filter':
      return evaluateFilter(logic, frame, run);
    case 'for':
    case 'some':
    case 'every':
      return evaluateIteration(logic, frame, run);
  }
}
