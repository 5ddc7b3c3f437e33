import type { Work } from '../unit-of-work.js';

/** What is told of a paper that waits: nothing that it says. */
export interface PaperDetail {
  readonly paperId: string;
  /** Its number, or the title of its register. */
  readonly name: string;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string | null;
  /** Where it is on the desk. */
  readonly page: string;
  /** Persons whose own paper it is, by id. */
  readonly notTo: readonly string[];
}

export interface PaperTelling extends Omit<PaperDetail, 'paperId'> {
  readonly template: 'slip-sent' | 'ledger-edit-waits' | 'letter-issued';
  /** Of the paper. */
  readonly id: string;
  readonly to: readonly { readonly positionKey: string; readonly unitId: string }[];
}

/** Tells whoever holds one of these seats that a paper waits for him, once, in the caller's transaction. */
export async function tellOfPaper(
  work: Work,
  { template, id: paperId, to, name, dueOn, page, notTo }: PaperTelling,
): Promise<void> {
  const detail: PaperDetail = { paperId, name, dueOn, page, notTo };
  await work.query(
    `INSERT INTO notification_outbox (unit_id, template, subject, recipient_position, recipient_unit_id, detail)
     SELECT "unitId", $2, concat_ws(':', $2::text, $3::text, "unitId", "positionKey"), "positionKey", "unitId", $4::jsonb
     FROM jsonb_to_recordset($1) AS t ("positionKey" text, "unitId" uuid)
     ON CONFLICT (subject) DO NOTHING`,
    [JSON.stringify(to), template, paperId, JSON.stringify(detail)],
  );
}
