import type { HeldPosition } from '../step-row.js';

/** Whom a task waits for, as entries of inboxes are named. */
export interface InboxOf {
  readonly personId: string;
  readonly positions: readonly HeldPosition[];
}

/** What the person has claimed. */
export const claimedBy = (personId: string): string => `p:${personId}`;

export const heldAs = ({ unitId, positionKey }: HeldPosition): string => `${unitId}:${positionKey}`;

/** All under which a person's tasks are kept. */
export const holdersOf = ({ personId, positions }: InboxOf): readonly string[] => [
  claimedBy(personId),
  ...new Set(positions.map(heldAs)),
];
