import type { Delegation, Position } from './person.js';
import type { PositionKey } from './position-key.js';
import { substituteFault } from './substitutes.js';

const seat = (personId: string, key: PositionKey): Position => ({
  id: `${personId}-${key}`,
  personId,
  unitId: 'v01',
  key,
  from: '2026-01-01',
  to: null,
});
const wish = (of: Partial<Delegation> = {}): Delegation => ({
  id: 'new',
  fromPersonId: 'wu',
  toPersonId: 'luo',
  unitId: 'v01',
  scope: 'all',
  from: '2026-06-01',
  to: '2026-06-07',
  ...of,
});
const positions = [
  seat('wu', 'supervision-director'),
  seat('luo', 'supervision-member'),
  seat('tang', 'village-director'),
  seat('pan', 'village-committee-member'),
];

it.each<[string, Partial<Delegation>, Delegation[], string | null]>([
  ['a week', {}, [], null],
  ['himself', { toPersonId: 'wu' }, [], 'toPersonId'],
  ['without an end', { to: null }, [], 'to'],
  ['backwards', { to: '2026-05-31' }, [], 'to'],
  ['183 days', { to: '2026-11-30' }, [], null],
  ['184 days', { to: '2026-12-01' }, [], 'to'],
  ['in a position that he has not', { scope: 'village-clerk' }, [], 'scope'],
  ['before he has it', { from: '2025-12-31', to: '2026-01-02' }, [], 'scope'],
  ['supervision by the committee', { toPersonId: 'pan' }, [], 'toPersonId'],
  ['the committee by supervision', { fromPersonId: 'tang' }, [], 'toPersonId'],
  ['somebody who holds nothing there', { toPersonId: 'stranger' }, [], null],
  ['a week that is taken', {}, [wish({ id: 'old', toPersonId: 'pan' })], 'fromPersonId'],
  ['the week after', {}, [wish({ id: 'old', from: '2026-05-01', to: '2026-05-31' })], null],
  [
    'another position',
    { scope: 'supervision-director' },
    [wish({ id: 'old', scope: 'village-clerk' })],
    null,
  ],
  [
    'by somebody who is away',
    {},
    [wish({ id: 'old', fromPersonId: 'luo', toPersonId: 'peng' })],
    'toPersonId',
  ],
  ['said again', {}, [wish()], null],
])('%s', (_is, of, delegations, field) => {
  expect(substituteFault(wish(of), { positions, delegations })?.field ?? null).toBe(field);
});
