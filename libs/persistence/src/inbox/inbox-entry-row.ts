import { isMoment, type ListedClock, type ListedInstant } from '../listed-clock.js';
import { heldPositions } from '../step-row.js';
import { caseFacts } from './case-facts.js';
import type { InboxRow } from './inbox-row.js';

/** A row of an inbox as the database answers it: what the entry shows is one text. */
export type EntryColumns = Pick<InboxRow, 'order' | 'visit' | 'assigneeName' | 'isRead' | 'hasOwnWork'> & {
  readonly shown: string;
};

/** Numbers stand in JSON as they are, but for a moment that has no end: it is a text there. */
type Moment = number | string;

/** What an entry shows, in the order in which `inbox_expected` writes it. */
type Shown = readonly [
  id: string,
  caseId: string,
  candidates: string | null,
  caseNumber: string,
  caseTitle: string,
  processKey: string,
  definitionChecksum: string,
  callers: readonly string[] | null,
  callKey: string | null,
  needToKnow: readonly string[] | null,
  barredPersonIds: readonly string[] | null,
  clockOffsetMs: number,
  unitId: string,
  elementId: string,
  name: string,
  formKey: string | null,
  assigneeId: string | null,
  rowVersion: number,
  createdAt: Moment,
  facts: string | null,
  ...ShownClock,
];

type ShownClock = readonly [
  id: string | null,
  name: string,
  unconfirmed: unknown,
  dueOn: string,
  provisional: boolean,
  instants: string | null,
  state: ListedClock['state'],
  breachedAt: Moment | null,
  stoppedAt: Moment | null,
  nextIndex: number,
];

/** Of nearly every case, and said by saying nothing. */
const NOBODY: readonly string[] = [];

/** Said at once: an object that grows by being spread or assigned takes several times the room. */
export function inboxEntryRow(row: EntryColumns): InboxRow {
  const shown = JSON.parse(row.shown) as Shown;
  const instants = instantsIn(shown[25]);
  return {
    id: shown[0],
    caseId: shown[1],
    caseNumber: shown[3],
    caseTitle: shown[4],
    processKey: shown[5],
    definitionChecksum: shown[6],
    callers: shown[7] ?? NOBODY,
    callKey: shown[8],
    needToKnow: shown[9] ?? NOBODY,
    barredPersonIds: shown[10] ?? NOBODY,
    clockOffsetMs: shown[11],
    unitId: shown[12],
    elementId: shown[13],
    name: shown[14],
    formKey: shown[15],
    state: 'open',
    assigneeId: shown[16],
    assigneeName: row.assigneeName,
    rowVersion: shown[17],
    createdAt: Number(shown[18]),
    endedAt: null,
    order: row.order,
    candidates: heldPositions(shown[2]),
    clock: shown[20] === null ? null : clockIn(shown[20], shown, instants),
    visit: row.visit,
    rungsTold: rungsAmong(instants, shown[29]),
    isRead: row.isRead,
    hasOwnWork: row.hasOwnWork,
    facts: caseFacts(shown[19]),
  };
}

const clockIn = (id: string, shown: Shown, instants: readonly ListedInstant[]): ListedClock => ({
  id,
  name: shown[21],
  policy: { unconfirmed: shown[22] },
  dueOn: shown[23],
  provisional: shown[24],
  instants: instants.filter(isMoment),
  state: shown[26],
  breachedAt: momentIn(shown[27]),
  stoppedAt: momentIn(shown[28]),
});

const momentIn = (at: Moment | null): number | null => (at === null ? null : Number(at));

/** All that the clock has, one that is no moment, too: how many have fired is said by their places. */
const instantsIn = (text: string | null): ListedInstant[] =>
  text === null
    ? []
    : text.split('\u001e').map((one) => {
        const end = one.indexOf(' ');
        return { kind: one.slice(0, end) as ListedInstant['kind'], at: one.slice(end + 1) };
      });

function rungsAmong(instants: readonly ListedInstant[], fired: number): number {
  let told = 0;
  for (let place = 0; place < instants.length && place < fired; place += 1)
    if (instants[place]!.kind === 'rung') told += 1;
  return told;
}
