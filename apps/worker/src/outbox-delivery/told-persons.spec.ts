import { indexOrganization, type OrganizationData } from '@wuqing/organization';
import { toldOfPaper, toldPersons, type Addressed } from './told-persons.js';

const DAY = '2026-11-29';
const seat = (personId: string, key: string, unitId: string, to: string | null = null) => ({
  id: `${personId}-${key}`,
  personId,
  unitId,
  key,
  from: '2020-01-01',
  to,
});
const organization = indexOrganization({
  units: [
    { id: 'town', parentId: null, kind: 'town', code: 'town', name: '镇' },
    { id: 'jiwei', parentId: 'town', kind: 'office', code: 'jiwei', name: '纪委办' },
    { id: 'b', parentId: 'town', kind: 'general-branch', code: 'b', name: '党总支' },
    { id: 'v', parentId: 'b', kind: 'village', code: 'v', name: '村' },
  ],
  persons: [],
  kinship: [],
  positions: [
    seat('clerk', 'village-clerk', 'v'),
    seat('second', 'village-clerk', 'v'),
    seat('former', 'village-clerk', 'v', '2026-11-28'),
    seat('director', 'village-director', 'v'),
    seat('secretary', 'village-party-secretary', 'v'),
    seat('inspector', 'office-clerk', 'jiwei'),
  ],
  delegations: [
    { id: '1', fromPersonId: 'clerk', toPersonId: 'director', unitId: 'v', scope: 'all', from: DAY, to: DAY },
    { id: '2', fromPersonId: 'clerk', toPersonId: 'second', unitId: 'v', scope: 'all', from: DAY, to: DAY },
    {
      id: '3',
      fromPersonId: 'clerk',
      toPersonId: 'former',
      unitId: 'v',
      scope: 'all',
      from: '2026-11-01',
      to: '2026-11-28',
    },
  ],
} as unknown as OrganizationData);

const row: Addressed = {
  recipientPersonId: null,
  recipientPosition: 'village-clerk',
  recipientUnitId: 'v',
  unitId: 'v',
  assigneeId: null,
  handlers: [{ positionKey: 'village-clerk', unitId: 'v' }],
  needToKnow: [],
  barredPersonIds: [],
};
const told = (changed: Partial<Addressed> = {}, level: 'V' | 'T' | 'N' = 'V') =>
  toldPersons({ ...row, ...changed }, level, organization, DAY);

describe('toldPersons', () => {
  it('are holders of today and their substitutes, each once, in their own name where they have one', () => {
    expect(told()).toEqual([
      { personId: 'clerk', onBehalfOf: null },
      { personId: 'second', onBehalfOf: null },
      { personId: 'director', onBehalfOf: 'clerk' },
    ]);
  });

  it('are a person and who stands in for him in a seat of the step', () => {
    expect(told({ recipientPersonId: 'clerk', recipientPosition: null, recipientUnitId: null })).toEqual([
      { personId: 'clerk', onBehalfOf: null },
      { personId: 'director', onBehalfOf: 'clerk' },
      { personId: 'second', onBehalfOf: 'clerk' },
    ]);
  });

  it.each([
    ['a closed step of an office', 'T', { recipientPosition: 'village-party-secretary' }, []],
    [
      'a closed step, in the office that handles it',
      'T',
      {
        recipientPosition: 'office-clerk',
        recipientUnitId: 'jiwei',
        handlers: [{ positionKey: 'office-clerk', unitId: 'jiwei' }],
      },
      ['inspector'],
    ],
    ['what only a list may know', 'N', {}, []],
  ] as const)('opens no wall: %s', (_what, level, changed, expected) => {
    expect(told(changed as Partial<Addressed>, level).map(({ personId }) => personId)).toEqual(expected);
  });

  it.each([
    ['a seat that nobody knows', { recipientPosition: 'mayor' }],
    ['a seat without a holder', { recipientPosition: 'village-accountant' }],
  ])('are nobody in %s', (_what, changed) => expect(told(changed)).toEqual([]));
});

describe('toldOfPaper', () => {
  const detail = { paperId: 'p', name: '清移〔2026〕3 号', dueOn: null, page: '/slips' };
  const told = (notTo: readonly string[]) =>
    toldOfPaper(
      { recipientPosition: 'village-clerk', recipientUnitId: 'v', paper: { ...detail, notTo } },
      organization,
      DAY,
    ).map(({ personId }) => personId);

  it('reaches who holds the seat on that day, and not who left it', () =>
    expect(told([])).toEqual(expect.arrayContaining(['clerk', 'second'])));
  it('and not whose own paper it is', () => expect(told(['clerk'])).not.toContain('clerk'));
  it('nor who left the seat', () => expect(told([])).not.toContain('former'));
});
