import { Injectable } from '@nestjs/common';
import { UnitOfWork, type CaseCopyRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { caseViewOf } from '../cases/case-view-of.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleInbox } from '../visibility/visible-inbox.js';
import type { CopyFilterDto } from './dto/copy.dto.js';
import type { CopyView } from './dto/copy.view.js';

/** 抄送: what the caller was told of, as far as he may know of it now; the latest first. */
@Injectable()
export class ListCopiesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: VisibleInbox,
  ) {}

  async execute(caller: Caller, { unread, after, limit }: CopyFilterDto): Promise<Page<CopyView>> {
    const asked = { unreadOnly: unread !== undefined, after: readCursor(after), limit };
    const known = await this.unitOfWork.look(caller.actor, (work) => this.inbox.copies(work, caller, asked));
    return pageOfKnown(known, cursorOf, viewOf);
  }
}

const viewOf = (row: Known<CaseCopyRow>): CopyView => ({
  id: row.copyId,
  sentByName: row.sentByName,
  sentAt: shownMoment(row.sentAt),
  readAt: row.readAt === null ? null : shownMoment(row.readAt),
  note: row.note,
  case: caseViewOf(row),
});
