/** So many at once, and so many a second in the long run. */
export interface Budget {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Names kept at most; the one that was not seen longest is forgotten first, and begins anew with a full bucket. */
const NAMES_MAX = 20_000;
/** Of a token: what sums of fractions may lack. */
const ROUNDING = 1e-9;

/** Budgets by name (a person, an address), in memory. Moments in ms of any clock that only goes forward. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly budget: Budget) {}

  /** Takes one; or gives how many ms it takes until there is one. */
  take(name: string, now: number): number {
    const bucket = this.filled(name, now);
    const missing = 1 - bucket.tokens;
    if (missing > ROUNDING) return Math.ceil((missing / this.budget.perSecond) * 1_000);
    bucket.tokens -= 1;
    return 0;
  }

  /** What was taken for nothing. */
  giveBack(name: string): void {
    const bucket = this.buckets.get(name);
    if (bucket) bucket.tokens = Math.min(this.budget.burst, bucket.tokens + 1);
  }

  private filled(name: string, now: number): Bucket {
    const { burst, perSecond } = this.budget;
    const known = this.buckets.get(name);
    const grown = known ? known.tokens + ((now - known.at) / 1_000) * perSecond : burst;
    const bucket = { tokens: Math.min(burst, grown), at: now };
    this.buckets.delete(name);
    this.buckets.set(name, bucket);
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > NAMES_MAX && !oldest.done) this.buckets.delete(oldest.value);
    return bucket;
  }
}
