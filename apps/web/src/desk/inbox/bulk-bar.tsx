import { Button } from 'antd';
import { inboxWords } from '../../words/inbox.words.js';
import { rowsFor, useBulk, type BulkDeed, type BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

interface BulkBarProps {
  readonly rows: readonly ListedRow[];
  readonly onDone: (result: BulkResult) => void;
  readonly onLeave: () => void;
}

const DEEDS: readonly BulkDeed[] = ['claim', 'release'];

/** What is done to all picked rows; each button says to how many of them it can be done. */
export function BulkBar({ rows, onDone, onLeave }: BulkBarProps) {
  const bulk = useBulk(onDone);
  return (
    <div className="bulk" role="toolbar" aria-label={inboxWords.bulk}>
      <b>{inboxWords.chosen(rows.length)}</b>
      <span className="sp" />
      {DEEDS.map((deed) => {
        const possible = rows.filter(rowsFor[deed]);
        if (possible.length === 0) return null;
        return (
          <Button key={deed} loading={bulk.isPending} onClick={() => bulk.mutate({ deed, rows: possible })}>
            {inboxWords.bulkDeeds[deed](possible.length)}
          </Button>
        );
      })}
      <Button type="link" onClick={onLeave}>
        {inboxWords.cancel}
      </Button>
    </div>
  );
}
