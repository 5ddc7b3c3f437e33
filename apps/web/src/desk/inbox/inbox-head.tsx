import { Button, Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import type { InboxCountsView, InboxRowView } from '../../client/api.js';
import { inboxWords } from '../../words/inbox.words.js';
import { navWords } from '../../words/nav.words.js';
import { ExportLink } from '../states/export-link.js';
import { InboxFilters } from './inbox-filters.js';
import { filterOf, isFiltered, type InboxSearch, type ListView, type Tone } from './inbox-search.js';

interface InboxHeadProps {
  readonly search: InboxSearch;
  readonly counts: InboxCountsView | undefined;
  readonly rows: readonly InboxRowView[];
  /** Sunday of this week, 「2026-11-29」. */
  readonly weekEnd: string;
  readonly finder: Ref<InputRef>;
  readonly onSave: () => void;
  readonly onChange: (search: InboxSearch) => void;
}

const titles: Readonly<Record<ListView, string>> = {
  todo: navWords.inbox,
  claimable: navWords.toClaim,
  claimed: inboxWords.claimed,
  done: navWords.done,
};

/** The name of the list, how much is in it, and what it can be narrowed by. */
export function InboxHead(props: InboxHeadProps) {
  const { search, counts, rows, finder, onSave, onChange } = props;
  const view = search.view ?? 'todo';
  const total = { todo: counts?.todo, claimable: counts?.claimable }[view as 'todo' | 'claimable'];
  return (
    <div className="ib-h">
      <div className="row">
        <h1>{titles[view]}</h1>
        {total !== undefined && <span className="t3 nw">{inboxWords.count(total)}</span>}
        <span className="sp" />
        <Input
          ref={finder}
          key={search.q}
          size="small"
          className="ib-find"
          aria-label={inboxWords.find}
          placeholder={inboxWords.find}
          defaultValue={search.q}
          maxLength={100}
          allowClear
          onClear={() => onChange({ ...search, q: undefined })}
          onPressEnter={({ currentTarget, nativeEvent }) => {
            if (!nativeEvent.isComposing) onChange({ ...search, q: currentTarget.value.trim() || undefined });
          }}
        />
        <ExportLink of="user-tasks" query={{ ...filterOf(search) }} isEmpty={rows.length === 0} />
        {isFiltered(search) && (
          <Button type="link" size="small" onClick={onSave}>
            {inboxWords.saveView}
          </Button>
        )}
      </div>
      <div className="filters mt2">
        {view === 'done' ? null : <ToneChips {...props} />}
        <span className="sp" />
        <InboxFilters search={search} counts={counts} rows={rows} onChange={onChange} />
      </div>
    </div>
  );
}

interface ChipOf {
  readonly tone?: Tone;
  readonly dueBy?: string;
  readonly label: string;
  readonly count: number | undefined;
}

function ToneChips({ search, counts, weekEnd, onChange }: InboxHeadProps) {
  const isTodo = search.view === undefined;
  const chips: ChipOf[] = [
    { label: inboxWords.all, count: isTodo ? counts?.todo : counts?.claimable },
    { label: inboxWords.late, tone: 'late', count: isTodo ? counts?.late : undefined },
    { label: inboxWords.warn, tone: 'warn', count: isTodo ? counts?.warn : undefined },
    { label: inboxWords.thisWeek, dueBy: weekEnd, count: isTodo ? counts?.thisWeek : undefined },
  ];
  return chips.map(({ tone, dueBy, label, count }) => {
    const isOn = search.tone === tone && search.dueBy === dueBy;
    const text = [label, count].filter((part) => part !== undefined).join(' ');
    return (
      <button
        key={label}
        type="button"
        className={['fchip', tone, isOn && 'on'].filter(Boolean).join(' ')}
        aria-pressed={isOn}
        onClick={() => onChange({ ...search, tone, dueBy })}
      >
        {tone ? <span className={`clk ${tone} bare`}>{text}</span> : text}
      </button>
    );
  });
}
