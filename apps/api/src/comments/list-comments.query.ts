import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { commentsIn } from '../visibility/comment-records.js';
import { commentViewOf } from './comment-view-of.js';
import type { CommentListView } from './dto/comment.view.js';

/** What was said of a case, for whoever reads it. */
@Injectable()
export class ListCommentsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, caseId: string): Promise<CommentListView> {
    const rows = await this.unitOfWork.run(caller.actor, async (work) =>
      commentsIn(work, await this.cases.require(work, caller, caseId)),
    );
    return { items: rows.map((row) => commentViewOf(row, caller)) };
  }
}
