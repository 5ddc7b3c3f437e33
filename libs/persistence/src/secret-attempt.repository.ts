import type { Work } from './unit-of-work.js';

export interface SecretAttempts {
  /** How many within the window that is open, this one among them. */
  readonly count: number;
  readonly since: Date;
}

/**
 * Counts an attempt under `name` and gives how many there were: one statement, so that of any number at once each has a
 * number of its own. A window of `windowMs` begins with the first attempt; `now` in epoch ms.
 */
export async function countSecretAttempt(
  work: Work,
  name: string,
  now: number,
  windowMs: number,
): Promise<SecretAttempts> {
  const [counted] = await work.query<SecretAttempts>(
    `INSERT INTO security.secret_attempt AS known (name, since, count) VALUES ($1, to_timestamp($2 / 1000.0), 1)
     ON CONFLICT (name) DO UPDATE SET
       count = CASE WHEN known.since > to_timestamp(($2 - $3) / 1000.0) THEN known.count + 1 ELSE 1 END,
       since = CASE WHEN known.since > to_timestamp(($2 - $3) / 1000.0) THEN known.since ELSE EXCLUDED.since END
     RETURNING count, since`,
    [name, now, windowMs],
  );
  return counted!;
}

export async function forgetSecretAttempts(work: Work, name: string): Promise<void> {
  await work.query('DELETE FROM security.secret_attempt WHERE name = $1', [name]);
}

/** Windows that began before `until` (epoch ms) count nothing any more. */
export async function dropOldSecretAttempts(work: Work, until: number): Promise<void> {
  await work.query('DELETE FROM security.secret_attempt WHERE since < to_timestamp($1 / 1000.0)', [until]);
}
