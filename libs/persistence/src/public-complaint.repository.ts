import { insertOrFind, type InsertedOrFound } from './insert-or-find.js';
import { clockColumns, listedClock, type ClockColumns, type ListedClock } from './listed-clock.js';
import { movesColumn } from './clock-columns.js';
import type { MoveRow } from './service-level-clock.repository.js';
import type { Work } from './unit-of-work.js';

/** What somebody wrote on the town's page of complaints. */
export interface ComplaintRow {
  /** Of the command that began the case, too. */
  readonly id: string;
  readonly caseId: string;
  /** The village that it is about, or the town. */
  readonly unitId: string;
  readonly aboutLevel: string;
  readonly request: string;
  readonly facts: string;
  /** Nobody where it is anonymous. */
  readonly names: readonly string[];
  readonly contact: string | null;
  readonly codeHash: string;
  readonly receivedAt: Date;
}

export type NewComplaint = Omit<ComplaintRow, 'receivedAt'> & {
  /** Epoch ms. */
  readonly receivedAt: number;
};

/** A step of the case that a complaint began, once it is done. */
export interface ComplaintStep {
  readonly elementId: string;
  readonly endedAt: Date;
}

const columns = `o.id, o.case_id AS "caseId", o.unit_id AS "unitId", o.about_level AS "aboutLevel", o.request, o.facts, o.names,
  o.contact, o.code_hash AS "codeHash", o.received_at AS "receivedAt"`;

/** Keeps the complaint, or finds the one that an earlier attempt left under its id. */
export const insertOrFindComplaint = (
  work: Work,
  complaint: NewComplaint,
): Promise<InsertedOrFound<ComplaintRow>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO public_complaint AS o (id, case_id, unit_id, about_level, request, facts, names, contact, code_hash, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0)) ON CONFLICT (id) DO NOTHING RETURNING ${columns}`,
      values: [
        complaint.id,
        complaint.caseId,
        complaint.unitId,
        complaint.aboutLevel,
        complaint.request,
        complaint.facts,
        complaint.names,
        complaint.contact,
        complaint.codeHash,
        complaint.receivedAt,
      ],
    },
    { sql: `SELECT ${columns} FROM public_complaint o WHERE o.id = $1`, values: [complaint.id] },
  );

const findBy =
  (condition: string) =>
  async (work: Work, value: unknown): Promise<ComplaintRow | undefined> => {
    const rows = await work.query<ComplaintRow>(
      `SELECT ${columns} FROM public_complaint o WHERE ${condition}`,
      [value],
    );
    return rows[0];
  };

export const findComplaint = (work: Work, id: string): Promise<ComplaintRow | undefined> =>
  findBy('o.id = $1')(work, id);

/** What began the case, where it was begun on the page. */
export const complaintOfCase = (work: Work, caseId: string): Promise<ComplaintRow | undefined> =>
  findBy('o.case_id = $1')(work, caseId);

/** By the hashes that the typed code has under each key of the ring. */
export const complaintByCode = (work: Work, hashes: readonly string[]): Promise<ComplaintRow | undefined> =>
  findBy('o.code_hash = ANY ($1)')(work, hashes);

/** Since `since` (epoch ms): what a flood is measured by. */
export async function countComplaints(
  work: Work,
  since: number,
): Promise<{ readonly complaints: number; readonly photos: number }> {
  const [row] = await work.query<{ complaints: number; photos: number }>(
    `SELECT count(*)::int AS complaints,
       (SELECT count(*)::int FROM objection_photo p JOIN public_complaint c ON c.id = p.complaint_id
        WHERE c.received_at >= to_timestamp($1 / 1000.0)) AS photos
     FROM public_complaint WHERE received_at >= to_timestamp($1 / 1000.0)`,
    [since],
  );
  return row ?? { complaints: 0, photos: 0 };
}

/** Of these steps of the case those that are done, in their order, each as it was done first. */
export const doneStepsOf = (
  work: Work,
  caseId: string,
  elementIds: readonly string[],
): Promise<ComplaintStep[]> =>
  work.query<ComplaintStep>(
    `SELECT element_id AS "elementId", min(ended_at) AS "endedAt" FROM user_task
     WHERE case_id = $1 AND element_id = ANY ($2) AND state = 'completed' GROUP BY element_id ORDER BY 2, 1`,
    [caseId, elementIds],
  );

/** Moves of the clocks of the whole case that these service tasks made, in their order. */
export async function movesTold(
  work: Work,
  caseId: string,
  elementIds: readonly string[],
): Promise<MoveRow[]> {
  const rows = await work.query<{ move: MoveRow }>(
    `SELECT DISTINCT ON (move ->> 'at', move ->> 'kind', k.policy ->> 'clock') move
     FROM service_level_clock k, jsonb_array_elements(${movesColumn}) AS move
     WHERE k.case_id = $1 AND k.policy ? 'clock' AND move ->> 'element' = ANY ($2)
     ORDER BY move ->> 'at', move ->> 'kind', k.policy ->> 'clock'`,
    [caseId, elementIds],
  );
  return rows.map(({ move }) => move);
}

/** The nearest of the clocks that go on from step to step; undefined where none runs. */
export async function nearestCaseClock(work: Work, caseId: string): Promise<ListedClock | undefined> {
  const [row] = await work.query<ClockColumns>(
    `SELECT ${clockColumns} FROM service_level_clock k
     WHERE k.case_id = $1 AND k.state <> 'stopped' AND k.policy ? 'clock' ORDER BY k.due_on, k.id LIMIT 1`,
    [caseId],
  );
  return row && listedClock(row);
}
