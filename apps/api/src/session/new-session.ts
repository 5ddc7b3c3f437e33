import { openSession, type Work } from '@wuqing/persistence';
import { IDLE_MS } from './session-terms.js';
import { newSecret, tokenHashOf } from './session-token.js';

/** A token that stands in nobody's database, and whose session it opens. */
export interface NewToken {
  readonly token: string;
  readonly accountId: string;
}

/** Opens a session for the account at `now` (epoch ms). */
export async function newSession(work: Work, accountId: string, now: number): Promise<NewToken> {
  const token = newSecret();
  await openSession(work, {
    tokenHash: tokenHashOf(token),
    accountId,
    csrfToken: newSecret(),
    createdAt: new Date(now),
    expiresAt: new Date(now + IDLE_MS),
  });
  return { token, accountId };
}
