import { required, type JsonObject } from '@wuqing/kernel';
import type { FormPlace, LedgerKind } from '@wuqing/ledger';
import type { Statements } from '../unit-of-work.js';

/** Out of which entry a ledger is asked. */
export interface LedgerScene {
  /** Of the root, whose workflow asks. */
  readonly caseId: string;
  readonly unitId: string;
  /** The entry's command, whose submission may not be written yet. */
  readonly commandId: string;
  readonly actorId: string;
  /** The case's now, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

export async function unitOfCase(work: Statements, caseId: string): Promise<string | undefined> {
  const rows = await work.query<{ unitId: string }>(
    'SELECT unit_id AS "unitId" FROM process_instance WHERE id = $1',
    [caseId],
  );
  return rows[0]?.unitId;
}

/** The unit whose rows are meant: the case's village, or the town above it. */
export async function ledgerUnitOf(
  work: Statements,
  { unitKind }: Pick<LedgerKind, 'unitKind'>,
  unitId: string,
): Promise<string | undefined> {
  const rows = await work.query<{ id: string }>(
    `WITH RECURSIVE above AS (SELECT id, parent_id, kind FROM unit WHERE id = $1
       UNION ALL SELECT u.id, u.parent_id, u.kind FROM unit u JOIN above ON above.parent_id = u.id)
     SELECT id FROM above WHERE kind = $2`,
    [unitId, unitKind],
  );
  return rows[0]?.id;
}

/**
 * The values that stand at these places of the case's forms, in the case or in one that it called: what the entry's own command
 * submits, else what was submitted last. A place where nothing stands gives none.
 */
export async function valuesInForms(
  work: Statements,
  { caseId, commandId }: Pick<LedgerScene, 'caseId' | 'commandId'>,
  places: Readonly<Record<string, FormPlace>>,
): Promise<JsonObject> {
  const names = Object.keys(places);
  if (names.length === 0) return {};
  const steps = [...new Set(names.map((name) => required(places[name], name).elementId))];
  const rows = await work.query<{ elementId: string; data: JsonObject }>(
    `SELECT DISTINCT ON (t.element_id) t.element_id AS "elementId",
       CASE WHEN m.id IS NULL THEN s.data ELSE m.body -> 'submission' END AS data
     FROM user_task t JOIN process_instance c ON c.id = t.case_id
       LEFT JOIN submission s ON s.user_task_id = t.id
       LEFT JOIN command m ON m.user_task_id = t.id AND m.id = $3
     WHERE (c.id = $1 OR c.root_id = $1) AND t.element_id = ANY ($2) AND (s.id IS NOT NULL OR m.id IS NOT NULL)
     ORDER BY t.element_id, (m.id IS NOT NULL) DESC, s.submitted_at DESC`,
    [caseId, steps, commandId],
  );
  const submitted = new Map(rows.map(({ elementId, data }) => [elementId, data]));
  return Object.fromEntries(
    names.flatMap((name) => {
      const { elementId, field } = required(places[name], name);
      const value = submitted.get(elementId)?.[field];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
