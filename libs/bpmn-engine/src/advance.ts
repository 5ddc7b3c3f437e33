import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import type { Command } from './command.js';
import { activateAdHocElements } from './commands/activate-ad-hoc-elements.handler.js';
import { addMultiInstanceMember } from './commands/add-multi-instance-member.handler.js';
import { cancelProcessInstance } from './commands/cancel-process-instance.handler.js';
import { reject, type CommandHandler } from './commands/command-handler.js';
import { completeUserTask } from './commands/complete-user-task.handler.js';
import { migrateProcessInstance, processAfter } from './commands/migrate-process-instance.handler.js';
import { modifyProcessInstance } from './commands/modify-process-instance.handler.js';
import { removeMultiInstanceMember } from './commands/remove-multi-instance-member.handler.js';
import { resolveIncident } from './commands/resolve-incident.handler.js';
import { resumeProcessInstance } from './commands/resume-process-instance.handler.js';
import { returnToStep } from './commands/return-to-step.handler.js';
import { skipElement } from './commands/skip-element.handler.js';
import { startProcessInstance } from './commands/start-process-instance.handler.js';
import { suspendProcessInstance } from './commands/suspend-process-instance.handler.js';
import { triggerTimer } from './commands/trigger-timer.handler.js';
import { deferrableHandlers, whileSuspended } from './deferred.js';
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
  ...deferrableHandlers,
  ReturnToStep: returnToStep,
  ResolveIncident: resolveIncident,
  SkipElement: skipElement,
  SuspendProcessInstance: suspendProcessInstance,
  ResumeProcessInstance: resumeProcessInstance,
  MigrateProcessInstance: migrateProcessInstance,
  ModifyProcessInstance: modifyProcessInstance,
  ActivateAdHocElements: activateAdHocElements,
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
  if (state.suspended && !goesOnWhileSuspended.includes(command.type)) {
    const steps = whileSuspended(view, command);
    return steps.ok ? ok(runTurn(view, steps.value)) : steps;
  }
  const handle = handlers[command.type] as (
    view: View,
    command: Command,
  ) => ReturnType<CommandHandler<'TriggerTimer'>>;
  const first = handle(view, command);
  if (!first.ok) return first;
  const then = { ...view, process: processAfter(view, command.type === 'MigrateProcessInstance') };
  return ok(runTurn(then, first.value));
}

const goesOnWhileSuspended: readonly Command['type'][] = [
  'SuspendProcessInstance',
  'ResumeProcessInstance',
  'CancelProcessInstance',
];

const notRunning = (status: ProcessInstanceState['status']): Rejection => ({
  code: 'not-running',
  message: status === 'created' ? '该事项尚未启动，请先登记。' : '该事项已办结或已终止，不能继续办理。',
});
