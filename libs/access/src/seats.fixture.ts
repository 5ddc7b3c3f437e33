import { indexOrganization, type Position, type PositionKey, type UnitKind } from '@wuqing/organization';
import { actorOf, type Actor } from './actor.js';
import type { Resource } from './resource.js';

const ON = '2026-08-24';
const unit = (id: string, kind: UnitKind, parentId: string | null, code = id) => ({
  id,
  kind,
  parentId,
  code,
  name: id,
});

/** One person for every role: [who, position, unit]. */
export const seats = [
  ['secretary', 'village-party-secretary', 'v1'],
  ['party-committee', 'village-party-committee-member', 'v1'],
  ['director', 'village-director', 'v1'],
  ['committee', 'village-committee-member', 'v1'],
  ['clerk', 'village-clerk', 'v1'],
  ['accountant', 'village-accountant', 'v1'],
  ['discipline-member', 'village-discipline-member', 'v1'],
  ['supervisor', 'supervision-director', 'v1'],
  ['supervision', 'supervision-member', 'v1'],
  ['representative', 'village-representative', 'v1'],
  ['household', 'household-representative', 'v1'],
  ['member', 'collective-member', 'v1'],
  ['chair', 'collective-council-chair', 'v1'],
  ['council', 'collective-council-member', 'v1'],
  ['comrade', 'party-member', 'v1'],
  ['novice', 'probationary-party-member', 'v1'],
  ['reprimanded', 'party-member-under-probation', 'v1'],
  ['branch', 'branch-secretary', 'b1'],
  ['first', 'town-party-secretary', 'town'],
  ['head', 'town-head', 'town'],
  ['discipline-secretary', 'town-discipline-secretary', 'town'],
  ['deputy', 'town-deputy', 'town'],
  ['station-head', 'office-head', 'jg'],
  ['station-clerk', 'office-clerk', 'jg'],
  ['jiwei-head', 'office-head', 'jw'],
  ['jiwei-clerk', 'office-clerk', 'jw'],
  ['admin', 'admin', 'town'],
] as const satisfies readonly (readonly [string, PositionKey, string])[];
export type Who = (typeof seats)[number][0];

const sits = (personId: string, key: PositionKey, unitId: string): Position => ({
  id: `${personId}/${key}/${unitId}`,
  personId,
  key,
  unitId,
  from: '2021-03-01',
  to: null,
});

export const organization = indexOrganization({
  units: [
    unit('town', 'town', null),
    unit('jg', 'office', 'town', 'jingguan'),
    unit('jw', 'office', 'town', 'jiwei'),
    unit('b1', 'general-branch', 'town'),
    unit('b2', 'general-branch', 'town'),
    unit('v1', 'village', 'b1'),
    unit('v2', 'village', 'b2'),
  ],
  persons: [],
  positions: [
    ...seats.map(([who, key, unitId]) => sits(who, key, unitId)),
    sits('two-seats', 'village-clerk', 'v1'),
    sits('two-seats', 'office-clerk', 'jg'),
  ],
  delegations: [
    {
      id: 'd',
      fromPersonId: 'clerk',
      toPersonId: 'substitute',
      unitId: 'v1',
      scope: 'all',
      from: ON,
      to: ON,
    },
  ],
  kinship: [],
});
export const actor = (who: string): Actor => actorOf(who, organization, ON);

export const village = (unitId: string): Resource => ({
  unitId,
  level: 'V',
  demoMode: true,
  authorId: 'someone',
});
