import { inboxWords } from '../../words/inbox.words.js';
import { BulkApprove } from './bulk-approve.js';
import { BulkHandOver } from './bulk-hand-over.js';
import { LastBulk } from './bulk-results.js';
import type { BulkPanel, BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

interface BulkSideProps {
  readonly panel: BulkPanel;
  readonly rows: readonly ListedRow[];
  readonly result: BulkResult | undefined;
  readonly onDone: (result: BulkResult) => void;
  readonly onBack: () => void;
}

const panels = { approve: BulkApprove, 'hand-over': BulkHandOver } as const;

/** What is about to be done to the picked rows, and below it what became of the last ones. */
export function BulkSide({ panel, rows, result, onDone, onBack }: BulkSideProps) {
  const Panel = panels[panel];
  return (
    <>
      <div className="pv-h">
        <h2 className="h1">{inboxWords.bulkOf(inboxWords.bulkResult[panel], rows.length)}</h2>
      </div>
      <div className="pv-b">
        <Panel rows={rows} onDone={onDone} onBack={onBack} />
        {result && <LastBulk result={result} />}
      </div>
    </>
  );
}
