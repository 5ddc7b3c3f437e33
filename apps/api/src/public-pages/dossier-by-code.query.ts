import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import { shownMinute } from '../http/shown-moment.js';
import { VisibleDossiers } from '../visibility/visible-dossiers.js';
import { READER } from './notices.query.js';

/** What stands on the cover of a dossier. */
export interface DossierPrint {
  readonly number: string;
  readonly village: string;
  readonly madeOn: string;
  readonly digest: string;
  readonly sheets: number;
  readonly code: string;
}

@Injectable()
export class DossierByCodeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: VisibleDossiers,
  ) {}

  /** `code`: as it is kept. */
  async execute(code: string): Promise<DossierPrint | undefined> {
    const row = await this.unitOfWork.run(READER, (work) => this.dossiers.byCode(work, code));
    if (!row) return undefined;
    const { number, unitName: village, madeAt, contentHash: digest, sheets } = row;
    return { number, village, madeOn: shownMinute(madeAt), digest, sheets, code: row.code };
  }
}
