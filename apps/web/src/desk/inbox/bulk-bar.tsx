import { Button, Dropdown } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { useSession } from '../../client/session.js';
import { inboxWords } from '../../words/inbox.words.js';
import { Failure } from '../states/failure.js';
import { rowsFor, useBulk, type BulkPanel, type BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

const UrgeDialog = lazy(async () => ({
  default: (await import('../supervision/urge-dialog.js')).UrgeDialog,
}));

interface BulkBarProps {
  readonly rows: readonly ListedRow[];
  readonly panel: BulkPanel | undefined;
  readonly onPanel: (panel: BulkPanel) => void;
  readonly onDone: (result: BulkResult) => void;
  readonly onLeave: () => void;
}

const ONCE = ['claim', 'release'] as const;
/** As many as the API takes at once. */
const URGES_MAX = 50;

/** What is done to all picked rows; each entry says to how many of them it can be done. */
export function BulkBar({ rows, panel, onPanel, onDone, onLeave }: BulkBarProps) {
  const bulk = useBulk(onDone);
  const [isUrging, urge] = useState(false);
  const { data: me } = useSession();
  const clockIds = me?.maySupervise ? urgedOf(rows) : [];
  const more = [
    ...ONCE.map((deed) => ({ key: deed, count: rows.filter(rowsFor[deed]).length })),
    { key: 'urge' as const, count: clockIds.length },
  ].filter(({ count }) => count > 0);
  const perform = (key: string) => {
    if (key === 'urge') urge(true);
    for (const deed of ONCE) if (deed === key) bulk.mutate({ deed, rows: rows.filter(rowsFor[deed]) });
  };
  return (
    <div className="bulk" role="toolbar" aria-label={inboxWords.bulk}>
      <b>{inboxWords.chosen(rows.length)}</b>
      <Failure error={bulk.error} />
      <span className="sp" />
      {(['approve', 'hand-over'] as const).map((deed) => (
        <Button
          key={deed}
          type={panel === deed ? 'primary' : 'default'}
          aria-pressed={panel === deed}
          onClick={() => onPanel(deed)}
        >
          {inboxWords.bulkResult[deed]}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ key, count }) => ({ key, label: inboxWords.bulkDeeds[key](count) })),
            onClick: ({ key }) => perform(key),
          }}
        >
          <Button loading={bulk.isPending}>{inboxWords.moreDeeds}</Button>
        </Dropdown>
      )}
      <Button type="link" onClick={onLeave}>
        {inboxWords.cancel}
      </Button>
      <Suspense>{isUrging && <UrgeDialog clockIds={clockIds} onClose={() => urge(false)} />}</Suspense>
    </div>
  );
}

/** Clocks that run: of what waits without a term, or stands still, nobody can be urged. */
const urgedOf = (rows: readonly ListedRow[]): string[] =>
  rows.flatMap(({ clock }) => (clock?.state === 'running' ? clock.id : [])).slice(0, URGES_MAX);
