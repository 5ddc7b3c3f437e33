import { indexOrganization, type Kinship, type PositionKey } from '@wuqing/organization';
import type { PlannedInstant } from '@wuqing/persistence';
import { ladders, type LadderName } from '@wuqing/service-level';
import type { DueClock } from './due-clock.js';
import { toldOf } from './told-of-clock.js';

const ON = '2026-11-25';
const seats: readonly [person: string, key: PositionKey, unit: string][] = [
  ['clerk', 'village-clerk', 'v01'],
  ['secretary', 'village-party-secretary', 'v01'],
  ['supervisor', 'supervision-director', 'v01'],
  ['branch', 'branch-secretary', 'b1'],
  ['discipline', 'office-head', 'jiwei'],
  ['discipline-secretary', 'town-discipline-secretary', 'town'],
];
const organizationWith = (kin: readonly [string, string][] = [], vacant: readonly string[] = []) =>
  indexOrganization({
    units: [
      { id: 'town', parentId: null, kind: 'town', code: 'town', name: '镇' },
      { id: 'b1', parentId: 'town', kind: 'general-branch', code: 'b1', name: '党总支' },
      { id: 'v01', parentId: 'b1', kind: 'village', code: 'v01', name: '村' },
      { id: 'jiwei', parentId: 'town', kind: 'office', code: 'jiwei', name: '纪委办' },
    ],
    persons: seats.map(([id, , unitId]) => ({
      id,
      name: id,
      unitId,
      gender: 'male',
      birthDate: '1980-01-01',
    })),
    positions: seats
      .filter(([personId]) => !vacant.includes(personId))
      .map(([personId, key, unitId]) => ({
        id: personId,
        personId,
        key,
        unitId,
        from: '2021-01-01',
        to: null,
      })),
    delegations: [],
    kinship: kin.map(([personA, personB]): Kinship => ({ personA, personB, relation: 'spouse' })),
  });

const instantsOf = (name: LadderName, handler: string): PlannedInstant[] =>
  ladders[name].rungs.map(({ to }, index) => ({
    kind: index === 0 ? 'due' : 'rung',
    rung: index,
    at: index,
    recipients: [...new Set(to.map((reference) => (reference === 'handler' ? handler : reference)))],
  }));

const clockOf = (name: LadderName, handler: string, unitId = 'v01'): DueClock => ({
  id: 'clock',
  caseId: 'case',
  unitId,
  name: '立项登记',
  dueOn: ON,
  nextIndex: 0,
  clockOffsetMs: 0,
  elementId: 'register',
  assigneeId: null,
  level: 'V',
  needToKnow: [],
  barredPersonIds: [],
  handlers: [{ positionKey: handler.split('@')[0]!, unitId: handler.includes('@town') ? 'town' : unitId }],
  instants: instantsOf(name, handler),
});

const told = (clock: DueClock, organization = organizationWith()) =>
  clock.instants.map((planned) =>
    toldOf(planned, clock, organization, ON).holders.map(({ positionKey }) => positionKey),
  );

describe('who is told when a term of a village is missed', () => {
  it('is the ladder as it is drawn, where nobody is barred', () =>
    expect(told(clockOf('LV', 'village-clerk'))).toEqual([
      ['village-clerk', 'village-party-secretary'],
      ['branch-secretary', 'supervision-director'],
      ['office-head'],
    ]));

  it('goes over a relative of the late, up to the next step', () =>
    expect(told(clockOf('LV', 'village-clerk'), organizationWith([['secretary', 'clerk']]))[0]).toEqual([
      'village-clerk',
      'branch-secretary',
      'supervision-director',
    ]));

  it('goes over an empty seat', () =>
    expect(told(clockOf('LV', 'village-clerk'), organizationWith([], ['branch', 'supervisor']))[1]).toEqual([
      'office-head',
    ]));

  it('does not go over 村监会, which is there to watch the secretary', () =>
    expect(told(clockOf('LV', 'village-party-secretary'))).toEqual([
      ['village-party-secretary'],
      ['branch-secretary', 'supervision-director'],
      ['office-head'],
    ]));

  it('goes over the late himself on every rung, and over his subordinates at breach', () =>
    expect(told({ ...clockOf('LV', 'village-clerk'), assigneeId: 'branch' })).toEqual([
      ['village-clerk', 'supervision-director'],
      ['office-head', 'supervision-director'],
      ['office-head'],
    ]));

  it('takes who claimed the task, not everybody who might have', () => {
    const clock = { ...clockOf('LV', 'village-clerk'), assigneeId: 'supervisor' };
    expect(told(clock)[1]).toEqual(['branch-secretary', 'office-head']);
  });

  it('is nobody where the whole ladder is barred, and says so', () => {
    const clock = clockOf('LV', 'village-clerk');
    const kin = organizationWith([['discipline', 'clerk']]);
    expect(toldOf(clock.instants[2]!, clock, kin, ON)).toEqual({ holders: [], outside: [], nobody: true });
  });

  it('before the breach is whom the word names, kin or not', () => {
    const clock = clockOf('LV', 'village-clerk');
    const warn: PlannedInstant = { kind: 'warn', rung: 0, at: 0, recipients: ['village-party-secretary'] };
    expect(toldOf(warn, clock, organizationWith([['secretary', 'clerk']]), ON).holders).toEqual([
      { positionKey: 'village-party-secretary', unitId: 'v01' },
    ]);
  });
});

describe('who is told when a term about a suspicion is missed', () => {
  it('is in the end the body outside the town, by whoever was told last', () => {
    const clock = clockOf('LN', 'office-head', 'jiwei');
    const carrier = { positionKey: 'town-discipline-secretary', unitId: 'town' };
    expect(told(clock).slice(0, 2)).toEqual([['town-discipline-secretary'], ['town-discipline-secretary']]);
    expect(toldOf(clock.instants[2]!, clock, organizationWith(), ON)).toEqual({
      holders: [],
      outside: [{ name: '滕州市纪委监委', carrier }],
      nobody: false,
    });
  });
});

describe('who is told of a step that is closed', () => {
  const closed = (name: LadderName, handler: string, level: 'T' | 'N'): DueClock => ({
    ...clockOf(name, handler),
    level,
  });

  it('are those of the ladder who read it: being told opens no wall, and the next who may is told instead', () => {
    expect(told(closed('LV', 'village-clerk', 'T'))).toEqual([
      ['village-clerk', 'office-head'],
      ['office-head'],
      ['office-head'],
    ]);
  });

  it('is nobody at level N, and says so', () => {
    const clock = closed('LV', 'village-clerk', 'N');
    const answers = clock.instants.map((planned) => toldOf(planned, clock, organizationWith(), ON));
    expect(answers).toEqual(answers.map(() => ({ holders: [], outside: [], nobody: true })));
  });

  it('is before the breach nobody who may not read it either', () => {
    const clock = closed('LV', 'village-clerk', 'T');
    const warn = (recipient: string): PlannedInstant => ({
      kind: 'warn',
      rung: 0,
      at: 0,
      recipients: [recipient],
    });
    const positionsTold = (recipient: string) =>
      toldOf(warn(recipient), clock, organizationWith(), ON).holders.map(({ positionKey }) => positionKey);
    expect(positionsTold('village-party-secretary')).toEqual([]);
    expect(positionsTold('village-clerk')).toEqual(['village-clerk']);
    expect(positionsTold('office-head@office:jiwei')).toEqual(['office-head']);
  });
});
