import { ok } from '@wuqing/kernel';
import { answeredAt } from '../variables/received.js';
import { fits } from '../variables/variables.js';
import { standing, visitOf } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const completeServiceTask: CommandHandler<'CompleteServiceTask'> = (
  view,
  { serviceTask: key, variables },
) => {
  const { state } = view;
  if (standing(state.services, key) === undefined) {
    return reject({ code: 'not-active', message: '该服务任务已结束或已取消。' });
  }
  if (!fits(state, variables)) return tooManyVariables(state.instances[key]?.elementId);
  const answered = answeredAt(view, visitOf(view, key).elementId, variables);
  if (!answered.ok) return answered;
  return ok([
    { event: { type: 'ServiceTaskCompleted', key } },
    { next: { do: 'complete', key, variables: answered.value } },
  ]);
};
