import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  countSecretAttempt,
  dropOldSecretAttempts,
  forgetSecretAttempts,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { countedAddress } from '../http/client-address.js';
import { tooMany } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { LOCKED_MS, PASSWORD_ATTEMPTS_MAX } from './session-terms.js';

/** How often a secret may be tried, by whose it is and by where the attempt comes from. */
const budgets = {
  account: { attemptsMax: PASSWORD_ATTEMPTS_MAX, windowMs: LOCKED_MS },
  /** A township office behind one address signs in well below this. */
  address: { attemptsMax: 120, windowMs: 60_000 },
  /** Query codes of villagers, typed from one address: no account can be locked by them. */
  code: { attemptsMax: 60, windowMs: 60_000 },
} as const;

type Scope = keyof typeof budgets;

const ACTOR = systemActor('secret-limiter');

/**
 * The one limiter of every place where a secret can be guessed: sign-in, the current password at its change, an
 * invitation's code. It counts before anything is compared, in the database: of any number of attempts at once, at any
 * number of processes, no more are compared than the budget has. Known and unknown logins are counted alike.
 */
@Injectable()
export class SecretLimiter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws a 429 that says how long to wait. */
  async admit(login: string, address: string | undefined): Promise<void> {
    const now = this.clock.now();
    const waitMs = await this.unitOfWork.run(ACTOR, async (work) => {
      const byAddress = await waitOf(work, 'address', countedAddress(address), now);
      // Whoever must wait anyway locks nobody's account.
      return byAddress > 0 ? byAddress : waitOf(work, 'account', login, now);
    });
    if (waitMs > 0) throw tooMany(waitMs / 1_000);
  }

  /** For a code that says by itself whose it is. Throws a 429 that says how long to wait. */
  async admitCode(address: string | undefined): Promise<void> {
    const now = this.clock.now();
    const waitMs = await this.unitOfWork.run(ACTOR, (work) =>
      waitOf(work, 'code', countedAddress(address), now),
    );
    if (waitMs > 0) throw tooMany(waitMs / 1_000);
  }

  /** The secret was right: what was tried before it counts no more against its owner. */
  forgive(login: string): Promise<void> {
    return this.unitOfWork.run(ACTOR, (work) => forgetSecretAttempts(work, nameOf('account', login)));
  }
}

/** Ms to wait before this attempt may be made; 0 where it may be made now. */
async function waitOf(work: Work, scope: Scope, who: string, now: number): Promise<number> {
  const { attemptsMax, windowMs } = budgets[scope];
  const { count, since } = await countSecretAttempt(work, nameOf(scope, who), now, windowMs);
  if (scope !== 'account' && count === 1) await dropOldSecretAttempts(work, now - LOCKED_MS);
  return count > attemptsMax ? Math.max(1_000, since.getTime() + windowMs - now) : 0;
}

const nameOf = (scope: Scope, who: string): string => sha256(`${scope}\n${who.toLowerCase()}`);
