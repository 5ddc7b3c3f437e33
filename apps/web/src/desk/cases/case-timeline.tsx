import { Fragment } from 'react';
import type { TimelineFieldView, TimelineItemView } from '../../client/api.js';
import { shownMoment } from '../../kit/moment.js';
import { Timeline, type TimelineEntry } from '../../kit/timeline.js';
import { words } from '../../words/words.js';

/** What happened to the case, as the reader may know it; what was entered is folded away. */
export const CaseTimeline = ({ items }: { readonly items: readonly TimelineItemView[] }) => (
  <Timeline entries={items.map(entryOf)} />
);

const entryOf = (item: TimelineItemView, index: number): TimelineEntry => ({
  key: String(index),
  time: shownMoment(item.at, new Date()),
  tone: toneOf(item),
  what: item.actor ? `${item.actor.name} ${item.text}` : item.text,
  sub: (item.detail || item.fields?.length) && (
    <>
      {item.detail}
      {item.fields && item.fields.length > 0 && <Fields fields={item.fields} />}
    </>
  ),
});

function toneOf({ kind, isLate, actor }: TimelineItemView): TimelineEntry['tone'] {
  if (kind === 'alert') return isLate ? 'late' : 'warn';
  if (kind === 'returned' || kind === 'urged' || kind === 'incident') return 'warn';
  if (isLate) return 'ldn';
  return kind === 'opened' ? 'sys' : actor ? 'ok' : 'sys';
}

function Fields({ fields }: { readonly fields: readonly TimelineFieldView[] }) {
  return (
    <details>
      <summary>{words.entered}</summary>
      <dl className="kv">
        {fields.map(({ key, title, value }) => (
          <Fragment key={key}>
            <dt>{title}</dt>
            <dd>{textOf(value)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return String(value ?? '');
}
