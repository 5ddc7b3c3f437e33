import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import { inCurrentNames } from './current-names.js';
import { isOwnEvent } from './journal/split-entry.js';
import type { Work } from './unit-of-work.js';

/** One journal entry as history shows it. */
export interface HistoryEntry {
  readonly position: number;
  readonly commandId: string;
  readonly commandKind: string;
  readonly actorId: string;
  /** The case's own time. */
  readonly at: Date;
  readonly events: readonly EngineEvent[];
  /** The definition before, where the entry moved the case to another version. */
  readonly migratedFrom: string | null;
  /** Persons the actor stood in for. */
  readonly onBehalfOf: readonly string[];
}

export interface SubmissionRow {
  readonly userTaskId: string;
  readonly elementId: string;
  readonly formKey: string | null;
  /** By which the step was done. */
  readonly definitionChecksum: string;
  readonly commandId: string;
  readonly actorId: string;
  readonly data: JsonObject;
  readonly submittedAt: Date;
}

export interface IncidentRow {
  readonly elementKey: string;
  readonly elementId: string;
  readonly code: string;
  /** Of the engine: what was expected. */
  readonly message: string;
  readonly raisedAt: Date;
}

export interface SubscriptionRow {
  readonly elementKey: string;
  readonly elementId: string;
  readonly messageName: string;
}

/** The whole journal of a case, in order, by the ids of the version it goes by now; what lies in called processes is told by their own cases. */
export async function historyOf(work: Work, caseId: string): Promise<HistoryEntry[]> {
  const entries = await work.query<HistoryEntry>(
    `SELECT j.position, j.command_id AS "commandId", j.command_kind AS "commandKind", j.actor_id AS "actorId", j.at,
       j.events, j.migrated_from AS "migratedFrom", coalesce(c.body -> 'onBehalfOf', '[]') AS "onBehalfOf"
     FROM journal_entry j LEFT JOIN command c ON c.id = j.command_id WHERE j.case_id = $1 ORDER BY j.position`,
    [caseId],
  );
  const own = entries.map((entry) => ({ ...entry, events: entry.events.filter(isOwnEvent) }));
  return inCurrentNames(own);
}

/** What was submitted in a case, in order of submission. */
export const submissionsOf = (work: Work, caseId: string): Promise<SubmissionRow[]> =>
  work.query<SubmissionRow>(
    `SELECT s.user_task_id AS "userTaskId", t.element_id AS "elementId", t.form_key AS "formKey",
       coalesce(t.definition_checksum, c.definition_checksum) AS "definitionChecksum", s.command_id AS "commandId",
       s.actor_id AS "actorId", s.data, s.submitted_at AS "submittedAt"
     FROM submission s JOIN user_task t ON t.id = s.user_task_id JOIN process_instance c ON c.id = s.case_id
     WHERE s.case_id = $1 ORDER BY s.submitted_at, s.id`,
    [caseId],
  );

export const openIncidents = (work: Work, caseId: string): Promise<IncidentRow[]> =>
  work.query<IncidentRow>(
    `SELECT element_key AS "elementKey", element_id AS "elementId", code, message, raised_at AS "raisedAt"
     FROM incident WHERE case_id = $1 AND resolved_at IS NULL ORDER BY raised_at, element_key`,
    [caseId],
  );

/** What a case waits for, the oldest first. */
export const openSubscriptions = (work: Work, caseId: string): Promise<SubscriptionRow[]> =>
  work.query<SubscriptionRow>(
    `SELECT element_key AS "elementKey", element_id AS "elementId", message_name AS "messageName"
     FROM message_subscription WHERE case_id = $1 AND closed_at IS NULL ORDER BY opened_at, element_key`,
    [caseId],
  );
