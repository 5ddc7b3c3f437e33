import type { Work } from './unit-of-work.js';

/** How attempts under one name are let through; all in ms. */
export interface AttemptTerms {
  /** As many are let through at once; from the last of them on each has to wait after the one before. */
  readonly free: number;
  /** The first wait; each further one is twice as long, `longestMs` at most. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** So long after the last attempt all are forgotten. */
  readonly rememberedMs: number;
}

/** When the next may be made after the `n`-th: at any time where it need not wait, also for one that came a moment before. */
const freeAfter = (n: string): string =>
  `coalesce(to_timestamp(($2 + nullif(security.wait_ms(${n}, $3, $4, $5), 0)) / 1000.0), '-infinity')`;

/**
 * Counts an attempt under `name` and gives how long it must wait, in ms; 0: it may be made. One that must wait counts nothing, so
 * that nobody makes another's wait longer by asking. One statement: of any number at once each has a number of its own.
 * `now` in epoch ms.
 */
export async function countSecretAttempt(
  work: Work,
  name: string,
  now: number,
  { free, firstMs, longestMs, rememberedMs }: AttemptTerms,
): Promise<number> {
  const counted = await work.query(
    `INSERT INTO security.secret_attempt AS known (name, last_at, count, free_at)
     VALUES ($1, to_timestamp($2 / 1000.0), 1, ${freeAfter('1')})
     ON CONFLICT (name) DO UPDATE SET (last_at, count, free_at) = (
       SELECT EXCLUDED.last_at, n, ${freeAfter('n')}
       FROM (SELECT CASE WHEN known.last_at > to_timestamp(($2 - $6) / 1000.0) THEN known.count + 1 ELSE 1 END AS n) AS next)
     WHERE known.free_at <= to_timestamp($2 / 1000.0) OR known.last_at <= to_timestamp(($2 - $6) / 1000.0)
     RETURNING name`,
    [name, now, free, firstMs, longestMs, rememberedMs],
  );
  return counted.length > 0 ? 0 : waitUntilFree(work, name, now);
}

async function waitUntilFree(work: Work, name: string, now: number): Promise<number> {
  const [known] = await work.query<{ freeAt: Date }>(
    'SELECT free_at AS "freeAt" FROM security.secret_attempt WHERE name = $1',
    [name],
  );
  return Math.max(1, (known?.freeAt.getTime() ?? now) - now);
}

export async function forgetSecretAttempts(work: Work, name: string): Promise<void> {
  await work.query('DELETE FROM security.secret_attempt WHERE name = $1', [name]);
}

/** The attempt was right and counts no more; those before it do, and what waits goes on waiting. */
export async function returnSecretAttempt(work: Work, name: string): Promise<void> {
  await work.query('UPDATE security.secret_attempt SET count = count - 1 WHERE name = $1 AND count > 0', [
    name,
  ]);
}

/** What was last tried before `until` (epoch ms) is remembered no more. */
export async function dropOldSecretAttempts(work: Work, until: number): Promise<void> {
  await work.query('DELETE FROM security.secret_attempt WHERE last_at < to_timestamp($1 / 1000.0)', [until]);
}
