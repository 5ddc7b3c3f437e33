import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Dossier, Press } from '@wuqing/paper';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { newPaperCode } from '../http/paper-code.js';
import { printedOr } from '../http/printed-or.js';
import { shownMinute, shownMs } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf } from '../platform/fingerprint.js';
import { PAPER_PRESS } from '../platform/platform.tokens.js';
import { VisibleDossiers } from '../visibility/visible-dossiers.js';
import { NoticePhotos } from './notice-photos.js';
import { DossierContent } from './dossier-content.js';

export interface MadeDossier {
  readonly number: string;
  readonly pdf: Uint8Array;
}

/** 卷宗: the case's paper for this reader. Asked again with nothing new in it, it is the same paper with the same code. */
@Injectable()
export class MakeDossierHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: VisibleDossiers,
    private readonly content: DossierContent,
    private readonly photos: NoticePhotos,
    private readonly clock: Clock,
    @Inject(PAPER_PRESS) private readonly press: Press,
  ) {}

  /** `addressOf`: where a code is looked up. */
  async execute(caller: Caller, caseId: string, addressOf: (code: string) => string): Promise<MadeDossier> {
    const { dossier, photos, row } = await this.unitOfWork.run(caller.actor, async (work) => {
      const held = await this.dossiers.hold(work, caller, caseId);
      const { dossier, photos } = await this.content.of(work, caller, held.seen);
      const row = await this.dossiers.keep(work, caller, held, {
        id: randomUUID(),
        madeAt: this.clock.now() + held.head.clockOffsetMs,
        contentHash: bodyHashOf(dossier),
        code: newPaperCode(),
        sheets: sheetsOf(dossier),
      });
      return { dossier, photos, row };
    });
    const { code, contentHash: digest, madeAt } = row;
    const pictures = await this.photos.of(photos);
    const notices = dossier.notices.map((notice, at) => ({ ...notice, pictures: pictures[at] ?? [] }));
    const answer = await this.press.print(
      { ...dossier, notices },
      {
        madeAt: shownMs(madeAt),
        madeOn: shownMinute(madeAt),
        code,
        digest,
        address: addressOf(code),
      },
    );
    return { number: dossier.number, pdf: printedOr(answer) };
  }
}

/** Lines of its contents. */
const sheetsOf = ({ forms, decisions, notices, timeline }: Dossier): number =>
  forms.length + decisions.length + notices.length + (timeline.length > 0 ? 1 : 0) + 2;
