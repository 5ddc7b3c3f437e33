import { inboxRows, type InboxColumns } from './inbox-row.js';

const due = (at: string) => ({ kind: 'due', rung: 0, at });
const columns = (id: string, clock: object, rest: object = {}): InboxColumns =>
  ({ id, candidates: null, facts: null, nextIndex: 0, ...clock, ...rest }) as unknown as InboxColumns;
const clock = (id: string, at: string, clockState = 'running') => ({
  clockId: id,
  clockState,
  instants: [due(at)],
});

it('shows each task once, with its most urgent clock', () => {
  const rows = [
    columns('a', clock('a1', '2026-09-01T16:00:00Z')),
    columns('a', clock('a2', '2026-08-31T16:00:00Z')),
    columns('a', clock('a3', '2026-08-30T16:00:00Z', 'stopped')),
    columns('b', { clockId: null }),
    columns('c', clock('c1', '2026-08-31T16:00:00Z')),
  ];
  expect(inboxRows(rows).map((row) => [row.id, row.clock?.id])).toEqual([
    ['a', 'a2'],
    ['b', undefined],
    ['c', 'c1'],
  ]);
});

it.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [9, 2],
])('of a ladder of which %d instants are over, %d rungs were told', (nextIndex, told) => {
  const instants = [{ kind: 'warn' }, { kind: 'due' }, { kind: 'rung' }, null, { kind: 'rung' }];
  const [row] = inboxRows([columns('a', { clockId: 'k', instants }, { nextIndex })]);
  expect(row?.rungsTold).toBe(told);
});
