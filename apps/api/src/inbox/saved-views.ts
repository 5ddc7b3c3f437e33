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
import { DefinitionStore } from '../platform/definition-store.js';
import type { Known } from '../visibility/known.js';
import type { CountKnown } from '../visibility/visible-counts.js';
import { VisibleInbox } from '../visibility/visible-inbox.js';
import type { SavedViewDto } from './dto/saved-view.dto.js';
import type { SavedViewListView, SavedViewView } from './dto/saved-view.view.js';
import { savedViewCount, type CountedStep } from './saved-view-count.js';

const VIEWS_MAX = 50;

/** 我的视图: a name for what stands behind the `?` of a list. It holds no rows: it shows each what he may know. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: VisibleInbox,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<SavedViewListView> {
    caller.addressed();
    const { rows, counts } = await this.unitOfWork.look(caller.actor, async (work) => {
      const saved = await savedViewsFor(work, caller.personId);
      return { rows: saved, counts: saved.length === 0 ? [] : await this.inbox.counts(work, caller) };
    });
    const steps = await Promise.all(counts.map((count) => this.countedStep(count)));
    const views = rows.map((row) => viewOf(row, caller));
    return { items: views.map((view) => ({ ...view, count: savedViewCount(view.query, steps) })) };
  }

  private async countedStep({ definitionChecksum, ...count }: Known<CountKnown>): Promise<CountedStep> {
    const { key: processKey } = await this.definitions.definition(definitionChecksum);
    return { ...count, processKey };
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
