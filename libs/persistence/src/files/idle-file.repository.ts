import type { DueRow, Look } from '../set-aside/look.js';
import type { Work } from '../unit-of-work.js';
import { references } from './stored-file.js';

/** How long a file lies that nobody refers to. */
export const IDLE_FILE_MS = 24 * 3_600_000;

/** Nothing was submitted with it, and nobody needs it: a command that has not come for so long was never kept. */
const isIdle = `NOT f.is_bound AND f.state <> 'swept' AND f.touched_at <= to_timestamp($1 / 1000.0)
  AND NOT EXISTS (SELECT 1 FROM file_binding b WHERE b.file_id = f.id)
  AND NOT EXISTS (${references} AND (r.kind <> 'command' OR k.id IS NOT NULL))`;

/** Files that nobody has referred to for a day. */
export const idleFiles = (work: Work, { now, limit, without }: Look): Promise<DueRow[]> =>
  work.query<DueRow>(
    `SELECT f.id FROM stored_file f WHERE ${isIdle} AND f.id::text <> ALL ($3) ORDER BY f.touched_at LIMIT $2`,
    [now - IDLE_FILE_MS, limit, without],
  );

/**
 * Puts it down to be swept, if it is still idle when its row is locked: whoever refers to a file locks it before, so that what
 * he sees is not taken away from under him.
 */
export async function sweepIfIdle(work: Work, id: string, now: number): Promise<void> {
  await work.query('SELECT 1 FROM stored_file WHERE id = $1 FOR UPDATE', [id]);
  await work.query(`UPDATE stored_file f SET state = 'swept' WHERE f.id = $2 AND ${isIdle}`, [
    now - IDLE_FILE_MS,
    id,
  ]);
}

export const sweptFiles = (work: Work, { limit, without }: Look): Promise<DueRow[]> =>
  work.query<DueRow>(
    `SELECT id FROM stored_file WHERE state = 'swept' AND id::text <> ALL ($2) ORDER BY id LIMIT $1`,
    [limit, without],
  );

/** Its bytes are gone. A file that something was submitted with cannot be forgotten: its bindings hold it. */
export const forgetSwept = (work: Work, id: string): Promise<unknown> =>
  work.query(`DELETE FROM stored_file WHERE id = $1 AND state = 'swept'`, [id]);
