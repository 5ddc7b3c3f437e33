import type { Instant } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';

/** An element of some case that waits for a message of this name and key. */
export interface WaitingSubscription {
  readonly caseId: string;
  readonly subscription: ElementInstanceKey;
  readonly unitId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly openedAt: Instant;
}

export interface PublishedMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly expiresAt: Instant;
  /** Units whose cases may receive it; absent: those of every unit. */
  readonly reach?: readonly string[];
}

/**
 * The one receiver of a message (BPMN 2.0.2 §8.4.2 and §10.5.1): of the subscriptions with its name and key that wait
 * within its reach the one that has waited longest; undefined where it must be kept, or has outlived its time to live (of none: it is for who waits at this moment).
 */
export function correlate<S extends WaitingSubscription>(
  subscriptions: readonly S[],
  message: PublishedMessage,
  now: Instant,
): S | undefined {
  if (message.expiresAt < now) return undefined;
  return subscriptions
    .filter((subscription) => matches(subscription, message))
    .reduce<S | undefined>((first, next) => (first && byAge(first, next) <= 0 ? first : next), undefined);
}

const matches = (subscription: WaitingSubscription, { name, correlationKey, reach }: PublishedMessage) =>
  subscription.messageName === name &&
  subscription.correlationKey === correlationKey &&
  (!reach || reach.includes(subscription.unitId));

/** Longest wait first; what opened in the same moment by case and element, so that no store decides. */
function byAge(a: WaitingSubscription, b: WaitingSubscription): number {
  if (a.openedAt !== b.openedAt) return a.openedAt - b.openedAt;
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1;
  return a.subscription < b.subscription ? -1 : 1;
}
