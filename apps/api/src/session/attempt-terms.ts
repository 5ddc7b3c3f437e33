import type { AttemptTerms } from '@wuqing/persistence';

const MINUTE = 60_000;

/** The longest that anything is remembered. */
export const REMEMBERED_MS = 24 * 60 * MINUTE;
export const FREE_ATTEMPTS = 5;
/** After the last free attempt; then twice as long each time. */
export const FIRST_WAIT_MS = MINUTE;
export const LONGEST_WAIT_MS = 15 * MINUTE;

/** By whom an attempt is counted. */
export type AttemptScope =
  'account' | 'device' | 'second-step' | 'inside' | 'invitation' | 'address' | 'code';

interface ScopeTerms extends AttemptTerms {
  /** Whether many persons are counted by one name: one who is right does not clear the others. */
  readonly isOfMany: boolean;
}

const ofOne: ScopeTerms = {
  free: FREE_ATTEMPTS,
  firstMs: FIRST_WAIT_MS,
  longestMs: LONGEST_WAIT_MS,
  rememberedMs: REMEMBERED_MS,
  isOfMany: false,
};

/** An office behind one address errs well below this. */
const ofMany = (free: number): ScopeTerms => ({
  free,
  firstMs: 1_000,
  longestMs: MINUTE,
  rememberedMs: 15 * MINUTE,
  isOfMany: true,
});

export const attemptTerms: Readonly<Record<AttemptScope, ScopeTerms>> = {
  account: ofOne,
  device: ofOne,
  'second-step': ofOne,
  inside: ofOne,
  invitation: ofOne,
  address: ofMany(120),
  /** Query codes of villagers, typed from one address: no account can be closed by them. */
  code: ofMany(60),
};
