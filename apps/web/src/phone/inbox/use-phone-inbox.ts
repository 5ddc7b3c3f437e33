import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  inboxCountsOptions,
  userTasksListInfiniteOptions,
  type InboxCountsView,
  type InboxRowView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { dayOf } from '../../kit/moment.js';
import { useHeldRows } from '../../lists/use-held-rows.js';
import type { PhoneInboxSearch } from './phone-inbox-search.js';

/** Rows of a page of the list. */
export const INBOX_PAGE = 30;

export interface ListedRow extends InboxRowView {
  readonly dueAt: string | null;
}

const isDueOn = ({ clock }: InboxRowView, day: string): boolean =>
  clock !== null && clock.dueOn === day && clock.tone !== 'late';

/** How many are due on this day and not late yet. */
export const dueToday = ({ days }: InboxCountsView, today: string): number =>
  days.filter(({ dueOn }) => dueOn === today).reduce((sum, { total, late }) => sum + total - late, 0);

/** What is asked of the API for a chip. */
const askedFor = (only: PhoneInboxSearch['only'], today: string) =>
  userTasksListInfiniteOptions({
    query: {
      view: 'todo',
      limit: INBOX_PAGE,
      ...(only === 'today' ? { dueBy: today } : only === undefined ? {} : { tone: only }),
    },
  });

/** The list that most visits begin with, as `usePhoneInbox` asks for it. */
export const wholeInbox = () => ({ ...askedFor(undefined, ''), ...nextPage });

/** What waits, as the chosen chip narrows it; what is new waits to be asked for, what is gone stays grey. */
export function usePhoneInbox({ only }: PhoneInboxSearch) {
  const today = dayOf(new Date());
  const query = useInfiniteQuery({ ...askedFor(only, today), ...nextPage });
  const { data: counts } = useQuery(inboxCountsOptions());
  const pages = query.data?.pages;
  const rows = useMemo(
    () =>
      pages
        ?.flatMap(({ items }) => items)
        .filter((row) => only !== 'today' || isDueOn(row, today))
        .map((row): ListedRow => ({ ...row, dueAt: row.clock?.dueAt ?? null })),
    [pages, only, today],
  );
  const held = useHeldRows(rows, query.hasNextPage, pages?.length ?? 0);
  return { query, counts, held, today };
}
