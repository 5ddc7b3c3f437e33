import { Bug } from '@wuqing/kernel';
import { indexOrganization, type OrganizationData } from './organization-index.js';
import { partyStandingOf } from './party-standing.js';
import type { Delegation, Position } from './person.js';
import type { PositionKey } from './position-key.js';
import { holdersOf, positionsOf, resolveCandidateHolders, resolveCandidates } from './resolve-candidates.js';
import { supervisorsOf } from './supervisors.js';
import type { Unit, UnitKind } from './unit.js';
import { ancestorsOf, nearestOfKind, officeOf, unitsUnder } from './unit-tree.js';

const ON = '2026-08-24';
const unit = (id: string, kind: UnitKind, parentId: string | null, code = id): Unit => ({
  id,
  kind,
  parentId,
  code,
  name: id,
});
const sits = (
  personId: string,
  key: PositionKey,
  unitId: string,
  from = '2021-03-01',
  to: string | null = null,
): Position => ({
  id: `${personId}/${key}`,
  personId,
  key,
  unitId,
  from,
  to,
});
const standsIn = (
  toPersonId: string,
  fromPersonId: string,
  scope: Delegation['scope'],
  from = '2026-08-01',
  to = '2026-08-31',
): Delegation => ({
  id: `${toPersonId}/${fromPersonId}`,
  fromPersonId,
  toPersonId,
  unitId: 'v1',
  scope,
  from,
  to,
});

const positions = [
  sits('head', 'town-head', 'town'),
  sits('first', 'town-party-secretary', 'town'),
  sits('deputy', 'town-deputy', 'town'),
  sits('chief', 'office-head', 'jg'),
  sits('auditor', 'office-clerk', 'jg'),
  sits('branch-1', 'branch-secretary', 'b1'),
  sits('branch-2', 'branch-secretary', 'b2'),
  sits('secretary', 'village-party-secretary', 'v1'),
  sits('director', 'village-director', 'v1'),
  sits('clerk', 'village-clerk', 'v1'),
  sits('clerk', 'party-member', 'v1'),
  sits('former', 'village-clerk', 'v1', '2018-01-01', '2021-02-28'),
  sits('coming', 'village-clerk', 'v1', '2026-08-25'),
  sits('novice', 'probationary-party-member', 'v1'),
  sits('reprimanded', 'party-member', 'v1'),
  sits('reprimanded', 'party-member-under-probation', 'v1', '2026-01-01', '2026-12-31'),
  sits('foreign', 'village-clerk', 'v2'),
];
const ids = [...new Set(positions.map((position) => position.personId)), 'villager'];

const organizationWith = (changes: Partial<OrganizationData> = {}) =>
  indexOrganization({
    units: [
      unit('town', 'town', null),
      unit('jg', 'office', 'town', 'jingguan'),
      unit('b1', 'general-branch', 'town'),
      unit('b2', 'general-branch', 'town'),
      unit('v1', 'village', 'b1'),
      unit('v2', 'village', 'b2'),
    ],
    persons: ids.map((id) => ({ id, name: id, unitId: 'v1', gender: 'female', birthDate: '1980-01-01' })),
    positions,
    delegations: [],
    kinship: [],
    ...changes,
  });
const organization = organizationWith();
const namesOf = (units: readonly Unit[]) => units.map(({ id }) => id);

describe('the tree of units', () => {
  it.each([
    ['town', [], ['town', 'jg', 'b1', 'b2', 'v1', 'v2']],
    ['jg', ['town'], ['jg']],
    ['b1', ['town'], ['b1', 'v1']],
    ['v1', ['b1', 'town'], ['v1']],
  ])('%s has %j above and %j under it', (id, above, under) => {
    expect(namesOf(ancestorsOf(id, organization))).toEqual(above);
    expect(namesOf(unitsUnder(id, organization))).toEqual(under);
  });

  it('finds the unit of a kind and the office of a code', () => {
    expect(nearestOfKind('v1', 'general-branch', organization)?.id).toBe('b1');
    expect(nearestOfKind('jg', 'village', organization)).toBeNull();
    expect(officeOf('v2', 'jingguan', organization)?.id).toBe('jg');
    expect(officeOf('v2', 'xinfang', organization)).toBeNull();
  });

  it.each([
    ['a parent nobody knows', [unit('a', 'town', 'nowhere')]],
    ['a unit under itself', [unit('a', 'village', 'b'), unit('b', 'general-branch', 'a')]],
  ])('refuses %s', (_what, units) => {
    expect(() => organizationWith({ units })).toThrow(Bug);
  });

  it('takes an unknown unit for a bug', () => {
    expect(() => unitsUnder('nowhere', organization)).toThrow(Bug);
  });
});

describe('the candidates of a step', () => {
  it.each<[string, string[], string, string, string[]]>([
    ['the holder in the case’s village', ['village-clerk'], 'v1', ON, ['clerk']],
    ['the holder of another village’s case', ['village-clerk'], 'v2', ON, ['foreign']],
    ['the former holder while in office', ['village-clerk'], 'v1', '2021-02-28', ['former']],
    ['both on the first day of a second holder', ['village-clerk'], 'v1', '2026-08-25', ['clerk', 'coming']],
    [
      'several references, each person once',
      ['village-clerk', 'village-director', 'village-clerk'],
      'v1',
      ON,
      ['clerk', 'director'],
    ],
    ['the village’s own general branch', ['branch-secretary@branch'], 'v2', ON, ['branch-2']],
    ['the town, seen from a village', ['town-head@town'], 'v1', ON, ['head']],
    ['an office, seen from a village', ['office-head@office:jingguan'], 'v1', ON, ['chief']],
    ['nobody in an office that the town lacks', ['office-head@office:sifa'], 'v1', ON, []],
    ['nobody for a village position in a case of the town', ['village-clerk'], 'town', ON, []],
    ['nobody where there are no references', [], 'v1', ON, []],
  ])('are %s', (_what, references, caseUnitId, on, expected) => {
    expect(resolveCandidates(references, caseUnitId, organization, on)).toEqual(expected);
  });

  it('are never looked for under a name that publication refuses', () => {
    expect(() => resolveCandidates(['mayor'], 'v1', organization, ON)).toThrow(Bug);
  });

  it.each<[string, Delegation, string, string[]]>([
    ['the first day', standsIn('villager', 'clerk', 'all'), '2026-08-01', ['clerk', 'villager']],
    ['the last day', standsIn('villager', 'clerk', 'all'), '2026-08-31', ['clerk', 'coming', 'villager']],
    ['the day before', standsIn('villager', 'clerk', 'all'), '2026-07-31', ['clerk']],
    ['the day after', standsIn('villager', 'clerk', 'all'), '2026-09-01', ['clerk', 'coming']],
    ['a day, for that position', standsIn('villager', 'clerk', 'village-clerk'), ON, ['clerk', 'villager']],
    ['a day, for another position', standsIn('villager', 'clerk', 'party-member'), ON, ['clerk']],
    ['a day, for another unit', { ...standsIn('villager', 'clerk', 'all'), unitId: 'v2' }, ON, ['clerk']],
    ['a day, for someone out of office', standsIn('villager', 'former', 'all'), ON, ['clerk']],
  ])('with a substitute on %s', (_what, delegation, on, expected) => {
    expect(
      resolveCandidates(['village-clerk'], 'v1', organizationWith({ delegations: [delegation] }), on),
    ).toEqual(expected);
  });

  it('say for whom a substitute acts, seen from the step and from the person', () => {
    const withSubstitute = organizationWith({
      delegations: [standsIn('director', 'clerk', 'village-clerk')],
    });
    const acting = { personId: 'director', key: 'village-clerk', unitId: 'v1', onBehalfOf: 'clerk' };
    expect(resolveCandidateHolders(['village-clerk'], 'v1', withSubstitute, ON)[1]).toEqual(acting);
    expect(positionsOf('director', withSubstitute, ON)).toEqual([
      { personId: 'director', key: 'village-director', unitId: 'v1', onBehalfOf: null },
      acting,
    ]);
  });

  it('do not include a substitute’s substitute', () => {
    const delegations = [
      standsIn('director', 'clerk', 'all'),
      standsIn('villager', 'director', 'village-clerk'),
    ];
    const chained = organizationWith({ delegations });
    expect(holdersOf('village-clerk', 'v1', chained, ON).map(({ personId }) => personId)).toEqual([
      'clerk',
      'director',
    ]);
    expect(positionsOf('villager', chained, ON)).toEqual([]);
  });
});

describe('the supervisors of a person', () => {
  it.each([
    ['clerk', ['v1 secretary', 'b1 branch-1', 'town first']],
    ['villager', ['v1 secretary', 'b1 branch-1', 'town first']],
    ['secretary', ['b1 branch-1', 'town first']],
    ['foreign', ['b2 branch-2', 'town first']],
    ['branch-1', ['town first']],
    ['auditor', ['jg chief', 'town deputy', 'town first']],
    ['chief', ['town deputy', 'town first']],
    ['deputy', ['town first']],
    ['first', []],
    ['nobody', []],
  ])('%s: %j', (personId, expected) => {
    const levels = supervisorsOf(personId, organization, ON);
    expect(levels.map((level) => `${level.unitId} ${level.personIds.join()}`)).toEqual(expected);
  });

  it('leave out relatives: the level is skipped upward', () => {
    const related = organizationWith({
      kinship: [{ personA: 'secretary', personB: 'clerk', relation: 'spouse' }],
    });
    expect(supervisorsOf('clerk', related, ON)[0]).toEqual({
      unitId: 'b1',
      position: 'branch-secretary',
      personIds: ['branch-1'],
    });
  });

  it('leave out the person who stands in for his own supervisor, not the supervisor', () => {
    const delegations = [standsIn('clerk', 'secretary', 'all')];
    const levels = supervisorsOf('clerk', organizationWith({ delegations }), ON);
    expect(levels[0]?.personIds).toEqual(['secretary']);
  });
});

describe('party standing', () => {
  it.each([
    ['clerk', ON, '正式党员'],
    ['novice', ON, '预备党员'],
    ['reprimanded', ON, '留党察看'],
    ['reprimanded', '2027-01-01', '正式党员'],
    ['villager', ON, '非党员'],
  ])('of %s on %s is %s', (personId, on, expected) => {
    expect(partyStandingOf(personId, organization, on)).toBe(expected);
  });
});
