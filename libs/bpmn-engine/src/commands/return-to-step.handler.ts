import { ok, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import type { Rejection } from '../rejection.js';
import { hearAgain, isDeaf } from '../scopes/hearing.js';
import { innermostRunningScope } from '../scopes/reaching.js';
import { stepToward } from '../scopes/scope-opening.js';
import type { Step } from '../step.js';
import { dropIncidentOf, terminateInside } from '../scopes/termination.js';
import { elementIdIn, findPlace, type View } from '../view.js';
import { reject, type CommandHandler } from './command-handler.js';

/**
 * Ends all that runs in the innermost running scope around `target` — beside and after it cannot be told apart once a
 * loop was taken — and goes to it anew, entering the scopes in between that do not run.
 */
export const returnToStep: CommandHandler<'ReturnToStep'> = (view, { target, reason }) => {
  const place = findPlace(view, target);
  if (place?.node.type !== 'userTask' || place.node.isForCompensation) {
    return reject({
      code: 'unknown-element',
      message: `流程中没有可退回的步骤“${target}”。`,
      elementId: target,
    });
  }
  if (!view.state.executed.includes(target)) {
    return reject({
      code: 'not-executed',
      message: `步骤“${place.node.name}”尚未办理过，不能退回到该步骤。`,
      elementId: target,
    });
  }
  const scope = innermostRunningScope(view, target);
  const waiting = eventSubProcessesAgain(view, scope);
  if (!waiting.ok) return waiting;
  const first = stepToward(view, elementIdIn(view, scope), target);
  const arrival = first === target ? {} : { goal: target };
  return ok([
    { event: { type: 'StepReturned', target, reason } },
    ...terminateInside(view, scope),
    ...dropIncidentOf(view, scope),
    ...waiting.value,
    { next: { do: 'activate', elementId: first, scope, arrival } },
  ]);
};

/** An interrupting event sub-process closed the scope's other events; when it is itself ended they wait again. */
function eventSubProcessesAgain(view: View, scope: ElementInstanceKey): Result<Step[], Rejection> {
  if (!isDeaf(view, scope)) return ok([]);
  const steps = hearAgain(view, scope);
  return steps.ok
    ? steps
    : reject({ code: 'invalid', message: `暂不能退回，事件子流程无法重新等待：${steps.error.message}` });
}
