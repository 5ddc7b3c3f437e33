import { Link } from '@tanstack/react-router';
import type { WatchFiguresView } from '../../client/api.js';
import { unitWords } from '../../words/supervision.words.js';

interface TermsProps {
  readonly figures: WatchFiguresView;
  readonly unitId: string;
  readonly openOrders: number;
}

/** How a unit keeps its terms; a number leads to its list. */
export function UnitTerms({ figures, unitId, openOrders }: TermsProps) {
  const { year, ended, endedLate, onTimeRate, red, yellow } = figures;
  const onTime = ended - endedLate;
  return (
    <section className="card" aria-label={unitWords.terms(year)}>
      <div className="hd">
        <h2>{unitWords.terms(year)}</h2>
      </div>
      <dl className="para bd">
        <dt>{unitWords.ended}</dt>
        <dd>{unitWords.pieces(ended)}</dd>
        <dt>{unitWords.onTime}</dt>
        <dd>{onTimeRate === null ? '–' : unitWords.rate(onTime, onTimeRate.toFixed(1))}</dd>
        <dt>{unitWords.late}</dt>
        <dd>
          <Link to="/supervision" search={{ list: 'late', unitId }}>
            {unitWords.pieces(endedLate)}
          </Link>
        </dd>
        <dt>{unitWords.red}</dt>
        <dd>
          <Link to="/supervision" search={{ list: 'red', unitId }} className={red > 0 ? 'late' : undefined}>
            {unitWords.pieces(red)}
          </Link>
        </dd>
        <dt>{unitWords.yellow}</dt>
        <dd>
          <Link to="/supervision" search={{ list: 'yellow', unitId }}>
            {unitWords.pieces(yellow)}
          </Link>
        </dd>
        <dt>{unitWords.orders}</dt>
        <dd>
          <Link to="/orders" search={{ unitId }}>
            {unitWords.sheets(openOrders)}
          </Link>
        </dd>
      </dl>
    </section>
  );
}
