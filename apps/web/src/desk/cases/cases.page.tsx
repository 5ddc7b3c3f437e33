import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { casesListInfiniteOptions, processesListOptions, type CaseView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { dayOf, shownDay, shownMoment } from '../../kit/moment.js';
import { navWords } from '../../words/nav.words.js';
import { statusWords, words } from '../../words/words.js';
import { ChoiceFilter, UnitFilter, type FilterProps } from '../filters/choice-filter.js';
import { SearchFilter } from '../filters/search-filter.js';
import { ExportLink } from '../states/export-link.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { askedFor, isNarrowed, type CasesSearch } from './cases-search.js';

/** 事项查询: all cases that the reader may know of, or 我发起的 alone; what was asked stands in the address. */
export function CasesPage() {
  const search = useSearch({ from: '/cases' });
  const query = useInfiniteQuery({ ...casesListInfiniteOptions({ query: askedFor(search) }), ...nextPage });
  return (
    <main className="main">
      <h1 className="title">{search.mine ? navWords.started : navWords.cases}</h1>
      <section className="card">
        <div className="hd">
          <Filters search={search} />
          <span className="sp" />
          <ExportLink
            of="cases"
            query={{ ...askedFor(search) }}
            isEmpty={!query.data?.pages[0]?.items.length}
          />
        </div>
        <Answer query={query}>
          {({ pages }) => <Cases cases={pages.flatMap(({ items }) => items)} search={search} />}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

function Filters({ search }: { readonly search: CasesSearch }) {
  const navigate = useNavigate({ from: '/cases' });
  const change = (next: CasesSearch) => void navigate({ search: next, replace: true });
  return (
    <>
      <SearchFilter title={words.findCase} value={search.q} onChange={(q) => change({ ...search, q })} />
      <Select
        aria-label={words.caseStatus}
        placeholder={words.caseStatus}
        allowClear={{ label: words.clear }}
        value={search.status}
        style={{ minWidth: 128 }}
        options={Object.entries(statusWords).map(([value, label]) => ({ value, label }))}
        onChange={(status) => change({ ...search, status: status as CasesSearch['status'] })}
      />
      <UnitFilter value={search.unitId} onChange={(unitId) => change({ ...search, unitId })} />
      <ProcessSelect value={search.processKey} onChange={(processKey) => change({ ...search, processKey })} />
    </>
  );
}

function ProcessSelect({ value, onChange }: FilterProps) {
  const { data } = useQuery(processesListOptions());
  const options = (data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return <ChoiceFilter title={words.everyProcess} options={options} value={value} onChange={onChange} />;
}

function Cases({ cases, search }: { readonly cases: readonly CaseView[]; readonly search: CasesSearch }) {
  const { mine } = search;
  if (cases.length === 0 && isNarrowed(search))
    return (
      <Empty
        text={words.noSuchCases}
        action={
          <Link to="/cases" search={{ mine }} className="btn">
            {mine ? words.allMine : words.allCases}
          </Link>
        }
      />
    );
  if (cases.length === 0)
    return (
      <Empty
        text={mine ? words.noneStarted : words.noCases}
        action={
          <Link to="/start" search={{}} className="btn">
            {navWords.start}
          </Link>
        }
      />
    );
  const today = dayOf(new Date());
  return (
    <ul className="bd">
      {cases.map((row) => (
        <li key={row.id} className="line">
          <span className="t3">{row.number}</span>
          <div className="ell">
            <Link to="/cases/$caseId" params={{ caseId: row.id }}>
              {row.title}
            </Link>
            <div className="s t2">
              <MetaLine
                facts={[
                  row.unitName,
                  row.processName,
                  words.startedOn(shownDay(dayOf(row.startedAt), today)),
                ]}
              />
            </div>
          </div>
          <Standing row={row} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ row: { status, suspendedAt } }: { readonly row: CaseView }) {
  if (suspendedAt === null)
    return <Chip tone={status === 'running' ? 'blue' : undefined}>{statusWords[status]}</Chip>;
  return (
    <span className="row">
      <span className="clk paused">{words.suspended}</span>
      <span className="due">
        {words.since} {shownMoment(suspendedAt, new Date())}
      </span>
    </span>
  );
}
