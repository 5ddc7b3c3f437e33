import { inboxEntryRow, type EntryColumns } from './inbox-entry-row.js';

const entry = (shown: object, own: object = {}): EntryColumns =>
  ({ id: 'a', candidates: null, nextIndex: null, ...own, shown: JSON.stringify(shown) }) as EntryColumns;

it.each([
  [1_767_225_600_000, 1_767_225_600_000],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])('reads the moment %s of an entry as %d', (createdAt, ms) =>
  expect(inboxEntryRow(entry({ createdAt, clockId: null, facts: null })).createdAt).toBe(ms),
);

it('has the clock of an entry, and how far it has gone from the clock itself', () => {
  const instants = [{ kind: 'due', rung: 0, at: '2026-09-01T16:00:00Z' }, { kind: 'rung' }];
  const clock = { clockId: 'k', clockState: 'running', instants, breachedAt: 'Infinity', stoppedAt: null };
  expect(inboxEntryRow(entry({ createdAt: 0, facts: null, ...clock }, { nextIndex: 2 }))).toMatchObject({
    clock: { id: 'k', breachedAt: Infinity, stoppedAt: null },
    rungsTold: 1,
  });
});
