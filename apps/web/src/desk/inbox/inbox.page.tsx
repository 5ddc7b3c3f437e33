import { useNavigate, useSearch } from '@tanstack/react-router';
import type { InputRef } from 'antd';
import { Suspense, lazy, useMemo, useRef, useState } from 'react';
import { dayOf } from '../../kit/moment.js';
import { BulkBar } from './bulk-bar.js';
import { weekEndOf } from './due-groups.js';
import { InboxBody } from './inbox-body.js';
import { InboxHead } from './inbox-head.js';
import { filterOf, type InboxSearch } from './inbox-search.js';
import { InboxSide } from './inbox-side.js';
import type { BulkPanel, BulkResult } from './use-bulk.js';
import { KeyHints } from './key-hints.js';
import './inbox.css';
import { useInbox, useReadMarks, type ListedRow } from './use-inbox.js';
import { useInboxKeys } from './use-inbox-keys.js';

const SaveView = lazy(async () => ({ default: (await import('./save-view.js')).SaveView }));

/** Below this the preview has no room beside the list: a row opens its page. */
const PREVIEW_FROM = '(min-width: 1200px)';

/** 待办 and the other lists of one's own work; another filter is another list, which begins at its top. */
export function InboxPage() {
  const search = useSearch({ from: '/inbox' });
  return <Inbox search={search} key={JSON.stringify(filterOf(search))} />;
}

interface Moves {
  readonly search: InboxSearch;
  readonly rows: readonly ListedRow[];
  readonly picked: ReadonlySet<string>;
  readonly onOpen: (row: ListedRow) => void;
}

/** What can be done with the rows, by mouse and by key; every move is an address. */
function useMoves({ search, rows, picked, onOpen }: Moves) {
  const navigate = useNavigate({ from: '/inbox' });
  const change = (next: InboxSearch) => void navigate({ search: next, replace: true });
  const handle = (taskId: string | undefined) => {
    if (taskId !== undefined) void navigate({ to: '/tasks/$taskId', params: { taskId } });
  };
  const open = (row: ListedRow | undefined) => {
    if (!row) return;
    onOpen(row);
    if (window.matchMedia(PREVIEW_FROM).matches) change({ ...search, task: row.id });
    else handle(row.id);
  };
  const pick = (id: string | undefined) => {
    if (id === undefined) return;
    const next = picked.has(id) ? [...picked].filter((one) => one !== id) : [...picked, id];
    change({ ...search, picked: next.length > 0 ? next : undefined });
  };
  const step = (by: number) => {
    const at = rows.findIndex(({ id }) => id === search.task);
    open(rows[at < 0 ? 0 : at + by]);
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    x: () => pick(search.task),
    Enter: () => handle(search.task),
  };
  return { change, open, pick, keys };
}

/** What is about to be done to many rows, and what became of the last ones. */
interface BulkStanding {
  readonly panel?: BulkPanel;
  readonly result?: BulkResult;
}

function useBulkStanding() {
  const [{ result, panel }, set] = useState<BulkStanding>({});
  return {
    result,
    panel,
    onPanel: (next: BulkPanel) => set({ result, panel: next }),
    onDone: (next: BulkResult) => set({ result: next }),
    reset: () => set({}),
  };
}

function Inbox({ search }: { readonly search: InboxSearch }) {
  const finder = useRef<InputRef>(null);
  const [isSaving, setSaving] = useState(false);
  const { reset, ...bulk } = useBulkStanding();
  const { query, counts, held } = useInbox(search);
  const markRead = useReadMarks();
  const picked = useMemo(() => new Set(search.picked), [search.picked]);
  const onOpen = (row: ListedRow) => {
    markRead(row);
    reset();
  };
  const pickedRows = held.rows.filter(({ id }) => picked.has(id));
  const { change, open, pick, keys } = useMoves({ search, rows: held.rows, picked, onOpen });
  useInboxKeys({ ...keys, '/': () => finder.current?.focus() });
  return (
    <main className="main flush">
      <div className="ib">
        <div className="ib-l">
          <InboxHead
            search={search}
            counts={counts}
            rows={held.rows}
            weekEnd={weekEndOf(dayOf(new Date()))}
            finder={finder}
            onSave={() => setSaving(true)}
            onChange={(next) => change({ ...next, picked: undefined })}
          />
          <InboxBody
            {...{ search, query, held, picked, counts }}
            onOpen={open}
            onPick={({ id }) => pick(id)}
          />
          <Below
            rows={pickedRows}
            isPicking={picked.size > 0}
            {...bulk}
            onLeave={() => change({ ...search, picked: undefined })}
          />
        </div>
        <InboxSide rows={held.rows} picked={pickedRows} taskId={search.task} {...bulk} onBack={reset} />
      </div>
      <Suspense>{isSaving && <SaveView search={search} onClose={() => setSaving(false)} />}</Suspense>
    </main>
  );
}

interface BelowProps extends React.ComponentProps<typeof BulkBar> {
  readonly isPicking: boolean;
}

/** What can be done with the picked rows; while none is picked, by which keys. */
const Below = ({ isPicking, ...bar }: BelowProps) => (isPicking ? <BulkBar {...bar} /> : <KeyHints />);
