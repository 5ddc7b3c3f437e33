import { indexOrganization, type OrganizationData } from '@wuqing/organization';
import { urgeRecipientsOf, type UrgedStep } from './urge-recipients.js';
import { urgeRoles } from './urge-roles.js';

const organization = indexOrganization({
  units: [
    { id: 'town', parentId: null, kind: 'town', code: 'town', name: '镇' },
    { id: 'office', parentId: 'town', kind: 'office', code: 'nongye', name: '农业办' },
    { id: 'branch', parentId: 'town', kind: 'general-branch', code: 'b', name: '党总支' },
    { id: 'village', parentId: 'branch', kind: 'village', code: 'v', name: '村' },
  ],
  persons: [],
  kinship: [],
  positions: [],
  delegations: [],
} satisfies OrganizationData);

const clerk = { positionKey: 'village-clerk', unitId: 'village' };
const secretary = { positionKey: 'village-party-secretary', unitId: 'village' };
const step: UrgedStep = {
  unitId: 'village',
  level: 'V',
  candidates: [clerk, { positionKey: 'village-director', unitId: 'village' }],
  assigneeId: null,
  assigneeSeats: [],
};
const told = (changed: Partial<UrgedStep> = {}, roles = urgeRoles.slice()) =>
  urgeRecipientsOf({ ...step, ...changed }, roles, organization).map(
    ({ role, positionKey, unitId, personId }) => `${role} ${positionKey} ${unitId} ${personId ?? '-'}`,
  );

describe('an urge goes to', () => {
  it('everybody who may do the step, the head of the unit and the branch', () =>
    expect(told()).toEqual([
      'holder village-clerk village -',
      'holder village-director village -',
      'unit-head village-party-secretary village -',
      'branch-secretary branch-secretary branch -',
    ]));

  it('whoever has claimed it alone, in the seat by which he may', () =>
    expect(
      told({ assigneeId: 'wang', assigneeSeats: [{ positionKey: 'village-director', unitId: 'village' }] }),
    ).toContain('holder village-director village wang'));

  it('nobody beside those who have it in hand, where it is closed further than its case', () => {
    for (const level of ['T', 'N'] as const) {
      expect(told({ level })).toEqual([
        'holder village-clerk village -',
        'holder village-director village -',
      ]);
      expect(told({ level }, ['unit-head', 'branch-secretary'])).toEqual([]);
    }
  });

  it('only those who were asked for', () =>
    expect(told({}, ['unit-head'])).toEqual(['unit-head village-party-secretary village -']));

  it('each seat once, as the one who has the step in hand', () =>
    expect(told({ candidates: [secretary] })).toEqual([
      'holder village-party-secretary village -',
      'branch-secretary branch-secretary branch -',
    ]));

  it('no branch where the step is done above the villages', () =>
    expect(told({ unitId: 'town', candidates: [{ positionKey: 'office-clerk', unitId: 'office' }] })).toEqual(
      ['holder office-clerk office -', 'unit-head office-head office -'],
    ));
});
