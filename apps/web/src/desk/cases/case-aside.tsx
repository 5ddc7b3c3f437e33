import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import {
  caseHistoryPapersOptions,
  caseObjectionsListOptions,
  type CaseDetailView,
  type CaseNoticeView,
  type CaseOverviewView,
} from '../../client/api.js';
import { Objections } from '../../kit/objections.js';
import { caseWords } from '../../words/case.words.js';

interface AsideProps {
  readonly detail: CaseDetailView;
  readonly overview: CaseOverviewView;
}

/** 公开: what hangs, what hung, with its public page. */
export function NoticesCard({ notices }: { readonly notices: readonly CaseNoticeView[] }) {
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.notices}</h2>
      </div>
      {notices.length === 0 && (
        <div className="bd">
          <p className="t3">{caseWords.noNotices}</p>
        </div>
      )}
      {notices.length > 0 && (
        <table className="tb tight">
          <tbody>
            {notices.map((notice) => (
              <tr key={notice.id}>
                <td>
                  <a href={`/notices/${notice.id}`}>{notice.title}</a>
                  <div className="s t3">{spanOf(notice)}</div>
                </td>
                <td className="num">
                  <span className={notice.state === 'running' ? 'clk wait bare' : 't3'}>
                    {standingOf(notice)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function spanOf({ fromOn, toOn }: CaseNoticeView): string {
  const [from, to] = [fromOn, toOn].map((day) => day?.slice('2026-'.length));
  if (from && to) return caseWords.between(from, to);
  return from ? caseWords.since(from) : '';
}

function standingOf({ state, daysLeft }: CaseNoticeView): string {
  if (state === 'to-come') return caseWords.toCome;
  if (state === 'ended') return caseWords.ended;
  if (daysLeft === null) return caseWords.open;
  return daysLeft === 0 ? caseWords.lastDay : caseWords.leftDays(daysLeft);
}

/** 人员: who has it now, and who comes next. */
export function PeopleCard({ detail: { tasks }, overview: { next } }: AsideProps) {
  if (tasks.length === 0 && next.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.people}</h2>
      </div>
      <div className="bd">
        <dl className="kv">
          {tasks.map(({ id, name, assigneeName }) => (
            <Fragment key={id}>
              <dt>{caseWords.atWork}</dt>
              <dd>
                {assigneeName ?? caseWords.nobody}（{name}）
              </dd>
            </Fragment>
          ))}
          {next.map(({ elementId, name, who }) => (
            <Fragment key={elementId}>
              <dt>{caseWords.next}</dt>
              <dd>
                {who.length === 0 ? name : `${who.join('、')}（${name}）`}
                <span className="s t3">{caseWords.expected}</span>
              </dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** The name by which forms of supervision ask for the stance, and what it says where all is well. */
const STANCE = 'stance';
const FINE = '无异议';

/** 监督意见: how many supervisors have said what, and how many have still to say it. */
export function StancesCard({ detail, overview }: AsideProps) {
  const observers = overview.steps.filter(({ isObserver }) => isObserver);
  const papers = useQuery({
    ...caseHistoryPapersOptions({ path: { id: detail.id } }),
    enabled: observers.length > 0,
  });
  if (observers.length === 0 || !papers.data) return null;
  const ids = observers.map(({ elementId }) => elementId);
  const stances = papers.data.items
    .filter(({ elementId }) => ids.includes(elementId))
    .flatMap(({ fields }) => fields.filter(({ key }) => key === STANCE));
  const fine = stances.filter(({ value }) => (value as unknown) === FINE).length;
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.stances}</h2>
      </div>
      <div className="bd row g4">
        <span>{caseWords.noObjection(fine)}</span>
        <span>{caseWords.pending(observers.filter(({ isRunning }) => isRunning).length)}</span>
        <span className={stances.length > fine ? 'amb b' : 't3'}>
          {caseWords.objected(stances.length - fine)}
        </span>
      </div>
    </section>
  );
}

/** 群众异议: what villagers hold against it; nothing where there is none. */
export function ObjectionsCard({ detail: { id } }: Pick<AsideProps, 'detail'>) {
  const { data } = useQuery(caseObjectionsListOptions({ path: { id } }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.objections}</h2>
        <span className="t3">{caseWords.papersCount(data.items.length)}</span>
      </div>
      <div className="bd">
        <Objections
          items={data.items}
          answerOf={(taskId) => (
            <Link to="/tasks/$taskId" params={{ taskId }}>
              {caseWords.answerIt}
            </Link>
          )}
        />
      </div>
    </section>
  );
}
