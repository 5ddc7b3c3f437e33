import type { Command } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import { dispatchedCaseColumn, type DispatchedCase } from './dispatched-case.js';
import { insertOrFind, type InsertedOrFound } from './insert-or-find.js';
import type { SubmittedFile } from './files/submitted-file.js';
import type { Look } from './set-aside/look.js';
import type { Statements, Work } from './unit-of-work.js';

/** What a command row keeps: the engine's command, and the whole submission that never enters Temporal. */
export interface CommandBody {
  readonly command: Command;
  /** Validated and pruned form data; the entry's transaction turns it into a submission row. */
  readonly submission?: JsonObject;
  /** Files that the submission refers to: the entry's transaction binds them, its audit names their hashes. */
  readonly files?: readonly SubmittedFile[];
  /** Of `MigrateProcessInstance`: the checksum of the version by which the case goes on. */
  readonly migrateTo?: string;
  /** Why a person overrides, where the engine's command has no place for it; for the audit. */
  readonly reason?: string;
  /** Persons the actor stands in for (代理) in the position that gives him the step; journal and audit name both. */
  readonly onBehalfOf?: readonly string[];
  /** The newest calendar when the row was kept: the workflow counts by no older one. Written by `insertOrFindCommand`. */
  readonly calendarVersion?: number;
}

export interface CommandRow {
  /** UUIDv5(actor, resource, idempotency key). */
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly kind: Command['type'];
  readonly body: CommandBody;
  /** Of what the caller sent, to tell a retry from another request under the same key. */
  readonly bodyHash: string;
  readonly userTaskId: string | null;
  readonly taskRowVersion: number | null;
  readonly attempt: number;
  /** `CommandOutcome` of workflow-contracts; null while nobody knows. */
  readonly outcome: JsonObject | null;
}

export type NewCommand = Omit<CommandRow, 'attempt' | 'outcome'>;

/** A row with what its first send must know of its case, so that nothing is asked between the two. */
export interface KeptCommand extends CommandRow {
  readonly dispatchedCase: DispatchedCase;
}

/** How long the sender of a new command may try before the courier does. */
const COURIER_AFTER_MS = 5_000;

const columns = `id, case_id AS "caseId", unit_id AS "unitId", actor_id AS "actorId", kind, body,
  body_hash AS "bodyHash", user_task_id AS "userTaskId", task_row_version AS "taskRowVersion", attempt, outcome`;

const keptColumns = `${columns}, ${dispatchedCaseColumn('command.case_id')} AS "dispatchedCase"`;

/** What every command row carries beside its command: the calendar by which its terms are counted, also on a replay. */
export const withNewestCalendar = `coalesce((SELECT jsonb_build_object('calendarVersion', max(version)) FROM calendar_version
  HAVING max(version) IS NOT NULL), '{}')`;

/**
 * Inserts the row, or finds the one that an earlier request with the same key left. The caller compares `bodyHash`:
 * another hash under the same id is a 422.
 */
export const insertOrFindCommand = (
  work: Statements,
  command: NewCommand,
  now: number,
): Promise<InsertedOrFound<KeptCommand>> =>
  insertOrFind(
    work,
    {
      name: 'insert-command',
      sql: `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, user_task_id, task_row_version, next_attempt_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6::jsonb || ${withNewestCalendar}, $7, $8, $9, to_timestamp($10 / 1000.0), to_timestamp($11 / 1000.0))
        ON CONFLICT (id) DO NOTHING RETURNING ${keptColumns}`,
      values: [
        command.id,
        command.caseId,
        command.unitId,
        command.actorId,
        command.kind,
        JSON.stringify(command.body),
        command.bodyHash,
        command.userTaskId,
        command.taskRowVersion,
        now + COURIER_AFTER_MS,
        now,
      ],
    },
    { sql: `SELECT ${keptColumns} FROM command WHERE id = $1`, values: [command.id] },
  );

export async function findCommand(work: Statements, id: string): Promise<CommandRow | undefined> {
  const rows = await work.prepared<CommandRow>(
    'find-command',
    `SELECT ${columns} FROM command WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** Writes the outcome unless there is one: the first stays. Returns the one that stands. */
export async function settleCommand(
  work: Work,
  id: string,
  outcome: JsonObject,
  now: number,
): Promise<JsonObject> {
  const rows = await work.query<{ outcome: JsonObject }>(
    `UPDATE command SET outcome = coalesce(outcome, $2::jsonb), settled_at = coalesce(settled_at, to_timestamp($3 / 1000.0))
     WHERE id = $1 RETURNING outcome`,
    [id, JSON.stringify(outcome), now],
  );
  return rows[0]?.outcome ?? outcome;
}

/** Attempts up to which a command is one of the fresh ones. */
const FRESH_ATTEMPTS = 1;

/**
 * Takes commands without outcome whose time has come, each under its next attempt, and puts off the one after it;
 * replicas never take the same. `fresh` ones have been sent once at most: what has waited for an answer before keeps
 * none of them waiting.
 */
export async function takeUnsettledCommands(
  work: Work,
  { now, limit, without }: Look,
  fresh: boolean,
): Promise<CommandRow[]> {
  return work.query<CommandRow>(
    `UPDATE command SET attempt = attempt + 1,
       next_attempt_at = to_timestamp($1 / 1000.0) + least(60, 2 ^ least(attempt + 2, 6)) * interval '1 second'
     WHERE id IN (SELECT id FROM command WHERE outcome IS NULL AND next_attempt_at <= to_timestamp($1 / 1000.0)
                    AND id <> ALL ($3) AND (attempt <= ${FRESH_ATTEMPTS}) = $4
                  ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now, limit, without, fresh],
  );
}

/** What the commands of these ids brought into their cases, by id: what was counted from a roll among it. */
export const variablesBroughtBy = (
  work: Work,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly variables: JsonObject | null }[]> =>
  work.query(`SELECT id, body #> '{command,variables}' AS variables FROM command WHERE id = ANY ($1)`, [ids]);
