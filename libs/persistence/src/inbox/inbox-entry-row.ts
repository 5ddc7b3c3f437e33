import { listedClock, type ClockColumns } from '../listed-clock.js';
import { heldPositions } from '../step-row.js';
import { caseFacts } from './case-facts.js';
import { rungsTold, type InboxColumns, type InboxRow } from './inbox-row.js';

/** Of a row of an inbox what the database looks up for whoever asks, or keeps in columns. */
type Asked = 'id' | 'caseId' | 'order' | 'candidates' | 'visit' | 'assigneeName' | 'isRead' | 'hasOwnWork';

/** What an entry says in one text of the task, its case and its most urgent clock. A moment without end is a text in JSON. */
type Shown = Omit<InboxColumns, Asked | 'nextIndex' | 'createdAt' | 'breachedAt' | 'stoppedAt'> &
  Readonly<Record<'createdAt' | 'breachedAt' | 'stoppedAt', unknown>>;

/** A row as the database answers it. */
export type EntryColumns = Pick<InboxColumns, Asked> & {
  readonly shown: string;
  /** How far its clock has gone; null where it has none. */
  readonly nextIndex: number | null;
};

/** Said at once, as `inboxRow`. */
export function inboxEntryRow(row: EntryColumns): InboxRow {
  const shown = JSON.parse(row.shown) as Shown;
  return {
    id: row.id,
    caseId: row.caseId,
    caseNumber: shown.caseNumber,
    caseTitle: shown.caseTitle,
    processKey: shown.processKey,
    definitionChecksum: shown.definitionChecksum,
    callers: shown.callers ?? [],
    callKey: shown.callKey,
    clockOffsetMs: shown.clockOffsetMs,
    unitId: shown.unitId,
    elementId: shown.elementId,
    name: shown.name,
    formKey: shown.formKey,
    state: shown.state,
    assigneeId: shown.assigneeId,
    assigneeName: row.assigneeName,
    rowVersion: shown.rowVersion,
    createdAt: Number(shown.createdAt),
    endedAt: null, // what has ended waits for nobody
    order: row.order,
    candidates: heldPositions(row.candidates),
    clock: shown.clockId === null ? null : listedClock(clockIn(shown as Shown & ClockColumns)),
    visit: row.visit,
    rungsTold: rungsTold(shown as Shown & Partial<ClockColumns>, row.nextIndex ?? 0),
    isRead: row.isRead,
    hasOwnWork: row.hasOwnWork,
    facts: caseFacts(shown.facts),
  };
}

const clockIn = (shown: Shown & ClockColumns): ClockColumns => ({
  clockId: shown.clockId,
  clockName: shown.clockName,
  unconfirmed: shown.unconfirmed,
  dueOn: shown.dueOn,
  provisional: shown.provisional,
  instants: shown.instants,
  clockState: shown.clockState,
  breachedAt: momentOrNull(shown.breachedAt),
  stoppedAt: momentOrNull(shown.stoppedAt),
});

const momentOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
