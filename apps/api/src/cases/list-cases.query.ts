import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import { searchTermsOf } from '@wuqing/search-words';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { caseViewOf } from './case-view-of.js';
import type { CaseFilterDto } from './dto/case-filter.dto.js';
import type { CaseView } from './dto/case.view.js';

/** Cases that the caller may know of, the newest first. */
@Injectable()
export class ListCasesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
  ) {}

  async execute(
    caller: Caller,
    { unitId, processKey, status, q, mine, after, limit }: CaseFilterDto,
  ): Promise<Page<CaseView>> {
    const asked = {
      unitId,
      processKey,
      status,
      terms: searchTermsOf(q ?? ''),
      startedBy: mine === undefined ? undefined : caller.personId,
      after: readCursor(after),
      limit,
    };
    const known = await this.unitOfWork.look(caller.actor, (work) => this.lists.cases(work, caller, asked));
    return pageOfKnown(known, cursorOf, caseViewOf);
  }
}
