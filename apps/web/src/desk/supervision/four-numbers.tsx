import { Link } from '@tanstack/react-router';
import type { WatchFiguresView } from '../../client/api.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { scopeOf, type WatchList, type WatchSearch } from './watch-search.js';

interface NumbersProps {
  readonly figures: WatchFiguresView;
  readonly search: WatchSearch;
}

/** Each number leads to its list. */
export function FourNumbers({ figures, search }: NumbersProps) {
  const { open, beganThisMonth, endedThisMonth, red, redHigh, yellow, yellowNext } = figures;
  return (
    <div className="w4 mt3" role="group" aria-label={supervisionWords.numbers}>
      <Link to="/cases" search={{ status: 'running', ...scopeOf(search) }} className="card kpi">
        <span className="lb">{supervisionWords.open}</span>
        <b>{open}</b>
        <span className="s t3">{supervisionWords.openNote(beganThisMonth, endedThisMonth)}</span>
      </Link>
      <Behind list="red" search={search}>
        <span className="lb red">
          <i className="sq" />
          {supervisionWords.red}
        </span>
        <b className="red">{red}</b>
        <span className="s t2">{supervisionWords.redNote(redHigh)}</span>
      </Behind>
      <Behind list="yellow" search={search}>
        <span className="lb amb">
          <i className="tr" />
          {supervisionWords.yellow}
        </span>
        <b className="amb">{yellow}</b>
        <span className="s t3">{supervisionWords.yellowNote(yellowNext)}</span>
      </Behind>
      <Behind list="late" search={search}>
        <span className="lb">{supervisionWords.onTime}</span>
        <Rate rate={figures.onTimeRate} />
        <span className="s t3">
          {figures.ended === 0
            ? supervisionWords.noneEnded
            : supervisionWords.onTimeNote(figures.ended, figures.endedLate)}
        </span>
      </Behind>
    </div>
  );
}

const Rate = ({ rate }: { readonly rate: number | null }) => (
  <b>
    {rate === null ? '–' : rate.toFixed(1)}
    {rate !== null && <small>%</small>}
  </b>
);

interface BehindProps {
  readonly list: WatchList;
  readonly search: WatchSearch;
  readonly children: React.ReactNode;
}

function Behind({ list, search, children }: BehindProps) {
  const isOn = (search.list ?? 'red') === list;
  return (
    <Link
      to="/supervision"
      search={{ ...search, list }}
      className={isOn ? 'card kpi on' : 'card kpi'}
      aria-current={isOn ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
