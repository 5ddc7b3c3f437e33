import { ok } from '@wuqing/kernel';
import { signalReceived } from '../events/trigger.js';
import { receivedAt } from '../variables/received.js';
import { fits } from '../variables/variables.js';
import { standing } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const triggerSignal: CommandHandler<'TriggerSignal'> = (view, { subscription: key, variables }) => {
  const wait = standing(view.state.signals, key);
  if (!wait) return reject({ code: 'not-active', message: '该事项当前不接收此信号。' });
  if (!fits(view.state, variables)) return tooManyVariables(wait.elementId);
  const received = receivedAt(view, wait.elementId, variables);
  if (!received.ok) return received;
  return ok(signalReceived(view, key, wait, received.value));
};
