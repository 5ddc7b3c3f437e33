import { Suspense, lazy } from 'react';
import { Empty } from '../../kit/empty.js';
import { inboxWords } from '../../words/inbox.words.js';
import type { BulkPanel, BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

/** Comes with the first row that is looked at: the list is there before. */
const Preview = lazy(async () => ({ default: (await import('./preview.js')).Preview }));

/** These come with the first bulk. */
const BulkResults = lazy(async () => ({ default: (await import('./bulk-results.js')).BulkResults }));
const BulkSide = lazy(async () => ({ default: (await import('./bulk-side.js')).BulkSide }));

interface InboxSideProps {
  readonly rows: readonly ListedRow[];
  readonly picked: readonly ListedRow[];
  readonly taskId: string | undefined;
  readonly panel: BulkPanel | undefined;
  /** Of the last bulk, until a row is looked at. */
  readonly result: BulkResult | undefined;
  readonly onDone: (result: BulkResult) => void;
  readonly onBack: () => void;
}

/** The preview beside the list, or what is about to be done to the picked rows. */
export const InboxSide = (props: InboxSideProps) => (
  <section
    className={isOver(props) ? 'ib-r over' : 'ib-r'}
    aria-label={props.panel ? inboxWords.bulk : inboxWords.preview}
  >
    <Suspense>
      <Shown {...props} />
    </Suspense>
  </section>
);

/** What was asked for lies over the list where there is no room beside it; a preview is a page of its own there. */
const isOver = ({ panel, picked, result }: InboxSideProps): boolean =>
  (panel !== undefined && picked.length > 0) || result !== undefined;

function Shown({ rows, picked, taskId, panel, result, onDone, onBack }: InboxSideProps) {
  if (panel && picked.length > 0) return <BulkSide {...{ panel, result, onDone, onBack }} rows={picked} />;
  if (result) return <BulkResults result={result} onBack={onBack} />;
  if (taskId === undefined) return <Empty text={inboxWords.chooseOne} />;
  return <Preview taskId={taskId} facts={rows.find(({ id }) => id === taskId)?.summary ?? []} key={taskId} />;
}
