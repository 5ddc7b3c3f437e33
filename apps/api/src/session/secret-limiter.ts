import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  countSecretAttempt,
  dropOldSecretAttempts,
  forgetSecretAttempts,
  isKnownDevice,
  returnSecretAttempt,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { countedAddress } from '../http/client-address.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { attemptTerms, REMEMBERED_MS, type AttemptScope } from './attempt-terms.js';
import type { Source } from './source.js';

/** An attempt, as it is counted under one name. */
interface Counted {
  readonly scope: AttemptScope;
  readonly who: string;
}

/** An attempt that was let through; whoever finds the secret right says so. */
export interface Admitted {
  /** What was tried before it counts no more against its owner; against an address it alone does not. */
  forgive(): Promise<void>;
}

const ACTOR = systemActor('secret-limiter');

/**
 * The one limiter of every place where a secret can be guessed. It counts before anything is compared, in the database: of any
 * number of attempts at once, at any number of processes, no more are compared than the terms let through. Known and unknown
 * logins are counted alike. What strangers try stands in nobody's way who comes from a browser that is known to his account,
 * from inside his session, or with an invitation.
 */
@Injectable()
export class SecretLimiter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A password at the door. Throws a 429 that says how long to wait, as they all do. */
  async atTheDoor(login: string, source: Source): Promise<Admitted> {
    const device = await this.knownDevice(login, source);
    return this.admit(
      device === undefined
        ? [ofAddress(source.address), { scope: 'account', who: login }]
        : [{ scope: 'device', who: `${device}\n${login}` }],
    );
  }

  /** The second factor of whoever knows the password. */
  async secondStep(login: string, source: Source): Promise<Admitted> {
    const device = await this.knownDevice(login, source);
    return this.admit([{ scope: 'second-step', who: device === undefined ? login : `${device}\n${login}` }]);
  }

  /** The code of an invitation: counted by whoever tries, so that nobody can close another's. */
  withInvitation(login: string, { address }: Source): Promise<Admitted> {
    const who = `${countedAddress(address)}\n${login}`;
    return this.admit([ofAddress(address), { scope: 'invitation', who }]);
  }

  /** A secret that is asked of whoever is signed in: counted apart from what is tried at the door. */
  inside(accountId: string): Promise<Admitted> {
    return this.admit([{ scope: 'inside', who: accountId }]);
  }

  /** A code that says by itself whose it is. */
  withCode(address: string | undefined): Promise<Admitted> {
    return this.admit([{ scope: 'code', who: countedAddress(address) }]);
  }

  /** Hash of the browser's token where the holder of that login has signed in there before. */
  private async knownDevice(login: string, { device }: Source): Promise<string | undefined> {
    if (device === undefined) return undefined;
    const isKnown = await this.unitOfWork.run(ACTOR, (work) =>
      isKnownDevice(work, device, login, this.clock.now()),
    );
    return isKnown ? device : undefined;
  }

  private async admit(attempt: readonly Counted[]): Promise<Admitted> {
    const now = this.clock.now();
    const refused = await this.unitOfWork.run(ACTOR, (work) => firstRefusal(work, attempt, now));
    if (refused) throw mustWait(refused.scope, refused.waitMs / 1_000);
    return { forgive: () => this.unitOfWork.run(ACTOR, (work) => forgive(work, attempt, now)) };
  }
}

const ofAddress = (address: string | undefined): Counted => ({
  scope: 'address',
  who: countedAddress(address),
});

/** Whoever must wait by the first name is not counted by the second. */
async function firstRefusal(
  work: Work,
  attempt: readonly Counted[],
  now: number,
): Promise<{ readonly scope: AttemptScope; readonly waitMs: number } | undefined> {
  for (const counted of attempt) {
    const waitMs = await countSecretAttempt(work, nameOf(counted), now, attemptTerms[counted.scope]);
    if (waitMs > 0) return { scope: counted.scope, waitMs };
  }
  return undefined;
}

async function forgive(work: Work, attempt: readonly Counted[], now: number): Promise<void> {
  for (const counted of attempt)
    await (attemptTerms[counted.scope].isOfMany ? returnSecretAttempt : forgetSecretAttempts)(
      work,
      nameOf(counted),
    );
  await dropOldSecretAttempts(work, now - REMEMBERED_MS);
}

const nameOf = ({ scope, who }: Counted): string => sha256(`${scope}\n${who.toLowerCase()}`);

function mustWait(scope: AttemptScope, seconds: number): Problem {
  const wait = seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  const cause = attemptTerms[scope].isOfMany ? '这个网络地址上输错的次数过多' : '连续输错的次数过多';
  return new Problem(
    429,
    'too-many',
    '请稍后再试',
    `${cause}，请 ${wait}后再试；再输错，等待时间会加长。`,
    {},
    { 'retry-after': String(Math.ceil(seconds)) },
  );
}
