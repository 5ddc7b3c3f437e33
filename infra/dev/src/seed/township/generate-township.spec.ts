import { createHash } from 'node:crypto';
import { canonicalJson, required, type JsonObject } from '@wuqing/kernel';
import {
  allPositionKeys,
  closeRelativesOf,
  indexOrganization,
  officeCodes,
  partyStandingOf,
  positionKeys,
  resolveCandidates,
  supervisorsOf,
  type PositionKey,
} from '@wuqing/organization';
import { generateTownship } from './generate-township.js';
import type { TownshipUnit } from './township-data.js';

const township = generateTownship();
const organization = indexOrganization(township);
const ON = '2026-08-24';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const villages = township.units.filter((unit) => unit.kind === 'village');
const villageOf = (code: string): TownshipUnit =>
  required(
    villages.find((unit) => unit.code === code),
    `village ${code}`,
  );
const figuresOf = (unit: TownshipUnit) => required(unit.figures, `figures of ${unit.code}`);
const loginOf = (login: string) => township.accounts.find((account) => account.login === login)?.personId;
const duplicates = (values: readonly string[]) =>
  values.filter((value, at) => values.indexOf(value, at + 1) >= 0);
const genderOf = new Map(township.persons.map((person) => [person.id, person.gender]));

const holdersByUnit = new Map<string, Map<PositionKey, string[]>>();
for (const { unitId, key, personId } of township.positions) {
  const keys = holdersByUnit.get(unitId) ?? new Map<PositionKey, string[]>();
  keys.set(key, [...(keys.get(key) ?? []), personId]);
  holdersByUnit.set(unitId, keys);
}
const holders = (unit: TownshipUnit, ...keys: PositionKey[]): string[] =>
  keys.flatMap((key) => holdersByUnit.get(unit.id)?.get(key) ?? []);

describe('the township', () => {
  it('is the same at every call and on every machine', () => {
    const text = canonicalJson(township as unknown as JsonObject);
    expect(canonicalJson(generateTownship() as unknown as JsonObject)).toBe(text);
    expect(sha256(text)).toBe('3b73dc677627eea4e9d84f9fda2dfd9a798e9cbc2098b3f0887e440f868d29a3');
  });

  it('has a town, its offices, eight general branches and fifty villages', () => {
    const counted = ['town', 'office', 'general-branch', 'village'].map(
      (kind) => township.units.filter((unit) => unit.kind === kind).length,
    );
    expect(counted).toEqual([1, officeCodes.length, 8, 50]);
    expect(new Set(township.units.map((unit) => unit.name)).size).toBe(township.units.length);
    expect(villages.map((unit) => unit.code)).toEqual(
      Array.from({ length: 50 }, (_, at) => `v${String(at + 1).padStart(2, '0')}`),
    );
    expect(
      villages.filter((unit) => organization.units.get(unit.parentId ?? '')?.kind !== 'general-branch'),
    ).toEqual([]);
  });

  it('has no id and no login twice, and ids are UUIDs of version 5', () => {
    const { units, persons, positions, households, authorizations, accounts } = township;
    const ids = [units, persons, positions, households, authorizations, accounts].flatMap((rows) =>
      rows.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([]);
    expect(duplicates(accounts.map(({ login }) => login))).toEqual([]);
    expect(duplicates(accounts.map(({ personId }) => personId))).toEqual([]);
  });

  it('holds every position there is, each in a unit of its kind and by a person of the data', () => {
    expect(new Set(township.positions.map(({ key }) => key))).toEqual(new Set(allPositionKeys));
    const astray = township.positions.filter(({ key, unitId, personId }) => {
      const isInKind = organization.units.get(unitId)?.kind === positionKeys[key].unitKind;
      return !isInKind || !organization.persons.has(personId);
    });
    expect(astray).toEqual([]);
  });
});

describe('every village', () => {
  it.each<[PositionKey, number]>([
    ['village-party-secretary', 1],
    ['village-discipline-member', 1],
    ['village-director', 1],
    ['village-clerk', 1],
    ['village-accountant', 1],
    ['supervision-director', 1],
    ['collective-council-chair', 1],
    ['village-party-committee-member', 3],
  ])('has %s, %i in number', (key, count) => {
    expect(villages.filter((unit) => holders(unit, key).length !== count)).toEqual([]);
  });

  it.each(villages.map((unit) => [unit.code, unit] as const))(
    '%s has as many as its figures say',
    (_code, unit) => {
      const figures = figuresOf(unit);
      const committee = holders(unit, 'village-director', 'village-committee-member');
      const partyCommittee = holders(
        unit,
        'village-party-secretary',
        'village-discipline-member',
        'village-party-committee-member',
      );
      const elected = holders(unit, 'village-representative');
      expect({
        body: new Set([...committee, ...elected]).size,
        elected: elected.length,
        women: elected.filter((id) => genderOf.get(id) === 'female').length,
        party: partyCommittee.length,
        both: new Set([...committee, ...partyCommittee]).size,
        voting: holders(unit, 'party-member').length,
      }).toEqual({
        body: figures.representatives,
        elected: figures.electedRepresentatives,
        women: figures.womenRepresentatives,
        party: figures.partyCommittee,
        both: figures.twoCommittees,
        voting: figures.partyMembersVoting,
      });
    },
  );

  it.each(villages.map((unit) => [unit.code, unit] as const))(
    '%s is composed as the law wants',
    (_code, unit) => {
      const figures = figuresOf(unit);
      const committee = holders(unit, 'village-director', 'village-committee-member');
      const supervision = holders(unit, 'supervision-director', 'supervision-member');
      const kinOfCommittee = committee.flatMap((id) => closeRelativesOf(id, township.kinship));
      const barred = [...committee, ...kinOfCommittee, ...holders(unit, 'village-accountant')];
      const director = required(holders(unit, 'village-director')[0], 'a director');
      expect([3, 5, 7]).toContain(committee.length);
      expect(committee.map((id) => genderOf.get(id))).toContain('female');
      expect([3, 5]).toContain(supervision.length);
      expect(holders(unit, 'supervision-director')).toEqual(holders(unit, 'village-discipline-member'));
      expect(supervision.filter((id) => barred.includes(id))).toEqual([]);
      expect(kinOfCommittee.filter((id) => committee.includes(id))).toEqual([]);
      expect([director, ...closeRelativesOf(director, township.kinship)]).not.toContain(
        holders(unit, 'village-accountant')[0],
      );
      expect(figures.electedRepresentatives).toBeGreaterThanOrEqual((figures.representatives * 4) / 5);
      expect(figures.womenRepresentatives).toBeGreaterThanOrEqual(figures.representatives / 3);
      expect(figures.representatives).toBeGreaterThanOrEqual(30);
      expect(figures.representatives).toBeLessThanOrEqual(45);
    },
  );

  it('has an odd council whose members are not kin of each other', () => {
    for (const unit of villages) {
      const council = holders(unit, 'collective-council-chair', 'collective-council-member');
      const kin = council.flatMap((id) => closeRelativesOf(id, township.kinship));
      expect(council.length % 2).toBe(1);
      expect(kin.filter((id) => council.includes(id))).toEqual([]);
    }
  });

  it('has sixty household heads, of age, among its collective members', () => {
    for (const unit of villages) {
      const heads = township.households
        .filter((household) => household.unitId === unit.id)
        .map(({ headPersonId }) => headPersonId);
      const births = heads.map((id) => required(organization.persons.get(id), `head ${id}`).birthDate);
      expect(new Set(heads).size).toBe(60);
      expect(new Set(holders(unit, 'household-representative'))).toEqual(new Set(heads));
      expect(births.filter((birth) => birth > '2008-08-24')).toEqual([]);
      expect(new Set([...holders(unit, 'collective-member'), ...heads]).size).toBe(
        holders(unit, 'collective-member').length,
      );
    }
  });

  it('has its assembly’s authorization in force from 2026 through 2028', () => {
    expect(new Set(township.authorizations.map(({ unitId }) => unitId)).size).toBe(50);
    const wrong = township.authorizations.filter(
      ({ decidedOn, postedOn, filedOn, effectiveFrom, effectiveTo, matterTypes }) =>
        !(decidedOn < postedOn && postedOn < filedOn && filedOn < effectiveFrom) ||
        effectiveFrom !== '2026-01-01' ||
        effectiveTo !== '2028-12-31' ||
        matterTypes.join() !== 'A1,A2,A3,A4,A5',
    );
    expect(wrong).toEqual([]);
  });

  it('declares kin: a spouse, a sibling and one by marriage sit among the representatives', () => {
    for (const unit of villages) {
      const elected = holders(unit, 'village-representative');
      const own = township.kinship
        .filter(({ personB }) => elected.includes(personB))
        .map(({ relation }) => relation);
      expect(own).toEqual(['spouse', 'siblings', 'near-affinity']);
    }
  });
});

describe('the villages of the dated journeys', () => {
  it('v01 has 40 in the body, 14 women representatives and 30 voting party members', () => {
    expect(figuresOf(villageOf('v01'))).toMatchObject({
      representatives: 40,
      womenRepresentatives: 14,
      partyMembersVoting: 30,
    });
  });

  it('v02 has 913 collective members', () => {
    expect(figuresOf(villageOf('v02')).collectiveMembers).toBe(913);
  });

  it('v01 has members of each standing, one standing each', () => {
    const party = holders(
      villageOf('v01'),
      'party-member',
      'probationary-party-member',
      'party-member-under-probation',
    );
    expect(duplicates(party)).toEqual([]);
    expect(party.filter((id) => partyStandingOf(id, organization, ON) === '正式党员').length).toBe(30);
    expect(party.map((id) => partyStandingOf(id, organization, ON))).toContain('预备党员');
  });
});

describe('the accounts', () => {
  it.each([
    ...['secretary', 'director', 'committee-1', 'committee-2', 'party-committee', 'clerk', 'accountant'].map(
      (role) => `v50-${role}`,
    ),
    ...['v01-supervisor', 'v01-supervisor-2', 'v01-supervisor-3', 'b1-secretary', 'b8-secretary'],
    ...['town-party-secretary', 'town-head', 'town-discipline', 'town-deputy-1', 'admin'],
    ...officeCodes.flatMap((code) => [`${code}-head`, `${code}-clerk`, `${code}-clerk-2`]),
  ])('%s belongs to somebody', (login) => {
    expect(organization.persons.has(loginOf(login) ?? '')).toBe(true);
  });

  it('are whom a step goes to', () => {
    const v01 = villageOf('v01').id;
    expect(resolveCandidates(['village-clerk', 'village-accountant'], v01, organization, ON)).toEqual([
      loginOf('v01-clerk'),
      loginOf('v01-accountant'),
    ]);
    expect(resolveCandidates(['office-head@office:jingguan'], v01, organization, ON)).toEqual([
      loginOf('jingguan-head'),
    ]);
    expect(
      supervisorsOf(required(loginOf('v01-clerk'), 'a clerk'), organization, ON).map(
        ({ personIds }) => personIds[0],
      ),
    ).toEqual(['v01-secretary', 'b1-secretary', 'town-party-secretary'].map(loginOf));
  });

  it('are held by whoever holds an office, and by nobody else', () => {
    const seats: PositionKey[] = [
      'village-representative',
      'household-representative',
      'collective-member',
      'collective-council-member',
      'party-member',
      'probationary-party-member',
      'party-member-under-probation',
    ];
    const officials = township.positions
      .filter(({ key }) => !seats.includes(key))
      .map(({ personId }) => personId);
    expect(new Set(township.accounts.map(({ personId }) => personId))).toEqual(new Set(officials));
  });
});
