import { ok } from '@wuqing/kernel';
import { rootKeyOf } from '../element-instance-key.js';
import { closeAttachedTo, dropIncidentOf, terminateInside } from '../scopes/termination.js';
import type { CommandHandler } from './command-handler.js';

export const cancelProcessInstance: CommandHandler<'CancelProcessInstance'> = (view, { reason }) => {
  const root = rootKeyOf(view.process);
  return ok([
    ...terminateInside(view, root),
    ...closeAttachedTo(view, root),
    ...dropIncidentOf(view, root),
    { event: { type: 'ProcessInstanceTerminated', at: view.context.now, reason } },
  ]);
};
