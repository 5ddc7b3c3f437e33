import { forgetPlaces, keepDevice, openSession, type Work } from '@wuqing/persistence';
import { v7 as uuidv7 } from 'uuid';
import { IDLE_MS } from './session-terms.js';
import { newSecret, tokenHashOf } from './session-token.js';
import type { Source } from './source.js';

/** Tokens that stand in nobody's database: of a session, and of the browser that it is in. */
export interface NewTokens {
  readonly token: string;
  readonly device: string;
  readonly accountId: string;
}

/** Opens a session for the account at `now` (epoch ms), and knows its browser from now on. */
export async function newSession(
  work: Work,
  accountId: string,
  { address, agent, device: old }: Source,
  now: number,
): Promise<NewTokens> {
  const [token, device] = [newSecret(), newSecret()];
  await forgetPlaces(work, accountId, now);
  await openSession(work, {
    id: uuidv7(),
    tokenHash: tokenHashOf(token),
    accountId,
    csrfToken: newSecret(),
    createdAt: new Date(now),
    expiresAt: new Date(now + IDLE_MS),
    address: address ?? null,
    agent,
  });
  await keepDevice(work, accountId, { old, next: tokenHashOf(device) }, now);
  return { token, device, accountId };
}
