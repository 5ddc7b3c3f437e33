import { inboxEntryRow, type EntryColumns } from './inbox-entry-row.js';

const CASE = [
  'a',
  'b',
  'u1:village-clerk',
  '村〔2026〕1号',
  '修路',
  'road',
  'c0ffee',
  null,
  null,
  null,
  ['p9'],
  0,
];
const TASK = ['u1', 'decide', '表决', null, null, 3];
const entry = (createdAt: unknown, clock: readonly unknown[]): EntryColumns => ({
  order: '2026-09-01',
  visit: 1,
  assigneeName: null,
  isRead: false,
  hasOwnWork: null,
  shown: JSON.stringify([...CASE, ...TASK, createdAt, null, ...clock]),
});
const none = Array.from({ length: 10 }, () => null);
const clock = (instants: string | null, nextIndex: number) => [
  'k',
  '办理期限',
  null,
  '2026-09-01',
  false,
  instants,
  'running',
  'Infinity',
  null,
  nextIndex,
];

it.each([
  [1_767_225_600_000, 1_767_225_600_000],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])('reads the moment %s of an entry as %d', (createdAt, ms) =>
  expect(inboxEntryRow(entry(createdAt, none))).toMatchObject({ createdAt: ms, clock: null, rungsTold: 0 }),
);

it('has each value in its place', () =>
  expect(
    inboxEntryRow(entry(0, clock('due 2026-09-01T16:00:00Z\u001erung 2026-09-02T09:30:00Z', 2))),
  ).toEqual({
    id: 'a',
    caseId: 'b',
    caseNumber: '村〔2026〕1号',
    caseTitle: '修路',
    processKey: 'road',
    definitionChecksum: 'c0ffee',
    callers: [],
    callKey: null,
    needToKnow: [],
    barredPersonIds: ['p9'],
    clockOffsetMs: 0,
    unitId: 'u1',
    elementId: 'decide',
    name: '表决',
    formKey: null,
    state: 'open',
    assigneeId: null,
    assigneeName: null,
    rowVersion: 3,
    createdAt: 0,
    endedAt: null,
    order: '2026-09-01',
    candidates: [{ positionKey: 'village-clerk', unitId: 'u1' }],
    clock: {
      id: 'k',
      name: '办理期限',
      policy: { unconfirmed: null },
      dueOn: '2026-09-01',
      provisional: false,
      instants: [
        { kind: 'due', at: '2026-09-01T16:00:00Z' },
        { kind: 'rung', at: '2026-09-02T09:30:00Z' },
      ],
      state: 'running',
      breachedAt: Infinity,
      stoppedAt: null,
    },
    visit: 1,
    rungsTold: 1,
    isRead: false,
    hasOwnWork: null,
    facts: [],
  }));

it.each([
  ['warn 2026-09-01T16:00:00Z\u001e \u001erung nonsense', 3, 1, 1],
  ['warn 2026-09-01T16:00:00Z\u001e \u001erung nonsense', 2, 0, 1],
  ['', 1, 0, 0],
  [null, 1, 0, 0],
])(
  'of the instants %j, %d of them fired, %d rungs were told and %d are moments',
  (instants, fired, told, moments) => {
    const { rungsTold, clock: shown } = inboxEntryRow(entry(0, clock(instants, fired)));
    expect([rungsTold, shown?.instants.length]).toEqual([told, moments]);
  },
);
