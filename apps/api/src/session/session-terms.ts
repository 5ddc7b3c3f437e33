const MINUTE = 60_000;

/** A session ends after a working day, or after two hours without a request. */
export const SESSION_MS = 12 * 60 * MINUTE;
export const IDLE_MS = 120 * MINUTE;
/** So long whoever has said who he is need not say it again before a grave act. */
export const CONFIRMATION_MS = 15 * MINUTE;
/** The row is written at most this often. */
const RENEWED_EVERY_MS = MINUTE;

/** Until when a session that is used at `now` lives on; undefined where its row is fresh enough. */
export function renewedUntil(
  session: { readonly createdAt: Date; readonly usedAt: Date },
  now: number,
): number | undefined {
  if (now - session.usedAt.getTime() < RENEWED_EVERY_MS) return undefined;
  return Math.min(session.createdAt.getTime() + SESSION_MS, now + IDLE_MS);
}
