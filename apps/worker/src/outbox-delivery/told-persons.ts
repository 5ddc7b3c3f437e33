import type { Confidentiality } from '@wuqing/access';
import { holdersOf, isPositionKey, type HeldPosition, type OrganizationIndex } from '@wuqing/organization';
import { mayLearn } from '../deadline-watch/told-of-clock.js';
import type { CircleRow } from '@wuqing/persistence';
import type { ToldPaperRow, ToldRow } from './outbox-rows.js';

/** Whom a row reaches; `onBehalfOf`: whom he stands in for, where it reaches him as a substitute alone. */
export interface ToldPerson {
  readonly personId: string;
  readonly onBehalfOf: string | null;
}

export type Addressed = Pick<
  ToldRow,
  | 'recipientPersonId'
  | 'recipientPosition'
  | 'recipientUnitId'
  | 'unitId'
  | 'assigneeId'
  | 'handlers'
  | keyof CircleRow
>;

/**
 * Everybody whom it reaches on that day, each once, substitutes included; of a closed step only those who may learn of it:
 * being told opens no wall. Pure.
 */
export function toldPersons(
  row: Addressed,
  level: Confidentiality,
  organization: OrganizationIndex,
  on: string,
): readonly ToldPerson[] {
  const { unitId, assigneeId, handlers, needToKnow, barredPersonIds } = row;
  const clock = { level, unitId, assigneeId, handlers, needToKnow, barredPersonIds };
  const reached =
    row.recipientPersonId === null ? inSeat(row, organization, on) : inPerson(row, organization, on);
  const told = new Map<string, ToldPerson>();
  for (const { personId, onBehalfOf } of reached) {
    if (told.get(personId)?.onBehalfOf === null) continue;
    if (mayLearn(personId, { clock, organization, on })) told.set(personId, { personId, onBehalfOf });
  }
  return [...told.values()];
}

/** Whoever holds the seat or stands in there, each once, save those whose own paper it is. */
export function toldOfPaper(
  row: Pick<ToldPaperRow, 'recipientPosition' | 'recipientUnitId' | 'paper'>,
  organization: OrganizationIndex,
  on: string,
): readonly ToldPerson[] {
  const told = new Map<string, ToldPerson>();
  for (const { personId, onBehalfOf } of inSeat(row, organization, on)) {
    if (row.paper.notTo.includes(personId) || told.get(personId)?.onBehalfOf === null) continue;
    told.set(personId, { personId, onBehalfOf });
  }
  return [...told.values()];
}

function inSeat(
  {
    recipientPosition: key,
    recipientUnitId: unitId,
  }: Pick<Addressed, 'recipientPosition' | 'recipientUnitId'>,
  organization: OrganizationIndex,
  on: string,
): readonly HeldPosition[] {
  return key !== null && unitId !== null && isPositionKey(key)
    ? holdersOf(key, unitId, organization, on)
    : [];
}

/** A person, and who stands in for him in a seat that the step is addressed to. */
function inPerson(
  { recipientPersonId, handlers }: Addressed,
  organization: OrganizationIndex,
  on: string,
): readonly ToldPerson[] {
  if (recipientPersonId === null) return [];
  const seats = handlers.flatMap(({ positionKey, unitId }) =>
    isPositionKey(positionKey) ? holdersOf(positionKey, unitId, organization, on) : [],
  );
  return [
    { personId: recipientPersonId, onBehalfOf: null },
    ...seats.filter(({ onBehalfOf }) => onBehalfOf === recipientPersonId),
  ];
}
