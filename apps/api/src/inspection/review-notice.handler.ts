import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  UnitOfWork,
  auditCaseAct,
  lockCase,
  type CaseHead,
  type NewNoticeReview,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf, sha256 } from '../platform/fingerprint.js';
import { VisibleInspection, type InspectedNotice } from '../visibility/visible-inspection.js';
import type { ReviewNoticeDto } from './dto/notice-review.dto.js';
import type { NoticeReviewView } from './dto/notice-review.view.js';
import { NoticeEvidence } from './notice-evidence.js';
import { keysOf } from './review-lines.js';
import { ReadNoticeReviewQuery } from './read-notice-review.query.js';

/** 线上审, 线下看: keeps what the inspector decided of each line, with what the system had found, and writes it into the case's audit. */
@Injectable()
export class ReviewNoticeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly evidence: NoticeEvidence,
    private readonly read: ReadNoticeReviewQuery,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    key: string,
    noticeId: string,
    body: ReviewNoticeDto,
  ): Promise<NoticeReviewView> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      const found = await this.inspection.notice(work, caller, noticeId, 'inspection.record');
      requireLines(body);
      requireNote(body);
      const head = required(await lockCase(work, found.notice.caseId), `case of notice ${noticeId}`);
      const id = commandIdOf(caller.personId, `notices/${noticeId}/reviews`, key);
      const bodyHash = bodyHashOf(body);
      const known = await this.inspection.own(work, caller, id);
      if (known && known.bodyHash !== bodyHash) throw keyUsedOtherwise();
      if (!known) await this.keep(work, head, await this.review(work, caller, found, body, { id, bodyHash }));
    });
    return this.read.execute(caller, noticeId, body.look);
  }

  private async review(
    work: Work,
    caller: Caller,
    found: InspectedNotice,
    { lines, note, look = 'online' }: ReviewNoticeDto,
    { id, bodyHash }: { readonly id: string; readonly bodyHash: string },
  ): Promise<NewNoticeReview> {
    const { findings } = await this.evidence.of(work, caller, found, look);
    const { id: noticeId, caseId, unitId } = found.notice;
    return {
      ...{ id, noticeId, caseId, unitId, bodyHash },
      kind: look,
      reviewedBy: caller.personId,
      note: note ?? null,
      at: this.clock.now(),
      lines: lines.map(({ key, result }) => ({
        key,
        result,
        systemFinding: required(findings[key], key).text,
      })),
    };
  }

  private async keep(work: Work, head: CaseHead, review: NewNoticeReview): Promise<void> {
    await this.inspection.keep(work, review);
    const failed = review.lines.filter(({ result }) => result === 'fail').map(({ key }) => key);
    const at = new Date(review.at + head.clockOffsetMs).toISOString();
    const detail = { reviewId: review.id, look: review.kind, bodyHash: review.bodyHash, failed };
    await auditCaseAct(work, head, { action: 'ReviewNotice', subject: review.noticeId, detail, at }, sha256);
  }
}

/** Every line of that look, and no other. */
function requireLines({ lines, look = 'online' }: ReviewNoticeDto): void {
  const keys = keysOf(look);
  if (lines.length !== keys.length || !lines.every(({ key }) => keys.includes(key)))
    throw invalid([{ path: '/lines', message: `请给出全部 ${keys.length} 项的结论，每项一次。` }]);
}

function requireNote({ lines, note }: ReviewNoticeDto): void {
  if (note === undefined && lines.some(({ result }) => result === 'fail'))
    throw invalid([{ path: '/note', message: '有不合格的项，请在说明里写明哪里不合格。' }]);
}
