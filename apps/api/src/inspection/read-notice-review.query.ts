import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, type NoticeReviewRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import type { DoneReviewView, NoticeReviewView } from './dto/notice-review.view.js';
import { NoticeEvidence } from './notice-evidence.js';
import { reviewLines, type ReviewKind } from './review-lines.js';

/** One look at a notice: what is public, the lines with the system's finding under each, and who looked before. */
@Injectable()
export class ReadNoticeReviewQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly evidence: NoticeEvidence,
    private readonly units: UnitDirectory,
  ) {}

  async execute(caller: Caller, id: string, look: ReviewKind = 'online'): Promise<NoticeReviewView> {
    const { found, seen, reviews } = await this.unitOfWork.run(caller.actor, async (work) => {
      const one = await this.inspection.notice(work, caller, id, 'inspection.read');
      return {
        found: one,
        seen: await this.evidence.of(work, caller, one, look),
        reviews: await this.inspection.reviews(work, one.notice, look),
      };
    });
    const { notice } = found;
    const units = await this.units.all();
    return {
      noticeId: notice.id,
      look,
      caseId: notice.caseId,
      title: notice.title,
      unitName: units.find((unit) => unit.id === notice.unitId)?.name ?? '',
      publishedAt: shownMoment(notice.publishedAt),
      fromOn: notice.fromOn,
      toOn: notice.toOn,
      fields: [...seen.content.fields],
      files: [...seen.content.files],
      photos: [...seen.photos],
      lines: reviewLines[look].map(({ key, title }) => ({
        key,
        title,
        systemVerdict: required(seen.findings[key], key).verdict,
        systemFinding: required(seen.findings[key], key).text,
        result: reviews[0]?.lines.find((line) => line.key === key)?.result ?? null,
      })),
      reviews: reviews.map(doneReviewOf),
      mayRecord: caller.may('inspection.record', { unitId: notice.unitId }),
    };
  }
}

const doneReviewOf = ({ id, reviewedByName, at, note, lines }: Known<NoticeReviewRow>): DoneReviewView => ({
  id,
  reviewedBy: reviewedByName,
  at: shownMoment(at),
  failed: lines.filter(({ result }) => result === 'fail').length,
  note,
});
