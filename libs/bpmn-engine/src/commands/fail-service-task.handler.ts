import { ok } from '@wuqing/kernel';
import { incident } from '../step.js';
import { standing, visitOf } from '../view.js';
import { reject, type CommandHandler } from './command-handler.js';

export const failServiceTask: CommandHandler<'FailServiceTask'> = (view, { serviceTask: key, message }) => {
  if (standing(view.state.services, key) === undefined) {
    return reject({ code: 'not-active', message: '该服务任务已结束或已取消。' });
  }
  return ok([incident(visitOf(view, key), { code: 'service-failed', message }, 'perform')]);
};
