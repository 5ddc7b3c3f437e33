import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page, type PageDto } from '../http/page.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleSetAsides } from '../visibility/set-asides.js';
import type { SetAsideView } from './dto/set-aside.view.js';
import { setAsideViewOf } from './set-aside-view-of.js';

/** What the loops of the worker could not handle, the oldest first. */
@Injectable()
export class ListSetAsidesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visible: VisibleSetAsides,
  ) {}

  execute(
    caller: Caller,
    { after, limit }: PageDto,
  ): Promise<Page<SetAsideView> & { readonly total: number }> {
    const asked = { after: readCursor(after), limit };
    return this.unitOfWork.run(caller.actor, async (work) => {
      const known = await this.visible.page(work, caller, asked);
      return { ...pageOfKnown(known, cursorOf, setAsideViewOf), total: known.total };
    });
  }
}
