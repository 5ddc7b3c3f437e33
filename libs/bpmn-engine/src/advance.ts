import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import type { Command } from './command.js';
import { addMultiInstanceMember } from './commands/add-multi-instance-member.handler.js';
import { cancelProcessInstance } from './commands/cancel-process-instance.handler.js';
import { reject, type CommandHandler } from './commands/command-handler.js';
import { completeServiceTask } from './commands/complete-service-task.handler.js';
import { completeUserTask } from './commands/complete-user-task.handler.js';
import { correlateMessage } from './commands/correlate-message.handler.js';
import { failServiceTask } from './commands/fail-service-task.handler.js';
import { removeMultiInstanceMember } from './commands/remove-multi-instance-member.handler.js';
import { resolveIncident } from './commands/resolve-incident.handler.js';
import { returnToStep } from './commands/return-to-step.handler.js';
import { startProcessInstance } from './commands/start-process-instance.handler.js';
import { throwServiceError } from './commands/throw-service-error.handler.js';
import { triggerSignal } from './commands/trigger-signal.handler.js';
import { triggerTimer } from './commands/trigger-timer.handler.js';
import type { EngineContext } from './context.js';
import type { Effect } from './effect.js';
import type { EngineEvent } from './engine-event.js';
import type { Rejection } from './rejection.js';
import type { ProcessInstanceState } from './state.js';
import { runTurn } from './turn.js';
import type { View } from './view.js';

/** What a command leads to; the new state is `events.reduce(evolve, state)`. */
export interface Advance {
  readonly events: EngineEvent[];
  readonly effects: Effect[];
}

const handlers: { readonly [T in Command['type']]: CommandHandler<T> } = {
  StartProcessInstance: startProcessInstance,
  CompleteUserTask: completeUserTask,
  TriggerTimer: triggerTimer,
  CorrelateMessage: correlateMessage,
  TriggerSignal: triggerSignal,
  CompleteServiceTask: completeServiceTask,
  FailServiceTask: failServiceTask,
  ThrowServiceError: throwServiceError,
  ReturnToStep: returnToStep,
  ResolveIncident: resolveIncident,
  AddMultiInstanceMember: addMultiInstanceMember,
  RemoveMultiInstanceMember: removeMultiInstanceMember,
  CancelProcessInstance: cancelProcessInstance,
};

/**
 * Decides what `command` does to a process instance: facts and wishes, in order, up to the next point where every
 * token waits for someone outside. A refused command changes nothing. Pure: the same arguments give the same answer,
 * byte for byte, and `state` may have crossed JSON.
 */
export function advance(
  process: ExecutableProcess,
  state: ProcessInstanceState,
  command: Command,
  context: EngineContext,
): Result<Advance, Rejection> {
  if (command.type !== 'StartProcessInstance' && state.status !== 'running')
    return reject(notRunning(state.status));
  const view: View = { process, state, context };
  const handle = handlers[command.type] as (
    view: View,
    command: Command,
  ) => ReturnType<CommandHandler<'TriggerTimer'>>;
  const first = handle(view, command);
  return first.ok ? ok(runTurn(view, first.value)) : first;
}

const notRunning = (status: ProcessInstanceState['status']): Rejection => ({
  code: 'not-running',
  message: status === 'created' ? '该事项尚未启动,请先登记。' : '该事项已办结或已终止,不能继续办理。',
});
