import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { inspectionDutiesInfiniteOptions, type DutyView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip, type ChipTone } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { dayOf, shownDay, shownMoment } from '../../kit/moment.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { ExportLink } from '../states/export-link.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { askedDuties, isNarrowed, timeOf, type InspectionSearch } from './inspection-search.js';
import { UrgeDialog } from './urge-dialog.js';

/** What the API takes at once. */
const URGES_MAX = 50;
const tones: Readonly<Record<DutyView['state'], ChipTone>> = {
  overdue: 'red',
  stuck: 'red',
  late: 'amber',
  open: 'blue',
  published: 'green',
};

interface ListProps {
  readonly search: InspectionSearch;
  readonly mayUrge: boolean;
}

/** The publications behind a number or a cell: where each stands, and what can be done. */
export function DutyList({ search, mayUrge }: ListProps) {
  const asked = askedDuties(search);
  const query = useInfiniteQuery({
    ...inspectionDutiesInfiniteOptions({ query: asked }),
    ...nextPage,
    initialPageParam: { query: asked },
  });
  const [urged, setUrged] = useState<readonly string[]>();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const owed = rows.flatMap(({ state, clockId }) => (isOwed(state) && clockId !== null ? [clockId] : []));
  return (
    <section className="card mt3" aria-label={inspectionWords.list}>
      <div className="hd">
        <h2>{headOf(search)}</h2>
        <span className="sp" />
        <ExportLink of="duties" query={{ ...asked }} isEmpty={rows.length === 0} />
        {mayUrge && owed.length > 0 && (
          <Button type="primary" onClick={() => setUrged(owed.slice(0, URGES_MAX))}>
            {inspectionWords.urgeAll(Math.min(owed.length, URGES_MAX))}
          </Button>
        )}
      </div>
      <Answer query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty text={inspectionWords.notHere} action={<ToAll search={search} />} />
          ) : (
            <ul className="bd">
              {rows.map((row) => (
                <Line key={row.id} row={row} tab={search.tab} {...(mayUrge && { onUrge: setUrged })} />
              ))}
            </ul>
          )
        }
      </Answer>
      <MoreRows query={query} />
      {urged && <UrgeDialog clockIds={urged} onClose={() => setUrged(undefined)} />}
    </section>
  );
}

/** Everything of the time that was chosen; of all time where that is shown already. */
const ToAll = ({ search }: { readonly search: InspectionSearch }) => (
  <Link
    to="/inspection"
    search={isNarrowed(search) || search.tab !== undefined ? timeOf(search) : {}}
    className="btn"
  >
    {inspectionWords.clear}
  </Link>
);

const isOwed = (state: DutyView['state']): boolean => state === 'overdue' || state === 'stuck';

const headOf = ({ state, tab }: InspectionSearch): string =>
  tab ? inspectionWords.tabNotes[tab] : state ? inspectionWords.states[state] : inspectionWords.allStates;

interface LineProps {
  readonly row: DutyView;
  readonly tab: InspectionSearch['tab'];
  readonly onUrge?: (clockIds: readonly string[]) => void;
}

function Line({ row, tab, onUrge }: LineProps) {
  const { state, dueOn, doneOn, stepStuck, noticeId, clockId, reviewedAt, failed } = row;
  const today = dayOf(new Date());
  return (
    <li className="line dl">
      <Chip tone={tones[state]}>{inspectionWords.states[state]}</Chip>
      <div className="ell">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.caseTitle}
        </Link>
        <div className="s t2">
          <MetaLine
            facts={[
              row.unitName,
              row.title,
              doneOn
                ? inspectionWords.publishedOn(shownDay(doneOn, today))
                : dueOn && inspectionWords.overdueSince(shownDay(dueOn, today)),
              stepStuck && inspectionWords.stuckAt(stepStuck),
              reviewedAt && inspectionWords.reviewed(shownMoment(reviewedAt, new Date()), failed ?? 0),
            ]}
          />
        </div>
      </div>
      <span className="act row">
        {noticeId && tab !== 'online' && (
          <Link to="/inspection/notices/$noticeId" params={{ noticeId }} search={{ look: 'onsite' }}>
            {inspectionWords.onsite}
          </Link>
        )}
        {noticeId && tab !== 'onsite' && (
          <Link to="/inspection/notices/$noticeId" params={{ noticeId }} search={{}}>
            {inspectionWords.review}
          </Link>
        )}
        {onUrge && isOwed(state) && clockId !== null && (
          <Button size="small" onClick={() => onUrge([clockId])}>
            {supervisionWords.urge}
          </Button>
        )}
      </span>
    </li>
  );
}
