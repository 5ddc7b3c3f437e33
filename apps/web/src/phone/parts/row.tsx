import { To } from './to.js';
import type { ClockBadgeView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';

interface RowProps {
  readonly to: `/${string}`;
  readonly clock: ClockBadgeView | null;
  readonly title: string;
  readonly facts: readonly React.ReactNode[];
  readonly isGone?: boolean;
  readonly isRead?: boolean;
}

/** The clock with its moment first, then the matter, then the step; the whole row is the link. */
export const Row = ({ to, clock, title, facts, isGone = false, isRead = false }: RowProps) => (
  <To to={to} className={['ph-row', isGone && 'gone', isRead && 'rd0'].filter(Boolean).join(' ')}>
    {clock && (
      <div className="row wrap g1">
        <ClockBadge clock={clock} />
        <span className="sp" />
        <DueLine clock={clock} />
      </div>
    )}
    <div className="t">{title}</div>
    <div className="d">
      <MetaLine facts={facts} />
    </div>
  </To>
);
