import { Suspense, lazy } from 'react';
import { Empty } from '../../kit/empty.js';
import { inboxWords } from '../../words/inbox.words.js';
import type { BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

/** Comes with the first row that is looked at: the list is there before. */
const Preview = lazy(async () => ({ default: (await import('./preview.js')).Preview }));

/** Comes with the first bulk. */
const BulkResults = lazy(async () => ({ default: (await import('./bulk-results.js')).BulkResults }));

interface InboxSideProps {
  readonly rows: readonly ListedRow[];
  readonly taskId: string | undefined;
  /** Of the last bulk, until a row is looked at. */
  readonly result: BulkResult | undefined;
}

/** The preview beside the list. */
export const InboxSide = ({ rows, taskId, result }: InboxSideProps) => (
  <section className="ib-r" aria-label={inboxWords.preview}>
    {result ? (
      <Suspense>
        <BulkResults result={result} />
      </Suspense>
    ) : taskId === undefined ? (
      <Empty text={inboxWords.chooseOne} />
    ) : (
      <Suspense>
        <Preview taskId={taskId} facts={rows.find(({ id }) => id === taskId)?.summary ?? []} key={taskId} />
      </Suspense>
    )}
  </section>
);
