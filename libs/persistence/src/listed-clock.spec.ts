import { isMoreUrgent, listedClock, type ClockColumns } from './listed-clock.js';

const row: ClockColumns = {
  clockId: 'k',
  clockName: '办理期限',
  unconfirmed: true,
  dueOn: '2026-08-31',
  provisional: false,
  instants: [],
  clockState: 'running',
  breachedAt: null,
  stoppedAt: null,
};
const due = (at: string, state: ClockColumns['clockState'] = 'running') =>
  listedClock({ ...row, clockState: state, instants: [{ kind: 'due', rung: 0, at }] });

const DUE = { kind: 'due', rung: 0, at: '2026-08-31T16:00:00.000Z' };

it.each([
  ['null', null, []],
  ['a number', 5, []],
  ['an object', {}, []],
  ['what is no instant', [null, 5, [], 'x', {}], []],
  ['what is no moment', [{ kind: 'due', at: 'once' }, { kind: 'warn' }], []],
  ['a month that there is not', [{ kind: 'due', at: '2026-13-01T00:00:00Z' }], []],
  ['a kind that is no text', [{ kind: 5, at: '2026-01-01T00:00:00Z' }], []],
  ['one among others', [null, DUE, 'x'], [DUE]],
])('leaves out what is no moment of a term: %s', (_, instants, left) =>
  expect(listedClock({ ...row, instants }).instants).toEqual(left),
);

it.each([
  ['what ends first', due('2026-08-31T16:00:00Z'), due('2026-09-01T16:00:00Z')],
  ['what runs', due('2026-09-01T16:00:00Z'), due('2026-08-31T16:00:00Z', 'stopped')],
  ['what is paused', due('2026-09-01T16:00:00Z', 'paused'), due('2026-08-31T16:00:00Z', 'stopped')],
  ['what ends at all', due('2026-08-31T16:00:00Z'), listedClock(row)],
])('shows %s of two clocks', (_, one, other) => {
  expect(isMoreUrgent(one, other)).toBe(true);
  expect(isMoreUrgent(other, one)).toBe(false);
});
