import { requestBudgets, type BudgetName, type RequestBudgets } from './request-budgets.js';
import { tooMany } from './problem.js';
import { TokenBuckets } from './token-bucket.js';

/** What a request took, to be given back where it bought nothing. */
export interface Spent {
  readonly budget: BudgetName;
  readonly who: string;
}

/**
 * Limits of this process of the API, in memory: no request waits for a database to be counted. Several processes let so
 * many times as much through, which still is no flood; guessed secrets have a limiter of their own (`SecretLimiter`).
 */
export class RequestLimiter {
  private readonly buckets: Readonly<Record<BudgetName, TokenBuckets>>;

  constructor(
    budgets: RequestBudgets = requestBudgets,
    private readonly now: () => number = () => performance.now(),
  ) {
    const entries = Object.entries(budgets).map(([name, budget]) => [name, new TokenBuckets(budget)]);
    this.buckets = Object.fromEntries(entries) as Record<BudgetName, TokenBuckets>;
  }

  /** Throws a 429 that says how long to wait. */
  spend(budget: BudgetName, who: string): Spent {
    const waitMs = this.buckets[budget].take(who, this.now());
    if (waitMs > 0) throw tooMany(waitMs / 1_000);
    return { budget, who };
  }

  /** The request was refused: it costs of the budget of refusals instead. */
  wasRefused({ budget, who }: Spent): void {
    this.buckets[budget].giveBack(who);
    this.buckets.refused.take(who, this.now());
  }

  /** Throws where `who` was refused too often. */
  requireFew(who: string): void {
    const waitMs = this.buckets.refused.take(who, this.now());
    if (waitMs > 0) throw tooMany(waitMs / 1_000);
    this.buckets.refused.giveBack(who);
  }
}
