import { advance as released } from '../../../libs/bpmn-engine/src/index.js';

export * from '../../../libs/bpmn-engine/src/index.js';

/** A change that only the journal shows: the same wishes in another order. */
export function advance(...given: Parameters<typeof released>): ReturnType<typeof released> {
  const answer = released(...given);
  if (!answer.ok) return answer;
  const { events, effects } = answer.value;
  return { ok: true, value: { events, effects: effects.toReversed() } };
}
