import { Injectable } from '@nestjs/common';
import { searchTermsOf } from '@wuqing/search-words';
import { UnitOfWork } from '@wuqing/persistence';
import { parseLocalDate } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { invalid } from '../http/problem.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleInbox } from '../visibility/visible-inbox.js';
import { InboxRows } from './inbox-rows.js';
import type { UserTaskFilterDto } from './dto/user-task-filter.dto.js';
import type { InboxRowView } from './dto/user-task.view.js';

const KINDS = { todo: 'all', claimable: 'claimable', claimed: 'claimed' } as const;

/** 待办、待签收: what waits for the caller and those he stands in for, the most urgent first; 已办: the latest first. */
@Injectable()
export class ListUserTasksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: VisibleInbox,
    private readonly rows: InboxRows,
  ) {}

  async execute(
    caller: Caller,
    { view = 'todo', state: _state, q, after, ...wish }: UserTaskFilterDto,
  ): Promise<Page<InboxRowView>> {
    const asked = { ...wish, terms: searchTermsOf(q ?? ''), after: readCursor(after) };
    requireDay(asked.dueBy);
    const { known, heard } = await this.unitOfWork.look(caller.actor, async (work) => {
      const known =
        view === 'done'
          ? await this.inbox.done(work, caller, requireDoneWish(asked))
          : await this.inbox.tasks(work, caller, { ...asked, of: KINDS[view] });
      return { known, heard: await this.rows.heardBy(work, known.rows) };
    });
    const shown = await this.rows.shownTo(caller, known.rows, heard);
    return pageOfKnown(known, cursorOf, (row) => shown(row));
  }
}

function requireDay(day: string | undefined): void {
  if (day !== undefined && parseLocalDate(day) === undefined)
    throw invalid([{ path: '/dueBy', message: '没有这一天，请写成年-月-日，例如 2026-11-30。' }]);
}

/** What is done waits for nothing: a list of it has no colors and no days. */
function requireDoneWish<Wish extends { readonly tone?: unknown; readonly dueBy?: unknown }>(wish: Wish) {
  const { tone, dueBy, ...rest } = wish;
  const extra = [...(tone === undefined ? [] : ['/tone']), ...(dueBy === undefined ? [] : ['/dueBy'])].map(
    (path) => ({ path, message: '已办的件不按时限筛选，请去掉此项。' }),
  );
  if (extra.length > 0) throw invalid(extra);
  return rest;
}
