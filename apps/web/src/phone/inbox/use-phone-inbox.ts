import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  inboxCountsOptions,
  userTasksListInfiniteOptions,
  type InboxCountsView,
  type InboxRowView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { isRefusal } from '../../client/problem.js';
import { useOnline } from '../../device/use-online.js';
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

const isAsked = (row: InboxRowView, only: PhoneInboxSearch['only'], today: string): boolean =>
  only === undefined || (only === 'today' ? isDueOn(row, today) : row.clock?.tone === only);

/**
 * What the list is shown from: its own answer, or the whole list where the server cannot be asked for a part of it. `readAt` (epoch
 * ms): when that was, where it may be out of date by now.
 */
function useAnswers(only: PhoneInboxSearch['only'], today: string) {
  const query = useInfiniteQuery({ ...askedFor(only, today), ...nextPage });
  const client = useQueryClient();
  const isOnline = useOnline();
  const isUnreachable = !isOnline || (query.error !== null && !isRefusal(query.error));
  const whole = wholeInbox().queryKey;
  const instead = query.data === undefined && isUnreachable ? client.getQueryData(whole) : undefined;
  const readAt = instead ? client.getQueryState(whole)?.dataUpdatedAt : query.dataUpdatedAt;
  const data = query.data ?? instead;
  return { query, data, readAt: isUnreachable && data ? readAt : undefined };
}

/** What waits, as the chosen chip narrows it; what is new waits to be asked for, what is gone stays grey. */
export function usePhoneInbox({ only }: PhoneInboxSearch) {
  const today = dayOf(new Date());
  const { query, data, readAt } = useAnswers(only, today);
  const { data: counts } = useQuery(inboxCountsOptions());
  const pages = data?.pages;
  const rows = useMemo(
    () =>
      pages
        ?.flatMap(({ items }) => items)
        .filter((row) => isAsked(row, only, today))
        .map((row): ListedRow => ({ ...row, dueAt: row.clock?.dueAt ?? null })),
    [pages, only, today],
  );
  const held = useHeldRows(rows, query.hasNextPage, pages?.length ?? 0);
  return { query, isRead: data !== undefined, readAt, counts, held, today };
}
