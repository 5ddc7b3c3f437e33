import type { OrganizationIndex } from './organization-index.js';
import { isInForce, type Day } from './person.js';
import type { PositionKey } from './position-key.js';

/** 党籍 in the words of the roll; only 正式党员 vote. */
export type PartyStandingName = '正式党员' | '预备党员' | '留党察看' | '非党员';

/** The strictest of the standings among these positions: 留党察看 before 预备党员 before 正式党员. */
export function strictestStanding(keys: readonly PositionKey[]): PartyStandingName {
  if (keys.includes('party-member-under-probation')) return '留党察看';
  if (keys.includes('probationary-party-member')) return '预备党员';
  return keys.includes('party-member') ? '正式党员' : '非党员';
}

/** The standing that the person holds on that day. */
export function partyStandingOf(
  personId: string,
  organization: OrganizationIndex,
  on: Day,
): PartyStandingName {
  const positions = organization.positionsByPerson.get(personId) ?? [];
  return strictestStanding(positions.filter((position) => isInForce(position, on)).map(({ key }) => key));
}

const MEMBERSHIPS: readonly PositionKey[] = [
  'collective-member',
  'household-representative',
  'party-member',
  'probationary-party-member',
  'party-member-under-probation',
];

/** Standings in the party and memberships are kept as positions, and are no offices that people are known by. */
export const isMembership = (key: PositionKey): boolean => MEMBERSHIPS.includes(key);
