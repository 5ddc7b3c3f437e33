const MINUTE = 60_000;

/** A session ends after a working day, or after two hours without a request. */
export const SESSION_MS = 12 * 60 * MINUTE;
export const IDLE_MS = 120 * MINUTE;
/** The row is written at most this often. */
const RENEWED_EVERY_MS = MINUTE;

export const PASSWORD_ATTEMPTS_MAX = 5;
export const LOCKED_MS = 15 * MINUTE;

/** Until when a session that is used at `now` lives on; undefined where its row is fresh enough. */
export function renewedUntil(
  session: { readonly createdAt: Date; readonly expiresAt: Date },
  now: number,
): number | undefined {
  const until = Math.min(session.createdAt.getTime() + SESSION_MS, now + IDLE_MS);
  return until - session.expiresAt.getTime() >= RENEWED_EVERY_MS ? until : undefined;
}
