import { Button } from 'antd';
import { shownMoment } from '../../kit/moment.js';
import { inboxWords } from '../../words/inbox.words.js';
import { BulkRows } from './bulk-rows.js';
import type { BulkOutcome, BulkResult } from './use-bulk.js';

interface ResultsProps {
  readonly result: BulkResult;
  readonly onBack: () => void;
}

/** What became of each row: those that were refused first, with the reason. */
export function BulkResults({ result, onBack }: ResultsProps) {
  return (
    <>
      <div className="pv-h">
        <h2 className="h1">{inboxWords.bulkResult[result.deed]}</h2>
      </div>
      <div className="pv-b" role="status">
        <Outcomes result={result} />
        <div>
          <Button onClick={onBack}>{inboxWords.backToList}</Button>
        </div>
      </div>
    </>
  );
}

/** The same below another bulk. */
export const LastBulk = ({ result }: { readonly result: BulkResult }) => (
  <section className="col g3" aria-label={inboxWords.lastBulk}>
    <h2 className="row">
      {inboxWords.lastBulk}
      <span className="s t3">
        {shownMoment(result.at.toISOString(), new Date())} {inboxWords.bulkResult[result.deed]}
      </span>
    </h2>
    <Outcomes result={result} />
  </section>
);

function Outcomes({ result: { outcomes } }: { readonly result: BulkResult }) {
  const told = (results: readonly BulkOutcome['result'][]) =>
    outcomes
      .filter(({ result }) => results.includes(result))
      .map(({ row, reason }) => ({ row, text: reason }));
  return (
    <>
      <BulkRows title={inboxWords.notDone} icon="refused" tone="red" rows={told(['refused'])} />
      <BulkRows title={inboxWords.inWork} icon="clock" tone="t3" rows={told(['pending'])} />
      <BulkRows title={inboxWords.isDone} icon="ok" tone="grn" rows={told(['ok'])} />
    </>
  );
}
