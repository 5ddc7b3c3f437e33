import { NO_ANCHOR, anchorText, followingAnchor, type Anchor, type AnchorLink } from '@wuqing/audit';
import { instant, isoOf } from '@wuqing/kernel';
import type { Statements, Work } from '../unit-of-work.js';

/** Two workers make one anchor a day. */
const ANCHOR_LOCK = 20_261_130;

/** The last anchor; `NO_ANCHOR` where there is none. */
export async function lastAnchor(work: Statements): Promise<AnchorLink & { readonly day: string }> {
  const rows = await work.query<AnchorLink & { day: string }>(
    'SELECT number, hash, day::text AS day FROM audit_anchor ORDER BY number DESC LIMIT 1',
  );
  return rows[0] ?? { ...NO_ANCHOR, day: '' };
}

/** Makes the day's anchor over the chains that have moved since the last one, unless it is made. `now`: epoch ms. */
export async function makeAnchor(
  work: Work,
  day: string,
  now: number,
  sha256: (text: string) => string,
): Promise<void> {
  await work.query('SELECT pg_advisory_xact_lock($1)', [ANCHOR_LOCK]);
  const last = await lastAnchor(work);
  if (last.day >= day) return;
  const heads = await work.query<Anchor['heads'][number]>(
    `SELECT c.id AS "caseId", c.audit_seq AS seq, c.audit_head AS head FROM process_instance c
     WHERE c.audit_seq > 0 AND NOT EXISTS (SELECT 1 FROM audit_anchor_head a WHERE a.case_id = c.id AND a.seq >= c.audit_seq)
     ORDER BY c.id`,
  );
  const madeAt = isoOf(instant(now));
  const anchor = { number: last.number + 1, day, madeAt, previousHash: last.hash, heads };
  await work.query(
    'INSERT INTO audit_anchor (number, day, made_at, previous_hash, hash) VALUES ($1, $2, $3, $4, $5)',
    [anchor.number, day, madeAt, last.hash, sha256(anchorText(anchor))],
  );
  await work.query(
    `INSERT INTO audit_anchor_head (case_id, seq, head, anchor)
     SELECT "caseId", seq, head, $2 FROM jsonb_to_recordset($1) AS t ("caseId" uuid, seq integer, head text)`,
    [JSON.stringify(heads), anchor.number],
  );
}

/** The first anchor that is none of these, by its number. */
export async function nextAnchorNumber(
  work: Statements,
  without: readonly number[],
): Promise<number | undefined> {
  const rows = await work.query<{ number: number }>(
    'SELECT number FROM audit_anchor WHERE number <> ALL ($1) ORDER BY number LIMIT 1',
    [without],
  );
  return rows[0]?.number;
}

export interface StoredAnchor {
  readonly anchor: Anchor;
  /** As it was when it was made. */
  readonly hash: string;
}

/** An anchor as its rows say, whatever they say by now; undefined where there is none of this number. */
export async function anchorOf(work: Statements, number: number): Promise<StoredAnchor | undefined> {
  const [row] = await work.query<Omit<Anchor, 'heads'> & { hash: string }>(
    `SELECT number, day::text AS day, to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "madeAt",
       previous_hash AS "previousHash", hash
     FROM audit_anchor WHERE number = $1`,
    [number],
  );
  if (!row) return undefined;
  const heads = await work.query<Anchor['heads'][number]>(
    'SELECT case_id AS "caseId", seq, head FROM audit_anchor_head WHERE anchor = $1 ORDER BY case_id',
    [number],
  );
  const { hash, ...anchor } = row;
  return { anchor: { ...anchor, heads }, hash };
}

/** A sentence where anchor `number` is not as it was made, or does not follow on the one before. */
export async function anchorFault(
  work: Statements,
  number: number,
  sha256: (text: string) => string,
): Promise<string | undefined> {
  const stored = await anchorOf(work, number);
  if (!stored) return `Expected anchor ${number}, found none`;
  const before =
    number === 1 ? NO_ANCHOR : await anchorOf(work, number - 1).then((one) => one && linkOf(one));
  if (!before) return `Expected anchor ${number - 1}, found none`;
  const following = followingAnchor(before, anchorText(stored.anchor), sha256);
  if (!following.ok) return following.error;
  if (following.value.hash === stored.hash) return undefined;
  return `Expected anchor ${number} to be ${stored.hash}, found ${following.value.hash}`;
}

const linkOf = ({ anchor: { number }, hash }: StoredAnchor): AnchorLink => ({ number, hash });

/** The last anchor, where the chains are not yet held against it. */
export async function uncheckedAnchor(work: Statements): Promise<number | undefined> {
  const rows = await work.query<{ number: number; isChecked: boolean }>(
    'SELECT number, checked_at IS NOT NULL AS "isChecked" FROM audit_anchor ORDER BY number DESC LIMIT 1',
  );
  return rows[0]?.isChecked === false ? rows[0].number : undefined;
}

/** How far the cases are held against an anchor: through which case by its id, and how many were broken. */
export interface CheckProgress {
  readonly through: string | null;
  readonly broken: number;
}

/** How far the check has come, for whoever goes on with it alone; undefined where another worker is at it. */
export async function takeCheck(work: Work, number: number): Promise<CheckProgress | undefined> {
  const rows = await work.query<CheckProgress>(
    `SELECT checked_through AS through, broken_chains AS broken FROM audit_anchor WHERE number = $1 AND checked_at IS NULL
     FOR UPDATE SKIP LOCKED`,
    [number],
  );
  return rows[0];
}

/** With the slice's findings or not at all. */
export async function noteProgress(
  work: Work,
  number: number,
  { through, broken }: CheckProgress,
): Promise<void> {
  await work.query('UPDATE audit_anchor SET checked_through = $2, broken_chains = $3 WHERE number = $1', [
    number,
    through,
    broken,
  ]);
}

export async function noteChecked(work: Work, number: number, now: number): Promise<void> {
  await work.query('UPDATE audit_anchor SET checked_at = to_timestamp($2 / 1000.0) WHERE number = $1', [
    number,
    now,
  ]);
}
