import type { JsonObject } from '@wuqing/kernel';
import type { Statements, Work } from '../unit-of-work.js';

export interface SavedViewRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly name: string;
  /** Everybody of the town sees it; it shows each what he may know. */
  readonly shared: boolean;
  readonly filter: JsonObject;
  readonly createdAt: Date;
}

export type NewSavedView = Omit<SavedViewRow, 'ownerName' | 'createdAt'> & { readonly createdAt: string };

const viewSelect = `SELECT v.id, v.owner_id AS "ownerId", p.name AS "ownerName", v.name, v.shared, v.filter, v.created_at AS "createdAt"
  FROM saved_view v JOIN person p ON p.id = v.owner_id`;

/** The person's own views, then those that others share; each in the order in which they were made. */
export const savedViewsFor = (work: Statements, personId: string): Promise<SavedViewRow[]> =>
  work.query<SavedViewRow>(
    `${viewSelect} WHERE v.owner_id = $1 OR v.shared ORDER BY v.owner_id <> $1, v.created_at, v.id`,
    [personId],
  );

export async function findSavedView(work: Work, id: string): Promise<SavedViewRow | undefined> {
  const rows = await work.query<SavedViewRow>(`${viewSelect} WHERE v.id = $1`, [id]);
  return rows[0];
}

/** How many the person has made, behind a lock of his own: two at once are counted one after the other. */
export async function countSavedViews(work: Work, ownerId: string): Promise<number> {
  await work.query(`SELECT pg_advisory_xact_lock(hashtext('saved_view'), hashtext($1))`, [ownerId]);
  const rows = await work.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM saved_view WHERE owner_id = $1',
    [ownerId],
  );
  return rows[0]?.n ?? 0;
}

/** Writes the view under its id: the owner's new one, or his old one anew; nothing where it is somebody else's. */
export async function putSavedView(work: Work, view: NewSavedView): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO saved_view AS v (id, owner_id, name, shared, filter, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, shared = excluded.shared, filter = excluded.filter
       WHERE v.owner_id = excluded.owner_id RETURNING id`,
    [view.id, view.ownerId, view.name, view.shared, JSON.stringify(view.filter), view.createdAt],
  );
  return rows.length > 0;
}

/** False where the person has no such view. */
export async function deleteSavedView(work: Work, id: string, ownerId: string): Promise<boolean> {
  const rows = await work.query('DELETE FROM saved_view WHERE id = $1 AND owner_id = $2 RETURNING id', [
    id,
    ownerId,
  ]);
  return rows.length > 0;
}
