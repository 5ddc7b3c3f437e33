import { startTriggersOf, type ExecutableProcess, type StartTrigger } from '@wuqing/bpmn-model';
import { ok } from '@wuqing/kernel';
import { rootKeyOf } from '../element-instance-key.js';
import type { Arrival, Step } from '../step.js';
import { fits } from '../variables/variables.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';
import { mayReach } from './modify-process-instance.handler.js';

export const startProcessInstance: CommandHandler<'StartProcessInstance'> = (view, command) => {
  const { process, state, context } = view;
  const { variables, startEvent, startAt = [] } = command;
  if (state.status !== 'created')
    return reject({ code: 'already-started', message: '该事项已经启动，不能重复启动。' });
  const trigger = triggerOf(process, startEvent);
  if (startEvent !== undefined && !trigger)
    return reject({
      code: 'unknown-element',
      message: `流程不能从“${startEvent}”启动。`,
      elementId: startEvent,
    });
  for (const elementId of startAt) {
    const allowed = mayReach(view, { elementId });
    if (!allowed.ok) return allowed;
  }
  if (!fits(state, variables)) return tooManyVariables();
  const key = rootKeyOf(process);
  const started: Step = {
    event: { type: 'ProcessInstanceStarted', processKey: process.key, at: context.now, flags: context.flags },
  };
  const initial: Step[] =
    Object.keys(variables).length === 0
      ? []
      : [{ event: { type: 'VariablesSet', scope: key, values: variables } }];
  return ok([
    started,
    ...initial,
    {
      next: {
        do: 'open',
        key,
        arrival: startAt[0] === undefined ? arrivalAt(trigger, startEvent) : { goal: startAt[0] },
      },
    },
    ...startAt.slice(1).map((elementId): Step => ({ next: { do: 'reach', elementId } })),
    ...(startAt.length > 0 ? [] : (trigger?.others ?? [])).map((elementId): Step => ({
      next: { do: 'activate', elementId, scope: key, arrival: {} },
    })),
  ]);
};

/** The one that is named, else the none start event, else the first of another kind. */
function triggerOf(process: ExecutableProcess, startEvent: string | undefined): StartTrigger | undefined {
  const triggers = startTriggersOf(process);
  if (startEvent !== undefined) return triggers.find(({ elementId }) => elementId === startEvent);
  return triggers.find(({ definition }) => definition.kind === 'none') ?? triggers[0];
}

/** A receive task, or an event behind a gateway, does not wait once more for what has started the process. */
const arrivalAt = (trigger: StartTrigger | undefined, startEvent: string | undefined): Arrival =>
  trigger && (startEvent !== undefined || trigger.definition.kind !== 'none')
    ? { goal: trigger.elementId, triggered: true }
    : {};
