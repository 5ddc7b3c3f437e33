import { ok } from '@wuqing/kernel';
import { answeredAt } from '../variables/received.js';
import { fits } from '../variables/variables.js';
import { standing, visitOf } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

/** Caught at the service task itself or outside it; where nobody catches it the service task is stuck. */
export const throwServiceError: CommandHandler<'ThrowServiceError'> = (view, command) => {
  const { serviceTask: key, errorCode, message, variables } = command;
  if (standing(view.state.services, key) === undefined)
    return reject({ code: 'not-active', message: '该服务任务已结束或已取消。' });
  const { elementId } = visitOf(view, key);
  if (!fits(view.state, variables)) return tooManyVariables(elementId);
  const answered = answeredAt(view, elementId, variables);
  if (!answered.ok) return answered;
  return ok([
    { event: { type: 'ErrorThrown', key, elementId, errorCode, message } },
    { next: { do: 'throwError', key, errorCode, variables: answered.value } },
  ]);
};
