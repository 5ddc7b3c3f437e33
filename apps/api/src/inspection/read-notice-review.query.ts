import { Injectable } from '@nestjs/common';
import { UnitOfWork, type NoticeReviewRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import type { DoneReviewView, NoticeReviewView } from './dto/notice-review.view.js';
import { NoticeEvidence } from './notice-evidence.js';
import { reviewLines } from './review-lines.js';

/** 线上审 of one notice: what is public, the ten lines with the system's finding under each, and who reviewed it. */
@Injectable()
export class ReadNoticeReviewQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly evidence: NoticeEvidence,
    private readonly units: UnitDirectory,
  ) {}

  async execute(caller: Caller, id: string): Promise<NoticeReviewView> {
    const { found, seen, reviews } = await this.unitOfWork.run(caller.actor, async (work) => {
      const one = await this.inspection.notice(work, caller, id, 'inspection.read');
      return {
        found: one,
        seen: await this.evidence.of(work, one),
        reviews: await this.inspection.reviews(work, one.notice),
      };
    });
    const { notice } = found;
    const units = await this.units.all();
    return {
      noticeId: notice.id,
      title: notice.title,
      unitName: units.find((unit) => unit.id === notice.unitId)?.name ?? '',
      publishedAt: shownMoment(notice.publishedAt),
      fromOn: notice.fromOn,
      toOn: notice.toOn,
      fields: [...seen.content.fields],
      files: [...seen.content.files],
      lines: reviewLines.map(({ key, title }) => ({
        key,
        title,
        systemVerdict: seen.findings[key].verdict,
        systemFinding: seen.findings[key].text,
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
