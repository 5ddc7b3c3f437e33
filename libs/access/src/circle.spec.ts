import fc from 'fast-check';
import { indexOrganization } from '@wuqing/organization';
import {
  barredWith,
  circleFrom,
  circleGrounds,
  entering,
  noCircle,
  type CircleEntry,
  type CircleGround,
} from './circle.js';
import { can } from './can.js';
import { actor, organization, seats, village } from './seats.fixture.js';

const person = fc.constantFrom('zhang', 'li', 'wang');
const entry = fc.record({
  side: fc.constantFrom<CircleEntry['side']>('knowing', 'barred'),
  act: fc.constantFrom<CircleEntry['act']>('enter', 'leave'),
  personId: person,
});
const wish = fc.record({
  personId: person,
  ground: fc.constantFrom(...(Object.keys(circleGrounds) as CircleGround[])),
});

describe('the circle of a case', () => {
  it('is what the last entry of each person on each side says', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { needToKnow, barredPersonIds } = circleFrom(entries);
        for (const [side, ids] of [
          ['knowing', needToKnow],
          ['barred', barredPersonIds],
        ] as const)
          for (const personId of ['zhang', 'li', 'wang']) {
            const last = entries.findLast((one) => one.side === side && one.personId === personId);
            expect(ids.filter((id) => id === personId)).toHaveLength(last?.act === 'enter' ? 1 : 0);
          }
      }),
    );
  });

  it('is entered once on a side, and again by nobody who stands there', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(wish), (entries, wishes) => {
        const before = circleFrom(entries);
        const entered = entering(before, wishes).map(({ personId, ground }): CircleEntry => ({
          personId,
          side: circleGrounds[ground].side,
          act: 'enter',
        }));
        const after = circleFrom([...entries, ...entered]);
        expect(entering(after, wishes)).toEqual([]);
        expect(after.needToKnow.length + after.barredPersonIds.length).toBe(
          before.needToKnow.length + before.barredPersonIds.length + entered.length,
        );
      }),
    );
  });

  it('is empty where nobody was entered', () => {
    expect(circleFrom([])).toEqual(noCircle);
  });
});

describe('whoever is barred with an accused', () => {
  const ON = '2026-08-24';
  const barred = (
    accused: string,
    kin: readonly (readonly [string, string])[] = [],
  ): Record<string, string> => {
    const declared = indexOrganization({
      units: [...organization.units.values()],
      persons: [],
      positions: [...organization.positionsByPerson.values()].flat(),
      delegations: [],
      kinship: kin.map(([personA, personB]) => ({ personA, personB, relation: 'siblings' })),
    });
    const wishes = entering(noCircle, barredWith(accused, declared, ON));
    return Object.fromEntries(wishes.map(({ personId, ground }) => [personId, ground]));
  };
  const officials = ['secretary', 'party-committee', 'director', 'committee', 'clerk', 'accountant'];
  const ofVillage = [...officials, 'discipline-member', 'supervisor', 'supervision', 'two-seats'];

  it.each([
    ['clerk', []],
    ['secretary', ofVillage],
    ['director', ofVillage],
    ['branch', ofVillage],
    ['station-clerk', []],
    ['station-head', ['station-clerk', 'two-seats']],
    ['jiwei-head', ['jiwei-clerk']],
    ['first', []],
    ['discipline-secretary', []],
    ['nobody', []],
  ])('%s takes whom he leads along', (accused, subordinates) => {
    const expected = subordinates.filter((who) => who !== accused).map((who) => [who, 'subordinate']);
    expect(barred(accused)).toEqual({ ...Object.fromEntries(expected), [accused]: 'accused' });
  });

  it('takes his declared relatives along, wherever they sit', () => {
    expect(barred('clerk', [['jiwei-clerk', 'clerk']])).toEqual({
      clerk: 'accused',
      'jiwei-clerk': 'relative',
    });
  });

  it('finds no such case, on the list or not, and nobody finds it in his name', () => {
    for (const [who, key, unitId] of seats)
      for (const level of ['V', 'T', 'N'] as const) {
        const holders = [{ positionKey: key, unitId }];
        const resource = { ...village('v1'), level, holders, assigneeId: who, needToKnow: [who] };
        const answer = can(actor(who), 'user-task.read', { ...resource, barredPersonIds: [who] });
        expect(answer).toMatchObject({ allowed: false, hidden: true });
      }
    const holders = [{ positionKey: 'village-clerk' as const, unitId: 'v1' }];
    const step = { ...village('v1'), level: 'T' as const, holders };
    expect(can(actor('substitute'), 'user-task.read', step).allowed).toBe(true);
    const answer = can(actor('substitute'), 'user-task.read', { ...step, barredPersonIds: ['clerk'] });
    expect(answer).toMatchObject({ allowed: false, hidden: true });
  });
});

describe('an office that a step was addressed to', () => {
  it('goes on reading the case, and does nothing to it any more', () => {
    const handled = { ...village('v1'), level: 'T' as const, handledUnitIds: ['jg'] };
    expect(can(actor('station-head'), 'case.read', handled).allowed).toBe(true);
    expect(can(actor('station-clerk'), 'case.read', handled).allowed).toBe(true);
    expect(can(actor('station-head'), 'case.suspend', handled).allowed).toBe(false);
    expect(can(actor('clerk'), 'case.read', { ...handled, handledUnitIds: ['v1'] }).allowed).toBe(false);
    expect(can(actor('station-head'), 'case.read', { ...handled, level: 'N' }).allowed).toBe(false);
  });
});
