import type { PositionKey, UnitKind } from '@wuqing/organization';
import type { Actor } from './actor.js';
import { can } from './can.js';
import { confidentialityLevels } from './confidentiality-level.js';
import { mayRead } from './confidentiality.js';

const TOWN_REACH = ['town', 'v1', 'v2'];

const actorWith = (
  personId: string,
  key: PositionKey,
  unitKind: UnitKind,
  unitId: string,
  reach: string[],
  officeCode: string | null = null,
): Actor => ({
  personId,
  positions: [{ key, unitId, unitKind, officeCode, onBehalfOf: null, reach }],
  reach,
});

const actors = [
  actorWith('clerk', 'village-clerk', 'village', 'v1', ['v1']),
  actorWith('supervisor', 'supervision-director', 'village', 'v1', ['v1']),
  actorWith('representative', 'village-representative', 'village', 'v1', []),
  actorWith('other village', 'village-clerk', 'village', 'v2', ['v2']),
  actorWith('branch', 'branch-secretary', 'general-branch', 'b1', ['b1', 'v1']),
  actorWith('town head', 'town-head', 'town', 'town', TOWN_REACH),
  actorWith('station', 'office-clerk', 'office', 'jg', TOWN_REACH, 'jingguan'),
  actorWith('civil affairs', 'office-clerk', 'office', 'mz', TOWN_REACH, 'minzheng'),
  actorWith('discipline office', 'office-clerk', 'office', 'jw', TOWN_REACH, 'jiwei'),
  actorWith('discipline secretary', 'town-discipline-secretary', 'town', 'town', TOWN_REACH),
  actorWith('admin', 'admin', 'town', 'town', TOWN_REACH),
  { personId: 'out of office', positions: [], reach: [] },
];
const names = actors.map(({ personId }) => personId);
const caseUnit = {
  unitId: 'v1',
  handlingUnitIds: ['jg', 'v1'],
  needToKnow: ['discipline office', 'discipline secretary', 'out of office'],
};

describe('confidentiality', () => {
  it.each([
    ['P', names],
    [
      'V',
      [
        'clerk',
        'supervisor',
        'branch',
        'town head',
        'station',
        'civil affairs',
        'discipline office',
        'discipline secretary',
        'admin',
      ],
    ],
    ['T', ['station', 'discipline office', 'discipline secretary']],
    ['N', ['discipline office', 'discipline secretary']],
  ] as const)('level %s is read by %j', (level, readers) => {
    const found = actors.filter((actor) => mayRead(level, actor, caseUnit));
    expect(found.map(({ personId }) => personId)).toEqual(readers);
  });

  it('opens nothing but P to the street, and to anyone where the unit is not said', () => {
    expect(confidentialityLevels.filter((level) => mayRead(level, null, caseUnit))).toEqual(['P']);
    const open = actors.flatMap((actor) =>
      confidentialityLevels.filter((level) => mayRead(level, actor, {})),
    );
    expect(new Set(open)).toEqual(new Set(['P']));
  });

  it('opens level T to town leaders where the town itself handles a step', () => {
    const handled = { unitId: 'v1', handlingUnitIds: ['town'] };
    const found = actors.filter((actor) => mayRead('T', actor, handled)).map(({ personId }) => personId);
    expect(found).toEqual(['town head', 'discipline office', 'discipline secretary']);
  });

  it('keeps a case from barred persons, even on the list, and does not tell that it exists', () => {
    const barred = { ...caseUnit, barredPersonIds: names };
    const readable = actors.flatMap((actor) =>
      confidentialityLevels.filter((level) => mayRead(level, actor, barred)),
    );
    expect(new Set(readable)).toEqual(new Set(['P']));
    const answers = actors.map((actor) => can(actor, 'case.read', barred));
    expect(answers.filter((answer) => answer.allowed || !answer.hidden)).toEqual([]);
    expect(actors.filter((actor) => can(actor, 'notice.read', barred).allowed)).toEqual(actors);
  });

  it.each([
    [
      'T',
      [
        'clerk',
        'supervisor',
        'representative',
        'other village',
        'branch',
        'town head',
        'civil affairs',
        'admin',
        'out of office',
      ],
    ],
    ['N', names.filter((name) => !name.startsWith('discipline'))],
  ] as const)('hides a case of level %s from %j', (level, expected) => {
    const refused = actors.flatMap((actor) => {
      const answer = can(actor, 'case.read', { ...caseUnit, level });
      return answer.allowed ? [] : [{ name: actor.personId, hidden: answer.hidden }];
    });
    expect(refused).toEqual(expected.map((name) => ({ name, hidden: true })));
  });

  it('takes a case whose level is not said for level V', () => {
    const refused = actors.filter((actor) => !can(actor, 'case.read', { unitId: 'v1' }).allowed);
    expect(refused.map(({ personId }) => personId)).toEqual([
      'representative',
      'other village',
      'out of office',
    ]);
  });
});
