import { ok } from '@wuqing/kernel';
import { bySerial } from '../element-instance-key.js';
import { resumedTimers } from '../evolve/evolve-operations.js';
import type { Step } from '../step.js';
import { reject, type CommandHandler } from './command-handler.js';

/** Its timers go on with what was left of them, and what came meanwhile is carried out in the order in which it came. */
export const resumeProcessInstance: CommandHandler<'ResumeProcessInstance'> = (
  { state: { suspended }, context: { now } },
  { reason },
) => {
  if (!suspended) return reject({ code: 'invalid', message: '该事项没有暂停办理，不需要恢复。' });
  const timers = resumedTimers(suspended.timers, suspended.at, now);
  const scheduled = Object.keys(timers)
    .sort(bySerial)
    .map((timer): Step => {
      const { elementId, dueAt } = timers[timer]!;
      return { effect: { type: 'ScheduleTimer', timer, elementId, dueAt } };
    });
  return ok([
    { event: { type: 'ProcessInstanceResumed', at: now, reason } },
    ...scheduled,
    ...(suspended.deferred ?? []).map((command): Step => ({ next: { do: 'deferred', command } })),
  ]);
};
