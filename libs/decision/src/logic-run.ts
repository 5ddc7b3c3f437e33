import { type Evaluator, type Frame, type Value } from '@wuqing/expression';
import type { DecisionLogic } from './decision-logic.js';
import { DecisionStop, type DecisionFault } from './decision-fault.js';
import type { ItemTypes, TypeReference } from './item-type.js';
import { conform, Violation } from './conform.js';

/** What the evaluation of a piece of logic needs of its surroundings. */
export interface LogicRun {
  /** Whose logic it is: the decision, knowledge model or service that a fault names. */
  readonly ownerId: string;
  readonly owner: 'decision' | 'function';
  readonly evaluator: Evaluator;
  readonly types: ItemTypes;
  readonly coerces: boolean;
  readonly valueOf: (logic: DecisionLogic, frame: Frame | null) => Value;
}

/** The fault as something to throw; `message` begins with "Expected …" and gets the owner's id behind it. */
export function stop(
  { owner, ownerId }: Pick<LogicRun, 'owner' | 'ownerId'>,
  code: DecisionFault['code'],
  message: string,
  ruleIds: readonly string[] = [],
): DecisionStop {
  return new DecisionStop({
    code,
    message: `${message}, in ${owner} "${ownerId}"`,
    decisionId: ownerId,
    ruleIds,
  });
}

/** The value of this type, converted where the type asks for it; a fault that names `what` where it cannot be. */
export function conforming(
  value: Value,
  type: TypeReference | undefined,
  what: string,
  side: 'input' | 'output',
  run: Omit<LogicRun, 'valueOf'>,
  ruleIds: readonly string[] = [],
): Value {
  const conformed = conform(value, type, run);
  if (!(conformed instanceof Violation)) return conformed;
  const { kind, path, itemName, expected, found } = conformed;
  const place = `${what}${path === '' ? '' : ` at ${path}`}${itemName === undefined ? '' : ` (${itemName})`}`;
  const rest = found === undefined ? '' : `, found ${found}`;
  throw stop(run, `${side}-${kind}`, `Expected ${place} to ${expected}${rest}`, ruleIds);
}
