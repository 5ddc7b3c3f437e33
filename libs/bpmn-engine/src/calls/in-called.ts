import { err, ok, type Result } from '@wuqing/kernel';
import { nameWithin, ownerIn } from './called-parts.js';
import type { Command, ElementInstanceKey } from '../command.js';
import type { Rejection } from '../rejection.js';
import type { ProcessInstanceState } from '../state.js';

/** How a called process's own names are said in the process instance that it runs in. */
interface Naming {
  readonly key: (own: ElementInstanceKey) => ElementInstanceKey;
  readonly id: (own: string) => string;
}

/**
 * A command to the case of a called process, by the names that this process itself has for its elements, as the process
 * instance that it runs in knows it. `call` is the visit of the call activity. What concerns a case as a whole is
 * refused: it is the root's to do.
 */
export function commandInCalled(
  state: ProcessInstanceState,
  call: ElementInstanceKey,
  command: Command,
): Result<Command, Rejection> {
  const instance = state.instances[call];
  if (!instance) return err({ code: 'not-active', message: '被调用的流程已经结束，请刷新后再试。' });
  const id = (own: string): string => `${instance.elementId}/${own}`;
  const key = (own: ElementInstanceKey): ElementInstanceKey =>
    keysIn(state).find((full) => nameWithin(full) === own && ownerIn(state, full) === call) ?? id(own);
  const named = byElement(command, { key, id }) ?? byWait(command, { key, id });
  return named ? ok(named) : err({ code: 'invalid', message: '该事项由上级事项调用，请在上级事项中操作。' });
}

const keysIn = (state: ProcessInstanceState): ElementInstanceKey[] =>
  [state.instances, state.timers, state.subscriptions, state.signals ?? {}, state.conditions ?? {}].flatMap(
    (record) => Object.keys(record),
  );

function byElement(command: Command, { key, id }: Naming): Command | undefined {
  switch (command.type) {
    case 'CompleteUserTask':
      return { ...command, userTask: key(command.userTask) };
    case 'ReturnToStep':
      return { ...command, target: id(command.target) };
    case 'ResolveIncident':
      return { ...command, incident: key(command.incident) };
    case 'SkipElement':
      return { ...command, element: key(command.element) };
    case 'ModifyProcessInstance':
      return {
        ...command,
        terminate: command.terminate.map(key),
        activate: command.activate.map(({ elementId, scope, ...rest }) => ({
          ...rest,
          elementId: id(elementId),
          ...(scope !== undefined && { scope: key(scope) }),
        })),
      };
    case 'ActivateAdHocElements':
      return { ...command, adHocSubProcess: key(command.adHocSubProcess) };
    case 'AddMultiInstanceMember':
    case 'RemoveMultiInstanceMember':
      return { ...command, multiInstance: key(command.multiInstance) };
    default:
      return undefined;
  }
}

function byWait(command: Command, { key }: Naming): Command | undefined {
  switch (command.type) {
    case 'TriggerTimer':
      return { ...command, timer: key(command.timer) };
    case 'CorrelateMessage':
    case 'TriggerSignal':
      return { ...command, subscription: key(command.subscription) };
    case 'CompleteServiceTask':
    case 'ThrowServiceError':
    case 'FailServiceTask':
      return { ...command, serviceTask: key(command.serviceTask) };
    default:
      return undefined;
  }
}
