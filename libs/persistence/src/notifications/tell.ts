import type { Work } from '../unit-of-work.js';

/** One thing that somebody is told about a step. Who that is today, substitutes included, the worker finds out. */
export interface Telling {
  /** In the teller's words, for ever the same: under one subject something is told once (`urge:<id>`). */
  readonly subject: string;
  readonly template: 'urged' | 'handed-over';
  readonly caseId: string;
  readonly unitId: string;
  readonly userTaskId: string;
  /** The clock whose term it is about, where there is one. */
  readonly clockId: string | null;
  /** A person, or whoever holds a position. */
  readonly to: { readonly personId: string } | { readonly positionKey: string; readonly unitId: string };
  /** Who tells, as an office and never as a person: 「纪委办」. */
  readonly from: string;
}

/** Puts these into the outbox in the caller's transaction; what was told under the same subject is not told again. */
export async function tell(work: Work, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const rows = tellings.map(({ to, userTaskId, clockId, from, ...one }) => ({
    ...one,
    recipient: to,
    detail: { userTaskId, from, rung: 0, ...(clockId !== null && { clockId }) },
  }));
  await work.query(
    `INSERT INTO notification_outbox (case_id, unit_id, template, subject, recipient_person_id, recipient_position, recipient_unit_id, detail)
     SELECT "caseId", "unitId", template, subject, (recipient ->> 'personId')::uuid, recipient ->> 'positionKey', (recipient ->> 'unitId')::uuid, detail
     FROM jsonb_to_recordset($1) AS t ("caseId" uuid, "unitId" uuid, template text, subject text, recipient jsonb, detail jsonb)
     ON CONFLICT (subject) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
