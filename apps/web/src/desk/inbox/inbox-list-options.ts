import { userTasksListInfiniteOptions } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { filterOf, type InboxSearch } from './inbox-search.js';

/** Rows of a page of the list. */
export const INBOX_PAGE = 50;

/** The list that an address asks for. */
export const inboxList = (search: InboxSearch) => ({
  ...userTasksListInfiniteOptions({ query: { ...filterOf(search), limit: INBOX_PAGE } }),
  ...nextPage,
});
