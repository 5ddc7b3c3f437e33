import type { Work } from './unit-of-work.js';

/** A step that an objection led to. */
export interface ThreadStep {
  readonly taskId: string;
  readonly elementId: string;
  readonly name: string;
  readonly state: 'open' | 'completed' | 'canceled';
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** What became of an objection. */
export interface ObjectionThread {
  /** Of the message. */
  readonly state: 'buffered' | 'carried' | 'correlated' | 'expired';
  /** The oldest first. */
  readonly steps: readonly ThreadStep[];
}

/** Steps that lie one behind the other, at most; a chain that is longer is no answer to a villager any more. */
const STEPS_MAX = 10;

const step = 't.id, t.element_id, t.name, t.state, t.created_at, t.ended_at';

const opened = (
  commandOf: string,
): string => `journal_entry j ON j.case_id = ${commandOf}.case_id AND j.command_id = ${commandOf}.command_id
  CROSS JOIN LATERAL jsonb_array_elements(j.effects) effect
  JOIN user_task t ON t.case_id = j.case_id AND t.element_key = effect ->> 'userTask'
  WHERE effect ->> 'type' = 'OpenUserTask' AND t.element_id = ANY ($2)`;

/**
 * The steps that the message of the objection opened, and those that their completion opened, as far as they are among
 * `elementIds`: a resolution that is put to the vote anew is a step of the case, no longer of the objection.
 */
export async function objectionThread(
  work: Work,
  objectionId: string,
  elementIds: readonly string[],
): Promise<ObjectionThread> {
  const [message] = await work.query<Pick<ObjectionThread, 'state'>>(
    'SELECT state FROM message WHERE id = $1',
    [objectionId],
  );
  const steps = await work.query<ThreadStep>(
    `WITH RECURSIVE thread AS (
       SELECT ${step}, 1 AS depth FROM message m JOIN ${opened('m')} AND m.id = $1
       UNION ALL
       SELECT ${step}, thread.depth + 1 FROM thread JOIN submission s ON s.user_task_id = thread.id
       JOIN ${opened('s')} AND thread.depth < ${STEPS_MAX}
     )
     SELECT id AS "taskId", element_id AS "elementId", name, state, created_at AS "createdAt", ended_at AS "endedAt"
     FROM thread ORDER BY depth, created_at, id`,
    [objectionId, elementIds],
  );
  return { state: message?.state ?? 'buffered', steps };
}
