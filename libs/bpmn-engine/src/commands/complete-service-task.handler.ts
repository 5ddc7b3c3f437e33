import { ok } from '@wuqing/kernel';
import { fits } from '../variables/variables.js';
import { standing } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const completeServiceTask: CommandHandler<'CompleteServiceTask'> = (
  { state },
  { serviceTask: key, variables },
) => {
  if (standing(state.services, key) === undefined) {
    return reject({ code: 'not-active', message: '该服务任务已结束或已取消。' });
  }
  if (!fits(state, variables)) return tooManyVariables(state.instances[key]?.elementId);
  return ok([{ event: { type: 'ServiceTaskCompleted', key } }, { next: { do: 'complete', key, variables } }]);
};
