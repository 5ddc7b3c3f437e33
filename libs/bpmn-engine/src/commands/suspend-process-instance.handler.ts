import { ok } from '@wuqing/kernel';
import { bySerial } from '../element-instance-key.js';
import { reject, type CommandHandler } from './command-handler.js';

/** Its timers are taken from the clock; what is left of them is kept. */
export const suspendProcessInstance: CommandHandler<'SuspendProcessInstance'> = (
  { state, context },
  { reason },
) => {
  if (state.suspended) return reject({ code: 'suspended', message: '该事项已经暂停办理。' });
  const timers = Object.keys(state.timers).sort(bySerial);
  return ok([
    { event: { type: 'ProcessInstanceSuspended', at: context.now, reason } },
    ...timers.map((timer) => ({ effect: { type: 'CancelTimer' as const, timer } })),
  ]);
};
