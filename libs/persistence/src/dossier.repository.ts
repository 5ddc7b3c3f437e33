import { insertOrFind, type InsertedOrFound } from './insert-or-find.js';
import type { Work } from './unit-of-work.js';

export interface NewDossier {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly madeBy: string;
  /** Epoch ms, the case's own time. */
  readonly madeAt: number;
  readonly contentHash: string;
  readonly code: string;
  readonly sheets: number;
}

export interface DossierRow {
  readonly id: string;
  readonly madeAt: Date;
  readonly contentHash: string;
  readonly code: string;
  readonly sheets: number;
}

/** What of a paper stands on the paper itself. */
export interface DossierOfCode extends DossierRow {
  readonly number: string;
  readonly unitName: string;
}

const columns = `id, made_at AS "madeAt", content_hash AS "contentHash", code, sheets`;

/** The person's paper of this content, whether it is made now or was before. */
export const insertOrFindDossier = (work: Work, dossier: NewDossier): Promise<InsertedOrFound<DossierRow>> =>
  insertOrFind<DossierRow>(
    work,
    {
      sql: `INSERT INTO dossier (id, case_id, unit_id, made_by, made_at, content_hash, code, sheets)
        VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), $6, $7, $8)
        ON CONFLICT (case_id, made_by, content_hash) DO NOTHING RETURNING ${columns}`,
      values: [
        dossier.id,
        dossier.caseId,
        dossier.unitId,
        dossier.madeBy,
        dossier.madeAt,
        dossier.contentHash,
        dossier.code,
        dossier.sheets,
      ],
    },
    {
      sql: `SELECT ${columns} FROM dossier WHERE case_id = $1 AND made_by = $2 AND content_hash = $3`,
      values: [dossier.caseId, dossier.madeBy, dossier.contentHash],
    },
  );

/** The paper that bears this code, as it is kept. */
export async function dossierByCode(work: Work, code: string): Promise<DossierOfCode | undefined> {
  const rows = await work.query<DossierOfCode>(
    `SELECT d.id, d.made_at AS "madeAt", d.content_hash AS "contentHash", d.code, d.sheets, c.number, u.name AS "unitName"
     FROM dossier d JOIN process_instance c ON c.id = d.case_id JOIN unit u ON u.id = d.unit_id WHERE d.code = $1`,
    [code],
  );
  return rows[0];
}
