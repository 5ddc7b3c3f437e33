import { caseColumns, caseTables, type CaseRow } from '../case.repository.js';
import { stepColumn, type StepHolders, type StepRow } from '../step-row.js';
import type { Statements } from '../unit-of-work.js';

export interface ChangedStep {
  readonly id: string;
  readonly step: StepRow;
}

export interface ChangedAlert extends ChangedStep {
  readonly unitId: string;
  readonly recipientPosition: string;
  readonly recipientUnitId: string;
}

/** A case with whose its open steps are. */
export interface ChangedCase extends CaseRow {
  readonly open: readonly (Pick<StepHolders, 'candidates'> & { readonly assigneeId: string | null })[];
}

type Ids = readonly string[];

/** What must be known of changed things to say who may know of them. */
export const changedTasks = (statements: Statements, ids: Ids): Promise<ChangedStep[]> =>
  statements.query(
    `SELECT t.id, ${stepColumn} AS step FROM user_task t JOIN process_instance c ON c.id = t.case_id WHERE t.id = ANY ($1)`,
    [ids],
  );

export const changedNotices = (statements: Statements, ids: Ids): Promise<ChangedStep[]> =>
  statements.query(
    `SELECT n.id, ${stepColumn} AS step FROM public_notice n JOIN user_task t ON t.id = n.user_task_id
     JOIN process_instance c ON c.id = n.case_id WHERE n.id = ANY ($1)`,
    [ids],
  );

export const changedAlerts = (statements: Statements, ids: Ids): Promise<ChangedAlert[]> =>
  statements.query(
    `SELECT a.id, ${stepColumn} AS step, a.unit_id AS "unitId", a.recipient_position AS "recipientPosition",
       a.recipient_unit_id AS "recipientUnitId"
     FROM alert a JOIN process_instance c ON c.id = a.case_id JOIN service_level_clock k ON k.id = a.clock_id
     JOIN user_task t ON t.id = k.user_task_id WHERE a.id = ANY ($1)`,
    [ids],
  );

export const changedCases = (statements: Statements, ids: Ids): Promise<ChangedCase[]> =>
  statements.query(
    `SELECT ${caseColumns}, (SELECT coalesce(jsonb_agg(jsonb_build_object('assigneeId', t.assignee_id, 'candidates', (
         SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
         FROM user_task_candidate WHERE user_task_id = t.id))), '[]')
       FROM user_task t WHERE t.case_id = c.id AND t.state = 'open') AS open
     FROM ${caseTables} WHERE c.id = ANY ($1)`,
    [ids],
  );

/** Where messages came to; null where one started its case. */
export const changedMessages = (
  statements: Statements,
  ids: Ids,
): Promise<{ readonly id: string; readonly elementKey: string | null }[]> =>
  statements.query('SELECT id, element_key AS "elementKey" FROM message WHERE id = ANY ($1)', [ids]);
