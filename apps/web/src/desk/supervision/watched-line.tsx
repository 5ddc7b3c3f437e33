import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { WatchedCaseView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords } from '../../words/supervision.words.js';

interface LineProps {
  readonly row: WatchedCaseView;
  readonly isPicked: boolean;
  readonly onPick: () => void;
  readonly onUrge: () => void;
  readonly onOrder: () => void;
}

/** How many names stand in a line. */
const NAMES_MAX = 3;

export function WatchedLine({ row, isPicked, onPick, onUrge, onOrder }: LineProps) {
  const { caseId, caseTitle, unitName, taskName, holders, clock } = row;
  return (
    <div className="al">
      <Checkbox
        checked={isPicked}
        disabled={!row.mayUrge}
        onChange={onPick}
        aria-label={supervisionWords.select(caseTitle)}
      />
      <div className="ell0">
        <div className="row">
          <Link className="nm ell" to="/cases/$caseId" params={{ caseId }}>
            {caseTitle}
          </Link>
          <span className="sp" />
          <ClockBadge clock={clock} look="bare" />
        </div>
        <div className="row">
          <span className="t2 line2">
            <MetaLine facts={[unitName, taskName, holders.slice(0, NAMES_MAX).join('、')]} />
          </span>
          <span className="sp" />
          <DueLine clock={clock} />
        </div>
        <div className="ld">
          <Ladder row={row} />
          <span className="sp" />
          <Actions row={row} onUrge={onUrge} onOrder={onOrder} />
        </div>
      </div>
    </div>
  );
}

/** How far the word has gone up, and when it goes on. */
function Ladder({ row: { rungs, rungsReached, color, lastRung, nextRung } }: Pick<LineProps, 'row'>) {
  const steps = Array.from({ length: rungs + 1 }, (_, at) => color === 'red' && at <= rungsReached);
  const next = nextRung && supervisionWords.willTell(shownMoment(nextRung.at, new Date()), nextRung.who);
  const told = lastRung && lastRung.rung > 0 && supervisionWords.told(lastRung.who);
  return (
    <>
      <span className="lad" role="img" aria-label={supervisionWords.ladder(rungsReached)}>
        {steps.map((isReached, at) => (
          <i key={at} className={isReached ? 'x' : undefined} />
        ))}
      </span>
      {nextRung === null ? told : next}
    </>
  );
}

function Actions({ row, onUrge, onOrder }: Pick<LineProps, 'row' | 'onUrge' | 'onOrder'>) {
  const { order, urges, mayUrge, mayIssueOrder } = row;
  if (order)
    return (
      <Link to="/orders/$caseId" params={{ caseId: order.caseId }}>
        {order.step === null
          ? `${order.number} ${supervisionWords.closed}`
          : supervisionWords.waitsFor(order.number, order.step)}
      </Link>
    );
  return (
    <span className="act">
      {urges > 0 && <span className="t3">{supervisionWords.urged(urges)}</span>}
      {mayUrge && (
        <button type="button" className="lk" onClick={onUrge}>
          {supervisionWords.urge}
        </button>
      )}
      {mayIssueOrder && (
        <button type="button" className="lk" onClick={onOrder}>
          {supervisionWords.issue}
        </button>
      )}
    </span>
  );
}
