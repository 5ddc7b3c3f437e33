import { advance as released } from '../../../libs/bpmn-engine/src/index.js';

export * from '../../../libs/bpmn-engine/src/index.js';

/** A change that the workflow itself shows: no timer is waited for any more. */
export function advance(...given: Parameters<typeof released>): ReturnType<typeof released> {
  const answer = released(...given);
  if (!answer.ok) return answer;
  const { events, effects } = answer.value;
  return {
    ok: true,
    value: {
      events: events.filter(({ type }) => type !== 'TimerScheduled'),
      effects: effects.filter(({ type }) => type !== 'ScheduleTimer'),
    },
  };
}
