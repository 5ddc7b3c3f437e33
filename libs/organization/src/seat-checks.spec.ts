import type { Kinship } from './kinship.js';
import type { Position } from './person.js';
import type { PositionKey } from './position-key.js';
import { checkSeats, newlyForbidden, type VillageSeats } from './seat-checks.js';

const ON = '2026-06-01';
const WOMEN = ['tang', 'r1', 'r2', 'r3', 'r4', 'r5'];
const seat = (personId: string, key: PositionKey, to: string | null = null): Position => ({
  id: `${personId}-${key}`,
  personId,
  unitId: 'v01',
  key,
  from: '2026-01-01',
  to,
});
const kin = (personA: string, personB: string, relation: Kinship['relation'] = 'siblings'): Kinship => ({
  personA,
  personB,
  relation,
});
const representatives = Array.from({ length: 12 }, (_, at) => seat(`r${at + 1}`, 'village-representative'));
const whole: readonly Position[] = [
  seat('ye', 'village-party-secretary'),
  seat('tang', 'village-director'),
  seat('dong', 'village-committee-member'),
  seat('pan', 'village-committee-member'),
  seat('wu', 'village-discipline-member'),
  seat('wu', 'supervision-director'),
  seat('luo', 'supervision-member'),
  seat('peng', 'supervision-member'),
  seat('qin', 'village-clerk'),
  seat('tan', 'village-accountant'),
  ...representatives,
];
const village = (positions = whole, kinship: readonly Kinship[] = []): VillageSeats => ({
  positions,
  kinship,
  persons: new Map(
    positions.map(({ personId }) => [
      personId,
      { name: personId, gender: WOMEN.includes(personId) ? 'female' : 'male' },
    ]),
  ),
});
const without = (personId: string) => whole.filter((one) => one.personId !== personId);
const broken = (seats: VillageSeats): string[] =>
  checkSeats(seats, ON).flatMap(({ rule, isKept }) => (isKept ? [] : [rule]));

it('finds nothing in a village that is as the law wants it, and says where each rule stands', () => {
  expect(broken(village())).toEqual([]);
  for (const { sentence, source } of checkSeats(village(), ON)) {
    expect(sentence).toMatch(/\p{Script=Han}/u);
    expect(source).not.toBe('');
  }
});

it.each<[string, VillageSeats, string[]]>([
  ['no clerk', village(without('qin')), ['needed-seats']],
  [
    'a clerk who left',
    village([...without('qin'), seat('qin', 'village-clerk', '2026-05-31')]),
    ['needed-seats'],
  ],
  ['a committee of two', village(without('dong')), ['committee-size']],
  ['a committee of men', village([...without('tang'), seat('an', 'village-director')]), ['committee-women']],
  ['siblings in the committee', village(whole, [kin('tang', 'pan')]), ['committee-kin']],
  ['affinity in the committee', village(whole, [kin('tang', 'pan', 'near-affinity')]), []],
  ['four who supervise', village([...whole, seat('fan', 'supervision-member')]), ['supervision-size']],
  ['a spouse who supervises', village(whole, [kin('luo', 'dong', 'spouse')]), ['supervision-apart']],
  [
    'a member who supervises himself',
    village([...without('luo'), seat('pan', 'supervision-member')]),
    ['supervision-apart'],
  ],
  [
    'an accountant who supervises',
    village([...without('luo'), seat('tan', 'supervision-member')]),
    ['supervision-accountant'],
  ],
  ["the director's son as accountant", village(whole, [kin('tan', 'tang')]), ['accountant-apart']],
  [
    'another head of supervision',
    village([
      ...without('luo').filter(({ key }) => key !== 'supervision-director'),
      seat('luo', 'supervision-director'),
      seat('fan', 'supervision-member'),
    ]),
    ['supervision-by-discipline'],
  ],
  [
    'representatives of whom one in six is a woman',
    village(whole.filter(({ personId }) => !['r2', 'r3', 'r4'].includes(personId))),
    ['representatives-women', 'representatives-share'],
  ],
])('%s', (_is, seats, rules) => {
  expect(broken(seats)).toEqual(rules);
});

describe('a change', () => {
  it('is forbidden by what it brings about', () => {
    const after = village([...whole, seat('pan', 'supervision-member')]);
    expect(newlyForbidden(village(), after, ON).map(({ rule }) => rule)).toEqual(['supervision-apart']);
  });

  it('answers neither for what was so before nor for what is only told', () => {
    const before = village(whole, [kin('tang', 'pan')]);
    expect(
      newlyForbidden(before, village([...whole, seat('fan', 'village-clerk')], before.kinship), ON),
    ).toEqual([]);
    expect(newlyForbidden(village(), village(without('qin')), ON)).toEqual([]);
  });
});
