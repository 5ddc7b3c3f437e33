import { fetchSize } from '../fetch-size.js';
import { askPrepared } from '../prepared.js';
import type { Statements } from '../unit-of-work.js';
import { inboxRows, inboxSelect, ofTask, type InboxColumns, type InboxRow } from './inbox-row.js';
import { likeText } from './search-query.js';

export interface DoneFilter {
  readonly personId: string;
  readonly processKey?: string;
  readonly unitId?: string;
  readonly elementId?: string;
  readonly terms?: readonly string[];
  /** `order` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** What a person has done, the latest first. */
export async function listDoneTasks(work: Statements, filter: DoneFilter): Promise<InboxRow[]> {
  const { personId, processKey, unitId, elementId, terms = [], after, limit } = filter;
  const rows = await askPrepared<InboxColumns>(
    work,
    `WITH page AS MATERIALIZED (
       SELECT t.id, t.ended_at FROM user_task t JOIN process_instance c ON c.id = t.case_id
       WHERE t.completed_by = ($1::uuid)::text AND t.state = 'completed'
         AND ($2::text IS NULL OR (t.ended_at, t.id) < ($2::timestamptz, $3::uuid))
         AND ($4::text IS NULL OR c.process_key = $4) AND ($5::uuid IS NULL OR t.unit_id = $5)
         AND ($6::text IS NULL OR t.element_id = $6)
         AND ($7::text[] IS NULL OR c.search_text LIKE ALL ($7))
       ORDER BY t.ended_at DESC, t.id DESC LIMIT ${fetchSize(limit)})
     ${inboxSelect({ ...ofTask, order: `to_jsonb(page.ended_at) #>> '{}'` })} ORDER BY page.ended_at DESC, page.id DESC`,
    [
      personId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      processKey ?? null,
      unitId ?? null,
      elementId ?? null,
      terms.length === 0 ? null : terms.map(likeText),
    ],
  );
  return inboxRows(rows).slice(0, limit);
}
