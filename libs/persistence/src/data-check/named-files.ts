import type { Work } from '../unit-of-work.js';

export interface FileOfAudit {
  readonly caseNumber: string;
  readonly id: string;
  readonly sha256: string;
}

/** Every file that an audit chain names by its hash. */
export const filesOfAudits = (work: Work): Promise<FileOfAudit[]> =>
  work.query<FileOfAudit>(
    `SELECT c.number AS "caseNumber", named ->> 'id' AS id, named ->> 'sha256' AS sha256
     FROM audit_entry a JOIN process_instance c ON c.id = a.case_id,
       jsonb_array_elements(CASE WHEN jsonb_typeof(a.detail -> 'files') = 'array' THEN a.detail -> 'files' ELSE '[]' END) AS named
     ORDER BY c.number, a.seq`,
  );

/** Every photo that a villager has put to an objection, by the hash of its row. */
export const photosShown = (work: Work): Promise<FileOfAudit[]> =>
  work.query<FileOfAudit>(
    `SELECT c.number AS "caseNumber", p.id::text AS id, p.sha256
     FROM objection_photo p JOIN process_instance c ON c.id = p.case_id ORDER BY c.number, p.id`,
  );
