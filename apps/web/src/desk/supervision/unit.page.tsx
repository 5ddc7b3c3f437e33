import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  supervisionFiguresOptions,
  supervisionUnitOptions,
  supervisionWatchedOptions,
  type WatchedUnitView,
} from '../../client/api.js';
import { ClockBadge } from '../../kit/clock-badge.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords, unitWords } from '../../words/supervision.words.js';
import { words } from '../../words/words.js';
import { Crumbs } from '../shell/crumbs.js';
import { Answer } from '../states/page-states.js';
import './supervision.css';
import { UnitPublications } from './unit-publications.js';
import { UnitSeats } from './unit-seats.js';
import { UnitTerms } from './unit-terms.js';

/** What of each color the page shows; the rest stands behind 「全部」. */
const SHOWN = 5;

/** 村页：one village in short, every card a door to its list. */
export function UnitPage() {
  const { unitId } = useParams({ from: '/supervision/units/$unitId' });
  const unit = useQuery(supervisionUnitOptions({ path: { id: unitId } }));
  const figures = useQuery(supervisionFiguresOptions({ query: { unitId } }));
  return (
    <main className="main">
      <Crumbs trail={[{ to: '/supervision', label: supervisionWords.watch }]} here={unit.data?.unitName} />
      <Answer query={unit}>
        {(read) => (
          <>
            <Head unit={read} />
            <div className="uv mt3">
              <Answer query={figures}>
                {(numbers) => (
                  <>
                    <Standing unitId={unitId} open={numbers.open} />
                    <UnitTerms figures={numbers} unitId={unitId} openOrders={read.openOrders} />
                  </>
                )}
              </Answer>
            </div>
            <div className="uh mt3">
              {read.publications && <UnitPublications unit={read} publications={read.publications} />}
              <Hanging unit={read} />
              <UnitSeats seats={read.seats} />
              <Told unit={read} />
            </div>
          </>
        )}
      </Answer>
    </main>
  );
}

interface UnitProps {
  readonly unit: WatchedUnitView;
}

const Head = ({ unit: { unitName, parentName, villageCode, figures } }: UnitProps) => (
  <div className="title wrap">
    <h1>{unitName}</h1>
    <span className="t2">
      <MetaLine facts={[parentName, ...figuresIn(figures)]} />
    </span>
    <span className="sp" />
    {villageCode !== null && (
      <>
        <a className="btn" href={`/villages/${villageCode}`} target="_blank" rel="noreferrer">
          {unitWords.board}
        </a>
        <a className="btn" href={`/villages/${villageCode}/powers`} target="_blank" rel="noreferrer">
          {unitWords.powers}
        </a>
      </>
    )}
  </div>
);

/** What was counted there; the rest is left out. */
const figuresIn = (figures: WatchedUnitView['figures']): string[] =>
  (['households', 'villagers18Plus', 'collectiveMembers', 'partyMembersVoting'] as const).flatMap((key) => {
    const many = figures[key];
    return many === null ? [] : [unitWords.figures[key](many)];
  });

/** Red ones, then yellow ones. */
function Standing({ unitId, open }: { readonly unitId: string; readonly open: number }) {
  const red = useQuery(supervisionWatchedOptions({ query: { color: 'red', unitId, limit: SHOWN } }));
  const yellow = useQuery(supervisionWatchedOptions({ query: { color: 'yellow', unitId, limit: SHOWN } }));
  return (
    <section className="card" aria-label={unitWords.standing(open)}>
      <div className="hd">
        <h2>{unitWords.standing(open)}</h2>
        <span className="sp" />
        <Link to="/cases" search={{ status: 'running', unitId }}>
          {unitWords.all}
        </Link>
      </div>
      <Answer query={red}>
        {(reds) => (
          <Answer query={yellow}>
            {(yellows) => {
              const rows = [...reds.items, ...yellows.items];
              if (rows.length === 0) return <Empty text={unitWords.nothingColored} />;
              return (
                <ul className="bd">
                  {rows.map(({ clock, caseId, caseTitle, taskName, holders }) => (
                    <li key={clock.id} className="line of3">
                      <div className="ell">
                        <Link to="/cases/$caseId" params={{ caseId }}>
                          {caseTitle}
                        </Link>
                        <div className="s t2">{taskName}</div>
                      </div>
                      <span className="ell">{holders[0]}</span>
                      <ClockBadge clock={clock} look="bare" />
                    </li>
                  ))}
                </ul>
              );
            }}
          </Answer>
        )}
      </Answer>
    </section>
  );
}

function Hanging({ unit: { unitId, hanging, hangingTotal } }: UnitProps) {
  return (
    <section className="card" aria-label={unitWords.hanging(hangingTotal)}>
      <div className="hd">
        <h2>{unitWords.hanging(hangingTotal)}</h2>
        <span className="sp" />
        <Link to="/inspection" search={{ unitId }}>
          {unitWords.inspect}
        </Link>
      </div>
      {hanging.length === 0 ? (
        <Empty text={unitWords.nothingHangs} />
      ) : (
        <ul className="bd">
          {hanging.map(({ id, title, to, daysLeft }) => (
            <li key={id} className="line of">
              <a className="ell" href={`/notices/${id}`} target="_blank" rel="noreferrer">
                {title}
              </a>
              <span className="s t3">{to !== null && unitWords.hangsTo(to, daysLeft ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Told({ unit: { alerts } }: UnitProps) {
  return (
    <section className="card" aria-label={unitWords.alerts}>
      <div className="hd">
        <h2>{unitWords.alerts}</h2>
        <span className="sp" />
        <Link to="/alerts" search={{}}>
          {unitWords.all}
        </Link>
      </div>
      {alerts.length === 0 ? (
        <Empty text={words.noAlerts} />
      ) : (
        <ul className="bd">
          {alerts.map(({ id, at, text, caseId, caseTitle }) => (
            <li key={id} className="line">
              <span className="due">{shownMoment(at, new Date())}</span>
              <div>
                {text}
                <div className="s">
                  <Link to="/cases/$caseId" params={{ caseId }}>
                    {caseTitle}
                  </Link>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
