import type { PositionKey } from './position-key.js';

const partyCommittee: readonly PositionKey[] = [
  'village-party-secretary',
  'village-party-committee-member',
  'village-discipline-member',
];
const villageCommittee: readonly PositionKey[] = ['village-director', 'village-committee-member'];

/**
 * Which positions of a village sit in a deciding body, by the body's key; each person counts once. Bodies that are not
 * kept by name (村民会议, 成员大会, 成员代表大会) are not here.
 */
const seats: Readonly<Record<string, readonly PositionKey[]>> = {
  'branch-committee': partyCommittee,
  'two-committees': [...partyCommittee, ...villageCommittee],
  'party-meeting': ['party-member', 'probationary-party-member', 'party-member-under-probation'],
  'representatives-meeting': ['village-representative', ...villageCommittee],
  council: ['collective-council-chair', 'collective-council-member'],
};

/** Null for a body whose members are not known by name. */
export const seatsOf = (body: string): readonly PositionKey[] | null =>
  Object.hasOwn(seats, body) ? (seats[body] ?? null) : null;

/** Members of the 村委会, who may not supervise themselves, nor may their close kin (村民委员会组织法 Art 37). */
export const villageCommitteeSeats: readonly PositionKey[] = villageCommittee;
/** 村监会, who look after what those do. */
export const supervisionSeats: readonly PositionKey[] = ['supervision-director', 'supervision-member'];
