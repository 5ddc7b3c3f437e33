import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { InboxRowView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Chip, WallChip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { yuanOf } from '../../kit/money.js';
import { partWords } from '../../words/part.words.js';
import { inboxWords } from '../../words/inbox.words.js';

interface InboxRowProps {
  readonly row: InboxRowView;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  readonly isGone: boolean;
  readonly onOpen: () => void;
  readonly onPick: () => void;
}

/** Two lines: the clock with its moment, the matter with village and step, and what one should know before opening it. */
export function InboxRow({ row, isActive, isPicked, isGone, onOpen, onPick }: InboxRowProps) {
  const looks = ['it', isActive && 'act', isPicked && 'picked', row.read && 'rd0', isGone && 'gone'];
  return (
    <div
      className={looks.filter(Boolean).join(' ')}
      role="listitem"
      aria-current={isActive || undefined}
      onClick={onOpen}
    >
      <span onClick={(event) => event.stopPropagation()}>
        <Checkbox
          checked={isPicked}
          disabled={isGone}
          onChange={onPick}
          aria-label={inboxWords.select(row.caseTitle)}
        />
      </span>
      <div>
        <ClockBadge clock={row.clock} />
        <div>
          <DueLine clock={row.clock} />
        </div>
      </div>
      <div className="ell">
        <Link
          className="nm ell"
          to="/tasks/$taskId"
          params={{ taskId: row.id }}
          onClick={(event) => event.stopPropagation()}
        >
          {row.caseTitle}
        </Link>
        <div className="sub">
          <MetaLine facts={isGone ? [partWords.gone] : [row.unitName, row.name]} />
        </div>
      </div>
      <div className="end">
        <span>{row.amountFen === null ? '\u00a0' : yuanOf(row.amountFen)}</span>
        <RowFlags row={row} />
      </div>
    </div>
  );
}

/** The most telling one: a row has room for one. */
function RowFlags({ row: { flags, heldBy } }: { readonly row: InboxRowView }) {
  const flag = flags[0];
  if (!flag) return <span>{heldBy}</span>;
  switch (flag.kind) {
    case 'walled':
      return <WallChip text={flag.text} />;
    case 'resubmitted':
      return <Chip tone="amber">{flag.text}</Chip>;
    case 'supervised':
      return <Chip>{flag.text}</Chip>;
    case 'heard':
    case 'acting':
      return <span>{flag.text}</span>;
  }
}
