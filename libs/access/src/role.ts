import type { PositionKey } from '@wuqing/organization';

/** Groups of positions that the rules speak of. */
export const allRoles = [
  'village-secretary',
  'village-cadre',
  'supervision',
  'branch',
  'town-leader',
  'office-head',
  'office',
  'discipline',
  'admin',
] as const;

export type Role = (typeof allRoles)[number];

/** Where an office head or clerk is counted to 镇纪委办. */
const DISCIPLINE_OFFICE = 'jiwei';

/** Positions that stand for a seat in a body (代表, 党员, 成员, 理事) carry no role: they vote, they do not administer. */
const rolesByPosition: Readonly<Record<PositionKey, readonly Role[]>> = {
  'village-party-secretary': ['village-cadre', 'village-secretary'],
  'village-party-committee-member': ['village-cadre'],
  'village-discipline-member': ['supervision'],
  'village-director': ['village-cadre'],
  'village-committee-member': ['village-cadre'],
  'village-clerk': ['village-cadre'],
  'village-accountant': ['village-cadre'],
  'supervision-director': ['supervision'],
  'supervision-member': ['supervision'],
  'village-representative': [],
  'household-representative': [],
  'collective-member': [],
  'collective-council-chair': [],
  'collective-council-member': [],
  'party-member': [],
  'probationary-party-member': [],
  'party-member-under-probation': [],
  'branch-secretary': ['branch'],
  'town-party-secretary': ['town-leader'],
  'town-head': ['town-leader'],
  'town-discipline-secretary': ['town-leader', 'discipline'],
  'town-deputy': ['town-leader'],
  'office-head': ['office', 'office-head'],
  'office-clerk': ['office'],
  admin: ['admin'],
};

export function rolesOf(key: PositionKey, officeCode: string | null): readonly Role[] {
  const roles = rolesByPosition[key];
  return officeCode === DISCIPLINE_OFFICE ? [...roles, 'discipline'] : roles;
}
