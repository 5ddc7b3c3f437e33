import type { InboxCountsView, MeView, UserTasksListResponse } from '../client/api.js';

/** What somebody's list was when it was last read, shown again to the same person where no server can be asked. */
export interface LastList {
  /** Without the session's token. */
  readonly me: MeView;
  /** The first page of what waits. */
  readonly list: UserTasksListResponse;
  readonly counts?: InboxCountsView;
  /** Epoch ms. */
  readonly readAt: number;
}

/** Its number is another one once older products' rows could not be shown. */
const KEY = 'wuqing-last-list-1';
/** No longer than a session lasts, however busy: whoever may not open the product any more is shown nothing of it here. */
const SHOWN_MS = 12 * 3_600_000;

/** One of one person: the one before is gone. Where the browser has no room for it there is none. */
export function keepLastList({ me, ...rest }: LastList): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...rest, me: { ...me, csrfToken: '' } }));
  } catch {
    forgetLastList(); // an older one would be said to be the last
  }
}

export const forgetLastList = (): void => localStorage.removeItem(KEY);

/** `now`: epoch ms. Undefined where there is none, and where it is too old to be shown. */
export function readLastList(now: number): LastList | undefined {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return undefined;
  const last = JSON.parse(kept) as LastList;
  const age = now - last.readAt;
  if (age >= 0 && age <= SHOWN_MS) return last;
  forgetLastList();
  return undefined;
}
