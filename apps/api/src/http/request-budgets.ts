import { SetMetadata } from '@nestjs/common';
import type { Budget } from './token-bucket.js';

/**
 * What a person, or an address, may do: at once, and a second in the long run. Generous to whoever works with their own
 * hands; a program that floods is slowed. What was refused (4xx) costs of `refused` alone.
 */
export const requestBudgets = {
  /** By person: what is kept or moved. */
  write: { burst: 300, perSecond: 10 },
  /** By person: what others' cases are told. */
  message: { burst: 30, perSecond: 1 },
  /** By person: a new case. */
  start: { burst: 100, perSecond: 2 },
  /** By person: what is asked and looked at. */
  read: { burst: 1_500, perSecond: 50 },
  /** By person, or by address without an account: what was not allowed or not so. */
  refused: { burst: 10_000, perSecond: 100 },
  /** By address: whatever comes without an account. */
  public: { burst: 1_500, perSecond: 50 },
  /** By address: what villagers hold against notices; the telephones of a whole village may share one. */
  objection: { burst: 20, perSecond: 1 / 60 },
  /** By address: forms of objections and complaints that are read at all, with photos of many megabytes. */
  objectionForm: { burst: 60, perSecond: 1 / 10 },
  /** By notice, from wherever it comes. */
  objectedNotice: { burst: 60, perSecond: 1 / 30 },
  /** By address: complaints, each of which begins a case. */
  complaint: { burst: 10, perSecond: 1 / 180 },
  /** By address: whatever comes, an office behind one address among it. */
  address: { burst: 15_000, perSecond: 500 },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof requestBudgets;
export type RequestBudgets = Readonly<Record<BudgetName, Budget>>;

/** As many times as much: for measurements, and for towns whose programs write. */
export const budgetsTimes = (times: number): RequestBudgets =>
  Object.fromEntries(
    Object.entries(requestBudgets).map(([name, { burst, perSecond }]) => [
      name,
      { burst: burst * times, perSecond: perSecond * times },
    ]),
  ) as RequestBudgets;

export const SPENDS = 'wuqing:spends';

/** Of which budget the operation takes; by its method where nothing is said. */
export const Spends = (name: BudgetName): MethodDecorator => SetMetadata(SPENDS, name);
