import type { QueryClient } from '@tanstack/react-query';
import {
  inboxCountsOptions,
  notificationsUnreadOptions,
  userTasksReadOptions,
  type InboxCountsView,
  type KeptDraftView,
  type MeView,
  type NotificationsUnreadResponse,
  type UserTaskDetailView,
  type UserTasksListResponse,
} from '../../client/api.js';
import { rememberCsrfToken } from '../../client/configure-api.js';
import { SESSION_KEY } from '../../client/session.js';
import { INBOX_PAGE, wholeInbox } from '../inbox/use-phone-inbox.js';

/** What a page of the phone begins with, each as the API answers it; the server sends it along with the page. */
export type FirstAnswers = ListAnswers | TaskAnswers;

interface ListAnswers {
  readonly me: MeView;
  readonly list: UserTasksListResponse;
  readonly counts: InboxCountsView;
  readonly unread: NotificationsUnreadResponse;
}

interface TaskAnswers {
  readonly me: MeView;
  readonly task: UserTaskDetailView;
  readonly draft: KeptDraftView;
}

type Questions = Readonly<Record<string, string>>;

const TASK = /^\/m\/tasks\/([0-9a-f-]{36})\/?$/;
const LIST = /^\/m\/inbox\/?$/;

const LIST_QUESTIONS = {
  me: '/api/session',
  list: `/api/user-tasks?view=todo&limit=${INBOX_PAGE}`,
  counts: '/api/inbox/counts',
  unread: '/api/notifications/unread-count',
} satisfies Record<keyof ListAnswers, string>;

const taskQuestions = (id: string): Questions =>
  ({
    me: '/api/session',
    task: `/api/user-tasks/${id}`,
    draft: `/api/user-tasks/${id}/draft`,
  }) satisfies Record<keyof TaskAnswers, string>;

/** What the API is asked for a page, by the name of its answer; null where a page is sent without. `address`: path and query. */
export function questionsOf(address: string): Questions | null {
  const task = TASK.exec(address)?.[1];
  if (task !== undefined) return taskQuestions(task);
  return LIST.test(address) ? LIST_QUESTIONS : null;
}

/** The part of the build that a page needs beside what every page begins with; null: none. */
export const partOf = (address: string): string | null =>
  TASK.test(address) ? 'src/phone/task/task.page.tsx' : null;

/** As if the page had asked for it itself, at `at` (epoch ms). */
export function takeAnswers(client: QueryClient, answers: FirstAnswers, at: number): void {
  const { me } = answers;
  rememberCsrfToken(me.csrfToken);
  const told = { updatedAt: at };
  client.setQueryData(SESSION_KEY, me, told);
  if ('task' in answers)
    client.setQueryData(userTasksReadOptions({ path: { id: answers.task.id } }).queryKey, answers.task, told);
  else {
    client.setQueryData(
      wholeInbox().queryKey,
      { pages: [answers.list], pageParams: [wholeInbox().initialPageParam] },
      told,
    );
    client.setQueryData(inboxCountsOptions().queryKey, answers.counts, told);
    client.setQueryData(notificationsUnreadOptions().queryKey, answers.unread, told);
  }
}
