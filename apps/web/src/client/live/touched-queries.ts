import type { LiveTold } from './live-news.js';

/** Beginnings of the operations whose answers a topic may change; of a topic that is not here all may have changed. */
const operationsOf: Readonly<Record<string, readonly string[]>> = {
  'user-task': [
    'userTasks',
    'cases',
    'caseHistory',
    'deadlines',
    'inbox',
    'ownCounts',
    'drafts',
    'filesOfCase',
    'supervision',
    'orders',
    'inspection',
  ],
  case: [
    'cases',
    'caseHistory',
    'caseObjections',
    'caseComments',
    'userTasks',
    'deadlines',
    'incidents',
    'inbox',
    'ownCounts',
    'copies',
    'drafts',
    'filesOfCase',
    'ledgers',
    'supervision',
    'orders',
    'urges',
    'inspection',
  ],
  alert: ['alerts', 'ownCounts', 'caseHistory', 'supervision', 'orders'],
  notice: [
    'notices',
    'cases',
    'caseHistory',
    'caseObjections',
    'public',
    'inspection',
    'noticeReviews',
    'supervisionUnit',
  ],
  notification: ['notifications'],
  message: ['messages', 'caseObjections'],
};

/** Asked of a place by its id: news of any case may be of there. */
const ofPlaces: readonly string[] = ['supervisionUnit'];

/** The first part of a key as the generated client makes it. */
interface Asked {
  readonly _id?: unknown;
  readonly path?: { readonly id?: unknown };
}

/**
 * Whether the answer under a query's key may be another one now. What was asked of one thing by its id is touched by news of
 * that thing, or of its case; lists by news of their topic.
 */
export function touches({ reset, items }: LiveTold): (queryKey: readonly unknown[]) => boolean {
  if (reset) return () => true;
  return ([first]) => {
    const { _id, path } = (typeof first === 'object' ? (first ?? {}) : {}) as Asked;
    if (typeof _id !== 'string') return false;
    return items.some(({ topic, id, caseId }) => {
      const operations = operationsOf[topic];
      if (operations && !operations.some((beginning) => _id.startsWith(beginning))) return false;
      return path?.id === undefined || path.id === id || path.id === caseId || ofPlaces.includes(_id);
    });
  };
}
