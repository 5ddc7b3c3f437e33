import { insertOrFind, type InsertedOrFound } from '../insert-or-find.js';
import type { DueRow, Look } from '../set-aside/look.js';
import type { Work } from '../unit-of-work.js';
import type { Published } from './published.js';

export interface NewSignal extends Published {
  /** The publisher's own: broadcasting the same name and signal id again broadcasts nothing. */
  readonly signalId: string;
  /** A case whose instance has told who waits in it already: no case of that instance is told again. */
  readonly home: string | null;
}

export interface SignalRow extends NewSignal {
  /** Null while its commands are not written. */
  readonly broadcastAt: Date | null;
}

const columns = `id, name, signal_id AS "signalId", variables, unit_id AS "unitId", reach, reaches_walled AS "reachesWalled",
  published_by AS "publishedBy", home, clock_offset_ms::float8 AS "clockOffsetMs",
  (extract(epoch FROM published_at) * 1000)::float8 AS "publishedAt", broadcast_at AS "broadcastAt"`;

/** Inserts the signal, or finds the one that an earlier attempt left under its name and signal id. */
export const insertOrFindSignal = (work: Work, signal: NewSignal): Promise<InsertedOrFound<SignalRow>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO signal (id, name, signal_id, variables, unit_id, reach, reaches_walled, published_by, clock_offset_ms, published_at, home)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0), $11)
        ON CONFLICT (name, signal_id) DO NOTHING RETURNING ${columns}`,
      values: [
        signal.id,
        signal.name,
        signal.signalId,
        JSON.stringify(signal.variables),
        signal.unitId,
        signal.reach,
        signal.reachesWalled,
        signal.publishedBy,
        Math.round(signal.clockOffsetMs),
        signal.publishedAt,
        signal.home,
      ],
    },
    {
      sql: `SELECT ${columns} FROM signal WHERE name = $1 AND signal_id = $2`,
      values: [signal.name, signal.signalId],
    },
  );

/** The signal under its lock while nobody has broadcast it; replicas that come second find nothing. */
export async function lockWaitingSignal(work: Work, id: string): Promise<SignalRow | undefined> {
  const rows = await work.query<SignalRow>(
    `SELECT ${columns} FROM signal WHERE id = $1 AND broadcast_at IS NULL FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0];
}

/** Signals whose commands are not written yet, the oldest first. */
export function waitingSignals(work: Work, { limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    'SELECT id FROM signal WHERE broadcast_at IS NULL AND id <> ALL ($2) ORDER BY published_at, id LIMIT $1',
    [limit, without],
  );
}
