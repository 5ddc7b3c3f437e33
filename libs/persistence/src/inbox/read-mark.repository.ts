import type { Work } from '../unit-of-work.js';

/** Marks tasks as looked at by the person; a mark that stands stays as it is. `at`: ISO. */
export async function markRead(
  work: Work,
  {
    personId,
    taskIds,
    at,
  }: { readonly personId: string; readonly taskIds: readonly string[]; readonly at: string },
): Promise<void> {
  await work.query(
    `INSERT INTO read_mark (person_id, user_task_id, read_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id
     ORDER BY id ON CONFLICT (person_id, user_task_id) DO NOTHING`,
    [personId, taskIds, at],
  );
}
