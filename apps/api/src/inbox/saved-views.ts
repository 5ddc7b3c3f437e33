import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  countSavedViews,
  deleteSavedView,
  findSavedView,
  putSavedView,
  savedViewsFor,
  type SavedViewRow,
  type Work,
} from '@wuqing/persistence';
import { required } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { conflict, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { SavedViewDto } from './dto/saved-view.dto.js';
import type { SavedViewListView, SavedViewView } from './dto/saved-view.view.js';

const VIEWS_MAX = 50;

/** 我的视图: a name for what stands behind the `?` of a list. It holds no rows: it shows each what he may know. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<SavedViewListView> {
    caller.addressed();
    const rows = await this.unitOfWork.look(caller.actor, (work) => savedViewsFor(work, caller.personId));
    return { items: rows.map((row) => viewOf(row, caller)) };
  }

  /** Makes or changes the view of that id; the same again changes nothing. Another's is not there. */
  async put(caller: Caller, id: string, { name, shared, query }: SavedViewDto): Promise<SavedViewView> {
    caller.addressed();
    const createdAt = new Date(this.clock.now()).toISOString();
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      await this.requireRoom(work, caller, id);
      const view = { id, ownerId: caller.personId, name: name.trim(), shared, filter: { query }, createdAt };
      if (!(await putSavedView(work, view))) throw notFound();
      return required(await findSavedView(work, id), `saved view ${id}`);
    });
    return viewOf(row, caller);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    caller.addressed();
    const isGone = await this.unitOfWork.run(caller.actor, (work) =>
      deleteSavedView(work, id, caller.personId),
    );
    if (!isGone) throw notFound();
  }

  private async requireRoom(work: Work, { personId }: Caller, id: string): Promise<void> {
    const count = await countSavedViews(work, personId);
    if (count < VIEWS_MAX) return;
    if ((await findSavedView(work, id))?.ownerId === personId) return;
    throw conflict(`您已有 ${VIEWS_MAX} 个视图，请先删去不用的。`);
  }
}

function viewOf(
  { id, name, shared, ownerId, ownerName, filter }: SavedViewRow,
  caller: Caller,
): SavedViewView {
  const { query } = filter;
  return {
    id,
    name,
    shared,
    mine: ownerId === caller.personId,
    ownerName,
    query: typeof query === 'string' ? query : '',
  };
}
