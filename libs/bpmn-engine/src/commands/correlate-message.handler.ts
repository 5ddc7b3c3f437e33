import { ok } from '@wuqing/kernel';
import { messageCorrelated } from '../events/trigger.js';
import { receivedAt } from '../variables/received.js';
import { fits } from '../variables/variables.js';
import { standing } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const correlateMessage: CommandHandler<'CorrelateMessage'> = (
  view,
  { subscription: key, variables },
) => {
  const subscription = standing(view.state.subscriptions, key);
  if (!subscription) return reject({ code: 'not-active', message: '该事项当前不接收此消息。' });
  if (!fits(view.state, variables)) return tooManyVariables(subscription.elementId);
  const received = receivedAt(view, subscription.elementId, variables);
  if (!received.ok) return received;
  return ok(messageCorrelated(view, key, subscription, received.value));
};
