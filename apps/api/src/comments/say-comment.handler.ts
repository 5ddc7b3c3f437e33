import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, auditCaseAct, insertComment, lockCase, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { requirePlaceForWords } from '../visibility/place-for-words.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { commandIdOf, sha256 } from '../platform/fingerprint.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { commentsIn, ownComment } from '../visibility/comment-records.js';
import { commentViewOf } from './comment-view-of.js';
import type { CommentView } from './dto/comment.view.js';

const COMMENTS_MAX = 500;

/**
 * 沟通、评论: says something of a case to whoever reads it. It moves nothing, and nothing of it is taken back; the audit keeps its
 * hash. The same act again says nothing twice.
 */
@Injectable()
export class SayCommentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, caseId: string, key: string, given: string): Promise<CommentView> {
    const text = given.trim();
    const id = commandIdOf(caller.personId, `cases/${caseId}/comments`, key);
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId);
      const head = required(await lockCase(work, caseId), `case ${caseId} of a comment`);
      const said = await ownComment(work, caller, id);
      if (said && said.text !== text)
        throw invalid([{ path: '/text', message: '这次提交的编号已用于另一条评论，请重新提交。' }]);
      if (said) return commentViewOf(said, caller);
      await requirePlaceForWords(work, this.definitions, seen);
      await requireRoom(work, seen);
      const now = this.clock.now();
      const at = new Date(now).toISOString();
      await insertComment(work, { id, caseId, unitId: seen.row.unitId, authorId: caller.personId, text, at });
      const caseAt = new Date(now + head.clockOffsetMs).toISOString();
      const detail = { textHash: sha256(text) };
      await auditCaseAct(work, head, { action: 'SayComment', subject: id, detail, at: caseAt }, sha256);
      return commentViewOf(required(await ownComment(work, caller, id), `comment ${id}`), caller);
    });
  }
}

async function requireRoom(work: Work, seen: SeenCase): Promise<void> {
  if ((await commentsIn(work, seen)).length >= COMMENTS_MAX)
    throw conflict(`这一件已有 ${COMMENTS_MAX} 条评论，不能再加；请写进步骤的意见里。`);
}
