import { Injectable } from '@nestjs/common';
import {
  auditCaseAct,
  dossierByCode,
  insertOrFindDossier,
  lockCase,
  type CaseHead,
  type DossierOfCode,
  type DossierRow,
  type NewDossier,
  type Work,
} from '@wuqing/persistence';
import { required } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { sha256 } from '../platform/fingerprint.js';
import { CaseReader, type SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';

export interface HeldCase {
  readonly seen: SeenCase;
  readonly head: CaseHead;
}

/** What the audit calls the making of a paper. */
export const MAKE_DOSSIER = 'MakeDossier';

/** 卷宗, each made for whoever may read its case. */
@Injectable()
export class VisibleDossiers {
  constructor(private readonly cases: CaseReader) {}

  /** The case as it stands until the transaction ends: nobody is locked out by someone who may not read it. */
  async hold(work: Work, caller: Caller, caseId: string): Promise<HeldCase> {
    await this.cases.require(work, caller, caseId);
    const head = required(await lockCase(work, caseId), `case ${caseId} of a dossier`);
    return { seen: await this.cases.require(work, caller, caseId), head };
  }

  /** Once for the same content: the audit says when it was made first. */
  async keep(
    work: Work,
    caller: Caller,
    { seen, head }: HeldCase,
    made: Pick<NewDossier, 'id' | 'madeAt' | 'contentHash' | 'code' | 'sheets'>,
  ): Promise<Known<DossierRow>> {
    const { id: caseId, unitId } = seen.row;
    const { row, fresh } = await insertOrFindDossier(work, {
      ...made,
      caseId,
      unitId,
      madeBy: caller.personId,
    });
    if (fresh) {
      const at = new Date(made.madeAt).toISOString();
      const detail = { dossierId: row.id, contentHash: row.contentHash };
      await auditCaseAct(work, head, { action: MAKE_DOSSIER, subject: 'case', detail, at }, sha256);
    }
    return asKnown(row);
  }

  /** For whoever holds the paper: it tells nothing that does not stand on it. */
  async byCode(work: Work, code: string): Promise<Known<DossierOfCode> | undefined> {
    const row = await dossierByCode(work, code);
    return row && asKnown(row);
  }
}
