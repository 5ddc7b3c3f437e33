import {
  clockColumns,
  isMoreUrgent,
  listedClock,
  type ClockColumns,
  type ListedClock,
} from '../listed-clock.js';
import { msOf } from '../sql-moments.js';
import { circleColumns, heldPositions, holdersColumn } from '../step-row.js';
import type { UserTaskRow } from '../user-task.repository.js';
import { caseFacts, factsColumn, type CaseFact } from './case-facts.js';

export type InboxTone = 'none' | 'ok' | 'warn' | 'late' | 'paused';

type OfTask = Omit<
  UserTaskRow,
  | 'caseStatus'
  | 'caseStartedAt'
  | 'processName'
  | 'unitName'
  | 'elementKey'
  | 'createdAt'
  | 'clock'
  | 'dueOrder'
>;

/** A user task as lists show it; `clock` is its most urgent service level. */
export interface InboxRow extends OfTask {
  /** Epoch ms. */
  readonly createdAt: number;
  readonly clock: ListedClock | null;
  /** What its list is in the order of, as text: when its term ends, or when it was done. */
  readonly order: string;
  /** The how-manieth time this case has come to the step, from 1 on. */
  readonly visit: number;
  /** Rungs of its ladder behind the end of the term that were told. */
  readonly rungsTold: number;
  /** Whether the person who asks has looked at it. */
  readonly isRead: boolean;
  /** Whether that person did a step of the case, or another did one in his name; null where it was not asked. */
  readonly hasOwnWork: boolean | null;
  readonly facts: readonly CaseFact[];
}

/** Where a list has what each of its rows must say, as SQL. */
export interface InboxSources {
  /** A text made of columns of the page. */
  readonly order: string;
  readonly candidates: string;
  readonly visit: string;
}

/** Looked up by the task itself, where the list has no entry that says it. */
export const ofTask = {
  candidates: holdersColumn,
  visit: `(SELECT count(*)::int FROM user_task v WHERE v.case_id = t.case_id AND v.element_id = t.element_id
      AND (v.created_at, v.id) <= (t.created_at, t.id))`,
};

/** Whether the person `$1` has looked at this task. */
export const isRead = (taskId: string): string =>
  `EXISTS (SELECT 1 FROM read_mark r WHERE r.person_id = $1 AND r.user_task_id = ${taskId})`;

/** Whether the person `$1` did a step of this case, or another did one in his name. */
export const hasOwnWork = (
  caseId: string,
): string => `(EXISTS (SELECT 1 FROM user_task v WHERE v.case_id = ${caseId} AND v.completed_by = ($1::uuid)::text)
      OR EXISTS (SELECT 1 FROM command m WHERE m.case_id = ${caseId} AND m.kind = 'CompleteUserTask'
        AND m.body -> 'onBehalfOf' <> '[]' AND m.body -> 'onBehalfOf' ? ($1::uuid)::text))`;

/**
 * The tasks of a CTE `page (id, …)` as the person `$1` sees them, to be put in order.
 * Each row is looked up by what a page of them must not lack, and no more: a list is as quick as its rows are narrow.
 */
export const inboxSelect = ({
  order,
  candidates,
  visit,
}: InboxSources): string => `SELECT t.id, t.case_id AS "caseId", c.number AS "caseNumber",
    c.title AS "caseTitle", c.process_key AS "processKey", coalesce(t.definition_checksum, c.definition_checksum) AS "definitionChecksum",
    nullif(c.callers, '{}') AS callers, c.call_key AS "callKey", c.clock_offset_ms::float8 AS "clockOffsetMs", t.unit_id AS "unitId",
    t.element_id AS "elementId", t.name, t.form_key AS "formKey", t.state, t.assignee_id AS "assigneeId", a.name AS "assigneeName",
    t.row_version AS "rowVersion", ${circleColumns}, ${msOf('t.created_at')} AS "createdAt", t.ended_at AS "endedAt", ${order} AS "order",
    ${candidates} AS candidates,
    ${clockColumns}, k.next_index AS "nextIndex", ${visit} AS visit,
    ${isRead('t.id')} AS "isRead", ${factsColumn} AS facts
  FROM page JOIN user_task t ON t.id = page.id
  JOIN process_instance c ON c.id = t.case_id
  LEFT JOIN person a ON a.id = t.assignee_id
  LEFT JOIN service_level_clock k ON k.case_id = t.case_id AND k.user_task_id = t.id`;

/** A row of `inboxSelect`: a task with several clocks has several, one behind the other. */
export type InboxColumns = Omit<
  InboxRow,
  'candidates' | 'clock' | 'rungsTold' | 'hasOwnWork' | 'callers' | 'facts'
> &
  (ClockColumns | { readonly clockId: null }) & {
    readonly candidates: string | null;
    readonly callers: InboxRow['callers'] | null;
    readonly facts: string | null;
    /** How far the clock has gone; null where there is none. */
    readonly nextIndex: number | null;
  };

/** What the rows of `inboxSelect` say, a task a row. */
export function inboxRows(rows: readonly InboxColumns[]): InboxRow[] {
  const found: InboxRow[] = [];
  for (const row of rows) {
    const known = found.at(-1);
    const next = inboxRow(row);
    if (known === undefined || known.id !== next.id) found.push(next);
    else if (isMoreUrgent(next.clock!, known.clock!)) found[found.length - 1] = next;
  }
  return found;
}

/** Said at once: an object that grows by being spread or assigned takes several times the room. */
const inboxRow = (row: InboxColumns): InboxRow => ({
  id: row.id,
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  caseTitle: row.caseTitle,
  processKey: row.processKey,
  definitionChecksum: row.definitionChecksum,
  callers: row.callers ?? [],
  callKey: row.callKey,
  needToKnow: row.needToKnow,
  barredPersonIds: row.barredPersonIds,
  clockOffsetMs: row.clockOffsetMs,
  unitId: row.unitId,
  elementId: row.elementId,
  name: row.name,
  formKey: row.formKey,
  state: row.state,
  assigneeId: row.assigneeId,
  assigneeName: row.assigneeName,
  rowVersion: row.rowVersion,
  createdAt: row.createdAt,
  endedAt: row.endedAt,
  order: row.order,
  candidates: heldPositions(row.candidates),
  clock: row.clockId === null ? null : listedClock(row),
  visit: row.visit,
  rungsTold: row.clockId === null ? 0 : rungsTold(row.instants, row.nextIndex ?? 0),
  isRead: row.isRead,
  hasOwnWork: null,
  facts: caseFacts(row.facts),
});

/** Of the instants of a clock that has fired so many of them. */
const rungsTold = (instants: unknown, fired: number): number =>
  Array.isArray(instants)
    ? (instants as ({ readonly kind?: unknown } | null)[])
        .slice(0, Math.max(fired, 0))
        .filter((one) => one?.kind === 'rung').length
    : 0;
