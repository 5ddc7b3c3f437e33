import type { Guard } from '@wuqing/bpmn-model';
import { readsOf } from '@wuqing/expression';
import type { JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { conditionOf } from '../variables/evaluate-in-scope.js';
import { standing, visitOf, type View } from '../view.js';

/** `lets`: what is there passes; `asks`: something that it reads is not there yet; `bars`: what is there would be refused. */
export type GuardVerdict = 'lets' | 'asks' | 'bars';

export interface JudgedGuard {
  readonly guard: Guard;
  readonly verdict: GuardVerdict;
}

/** What a step has been told so far. */
export interface Told {
  readonly userTask: ElementInstanceKey;
  readonly variables: JsonObject;
  /** Names that its completion is asked to bring; those that `variables` lacks are still open. */
  readonly asked: readonly string[];
}

/**
 * The guards of a user task over a submission that is not finished: what `CompleteUserTask` would say of it, guard by guard, and
 * nothing is decided. Empty where the task is not open.
 */
export function judgeGuards(view: View, told: Told): JudgedGuard[] {
  if (standing(view.state.instances, told.userTask) === undefined) return [];
  const { node } = visitOf(view, told.userTask);
  return node.guards
    .filter(({ on }) => on === 'complete')
    .map((guard) => ({ guard, verdict: verdictOf(view, guard, told) }));
}

function verdictOf(view: View, { reject }: Guard, { userTask, variables, asked }: Told): GuardVerdict {
  const open = readsOf(reject.ast).some((name) => asked.includes(name) && !Object.hasOwn(variables, name));
  if (open) return 'asks';
  const rejects = conditionOf(view, reject, userTask, variables);
  if (!rejects.ok) return 'asks';
  return rejects.value ? 'bars' : 'lets';
}
