import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { inboxCountsOptions, inboxReadMutation, type InboxRowView } from '../../client/api.js';
import { inboxList } from './inbox-list-options.js';
import type { InboxSearch } from './inbox-search.js';
import { useHeldRows } from '../../lists/use-held-rows.js';

export interface ListedRow extends InboxRowView {
  readonly dueAt: string | null;
}

const listed = (row: InboxRowView): ListedRow => ({ ...row, dueAt: row.clock?.dueAt ?? null });

/** The list that the address asks for, as it stands on the screen, and how much there is of each. */
export function useInbox(search: InboxSearch) {
  const query = useInfiniteQuery(inboxList(search));
  const { data: counts } = useQuery(inboxCountsOptions());
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ items }) => items.map(listed)), [pages]);
  const held = useHeldRows(rows, query.hasNextPage, pages?.length ?? 0);
  return { query, counts, held };
}

/** Opened rows are no longer bold, here and on every other device of the person. */
export function useReadMarks() {
  const client = useQueryClient();
  const { mutate } = useMutation({
    ...inboxReadMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ _id: 'userTasksList' }] }),
  });
  return ({ id, read }: InboxRowView) => {
    if (!read) mutate({ body: { taskIds: [id] } });
  };
}
