import { ok } from '@wuqing/kernel';
import { timerTriggered } from '../events/trigger.js';
import { standing } from '../view.js';
import { reject, type CommandHandler } from './command-handler.js';

/** Whether the timer is due is the shell's question: it has the clock that scheduled it. */
export const triggerTimer: CommandHandler<'TriggerTimer'> = (view, { timer: key }) => {
  const timer = standing(view.state.timers, key);
  return timer
    ? ok(timerTriggered(view, key, timer))
    : reject({ code: 'not-active', message: '该定时已触发或已取消。' });
};
