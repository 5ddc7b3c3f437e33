import type { JsonObject } from '@wuqing/kernel';
import type { Work } from './unit-of-work.js';

/** What was said to a case from outside, by which a step was opened. */
export interface HeardMessage {
  /** The event that received it. */
  readonly elementId: string;
  /** In the case's own time. */
  readonly at: Date;
  /** By the names of the sender. */
  readonly said: JsonObject;
  /** Of the message, where it came as one: an objection of the public has the same. */
  readonly messageId: string | null;
}

/** Steps that lie one behind the other, at most. */
const STEPS_MAX = 10;

const openedBy = (task: string): string => `journal_entry j ON j.case_id = ${task}.case_id
  AND EXISTS (SELECT FROM jsonb_array_elements(j.effects) effect
    WHERE effect ->> 'type' = 'OpenUserTask' AND effect ->> 'userTask' = ${task}.element_key)`;

/**
 * The message that opened this step, or a step among `elementIds` whose completion led to it; undefined where none did.
 */
export async function heardBefore(
  work: Work,
  taskId: string,
  elementIds: readonly string[],
): Promise<HeardMessage | undefined> {
  const rows = await work.query<HeardMessage>(
    `WITH RECURSIVE back AS (
       SELECT t.case_id, t.element_key, 1 AS depth FROM user_task t WHERE t.id = $1 AND t.element_id = ANY ($2)
       UNION ALL
       SELECT p.case_id, p.element_key, back.depth + 1 FROM back JOIN ${openedBy('back')}
       JOIN submission s ON s.command_id = j.command_id
       JOIN user_task p ON p.id = s.user_task_id AND p.element_id = ANY ($2) AND back.depth < ${STEPS_MAX}
     )
     SELECT regexp_replace(c.body -> 'command' ->> 'subscription', '#[^#]*$', '') AS "elementId", j.at,
       coalesce(m.variables, c.body -> 'submission', '{}') AS said, m.id AS "messageId"
     FROM back JOIN ${openedBy('back')} JOIN command c ON c.id = j.command_id AND c.kind = 'CorrelateMessage'
     LEFT JOIN message m ON m.id = CASE WHEN c.id LIKE 'message:%' THEN split_part(c.id, ':', 2)::uuid END
     ORDER BY back.depth, j.position LIMIT 1`,
    [taskId, elementIds],
  );
  return rows[0];
}
