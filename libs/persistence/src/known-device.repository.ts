import type { Work } from './unit-of-work.js';

/** So long a browser in which nobody signs in stays known, in ms. */
export const DEVICE_KNOWN_MS = 180 * 24 * 3_600_000;
/** Of one account; the one used longest ago goes first. */
const DEVICES_MAX = 20;

/** Whether the holder of that login has signed in at a browser with this token hash, by `now` (epoch ms). */
export async function isKnownDevice(
  work: Work,
  tokenHash: string,
  login: string,
  now: number,
): Promise<boolean> {
  const rows = await work.query(
    `SELECT 1 FROM security.known_device d JOIN account a ON a.id = d.account_id
     WHERE d.token_hash = $1 AND a.login = $2 AND d.used_at > to_timestamp($3 / 1000.0)`,
    [tokenHash, login, now - DEVICE_KNOWN_MS],
  );
  return rows.length > 0;
}

/** The browser is known to the account from `now` (epoch ms) on, and by a new token to all whom it was known to by the old one. */
export async function keepDevice(
  work: Work,
  accountId: string,
  { old, next }: { readonly old: string | undefined; readonly next: string },
  now: number,
): Promise<void> {
  if (old !== undefined)
    await work.query('UPDATE security.known_device SET token_hash = $2 WHERE token_hash = $1', [old, next]);
  await work.query(
    `INSERT INTO security.known_device (token_hash, account_id, used_at) VALUES ($1, $2, to_timestamp($3 / 1000.0))
     ON CONFLICT (token_hash, account_id) DO UPDATE SET used_at = EXCLUDED.used_at`,
    [next, accountId, now],
  );
  await work.query(
    `DELETE FROM security.known_device WHERE account_id = $1 AND (used_at <= to_timestamp($2 / 1000.0) OR token_hash NOT IN (
       SELECT token_hash FROM security.known_device WHERE account_id = $1 ORDER BY used_at DESC, token_hash LIMIT $3))`,
    [accountId, now - DEVICE_KNOWN_MS, DEVICES_MAX],
  );
}

/** Whoever has lost the account's password to others begins anew with his browsers, too. */
export async function forgetDevices(work: Work, accountId: string): Promise<void> {
  await work.query('DELETE FROM security.known_device WHERE account_id = $1', [accountId]);
}
