import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { inboxWords } from '../../words/inbox.words.js';
import { InboxRow } from './inbox-row.js';
import { HEAD_HEIGHT, ROW_HEIGHT, type Line } from './list-lines.js';
import type { ListedRow } from './use-inbox.js';

interface InboxListProps {
  readonly lines: readonly Line<ListedRow>[];
  readonly active: string | undefined;
  readonly picked: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly onOpen: (row: ListedRow) => void;
  readonly onPick: (row: ListedRow) => void;
  /** The end is near: more is wanted. */
  readonly onEnd: () => void;
}

const BEYOND = 8;

/** Only the rows in sight are drawn, however many there are. */
export function InboxList({ lines, active, picked, gone, onOpen, onPick, onEnd }: InboxListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]!.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => lines[index]!.key,
    overscan: BEYOND,
  });
  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= lines.length - BEYOND;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, lines.length, onEnd]);
  const at = lines.findIndex(({ key }) => key === active);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div className="ib-list" ref={scroller} data-scroll-restoration-id="inbox">
      <div
        role="list"
        aria-label={inboxWords.list}
        className="ib-room"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => (
          <div
            key={key}
            role="presentation"
            className="ib-at"
            style={{ transform: `translateY(${start}px)` }}
          >
            <LineView line={lines[index]!} {...{ active, picked, gone, onOpen, onPick }} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface LineViewProps extends Omit<InboxListProps, 'lines' | 'onEnd'> {
  readonly line: Line<ListedRow>;
}

function LineView({ line, active, picked, gone, onOpen, onPick }: LineViewProps) {
  if (line.kind === 'head')
    return (
      <div className="gh" role="listitem">
        <b>{line.title}</b>
        <span>{inboxWords.count(line.count)}</span>
      </div>
    );
  const { row } = line;
  return (
    <InboxRow
      row={row}
      isActive={row.id === active}
      isPicked={picked.has(row.id)}
      isGone={gone.has(row.id)}
      onOpen={() => onOpen(row)}
      onPick={() => onPick(row)}
    />
  );
}
