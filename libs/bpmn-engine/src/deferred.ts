import { ok, type Result } from '@wuqing/kernel';
import type { Command, DeferrableCommand } from './command.js';
import type { CommandHandler } from './commands/command-handler.js';
import { completeServiceTask } from './commands/complete-service-task.handler.js';
import { correlateMessage } from './commands/correlate-message.handler.js';
import { failServiceTask } from './commands/fail-service-task.handler.js';
import { throwServiceError } from './commands/throw-service-error.handler.js';
import { triggerSignal } from './commands/trigger-signal.handler.js';
import type { Rejection } from './rejection.js';
import type { Step } from './step.js';
import type { View } from './view.js';

/** The handlers of what a suspended instance puts off. */
export const deferrableHandlers: { readonly [T in DeferrableCommand['type']]: CommandHandler<T> } = {
  CompleteServiceTask: completeServiceTask,
  FailServiceTask: failServiceTask,
  ThrowServiceError: throwServiceError,
  CorrelateMessage: correlateMessage,
  TriggerSignal: triggerSignal,
};

const isDeferrable = (command: Command): command is DeferrableCommand =>
  Object.hasOwn(deferrableHandlers, command.type);

const handle = (view: View, command: DeferrableCommand): Result<Step[], Rejection> =>
  (deferrableHandlers[command.type] as CommandHandler<'TriggerSignal'>)(view, command as never);

/**
 * A command that meets a suspended instance: people and clocks are refused, for they can come again; a service's answer, a
 * message or a signal that would be taken now is put off, so that it is not lost.
 */
export function whileSuspended(view: View, command: Command): Result<Step[], Rejection> {
  if (!isDeferrable(command))
    return { ok: false, error: { code: 'suspended', message: '该事项已暂停办理，恢复后才能继续办理。' } };
  const now = handle(view, command);
  if (!now.ok) return now;
  const known = view.state.suspended?.deferred ?? [];
  if (known.some((each) => subjectOf(each) === subjectOf(command)))
    return { ok: false, error: { code: 'not-active', message: '同一结果已收到，恢复后处理。' } };
  return ok([{ event: { type: 'CommandDeferred', command } }]);
}

const subjectOf = (command: DeferrableCommand): string =>
  'serviceTask' in command ? command.serviceTask : command.subscription;

/** What was put off is carried out now, unless what was carried out before it has made it pointless. */
export function carryOutDeferred(view: View, command: DeferrableCommand): Step[] {
  const steps = handle(view, command);
  return steps.ok
    ? steps.value
    : [{ event: { type: 'DeferredCommandRefused', command, message: steps.error.message } }];
}
