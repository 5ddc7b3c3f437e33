import { useQuery } from '@tanstack/react-query';
import { caseHistoryPapersOptions, type CaseDetailView, type CaseOverviewView } from '../../client/api.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { caseWords } from '../../words/case.words.js';
import { navWords } from '../../words/nav.words.js';
import { statusWords, words } from '../../words/words.js';
import { Crumbs } from '../shell/crumbs.js';
import { CaseSteps } from './case-steps.js';
import { amountIn } from '../../forms/amount-in.js';
import { CaseStanding } from './case-standing.js';

interface HeadProps {
  readonly detail: CaseDetailView;
  readonly overview: CaseOverviewView;
}

/** What it is, how it stands, its nearest clock, and its steps in one line. */
export const CaseHead = ({ detail, overview }: HeadProps) => (
  <header className="cs-h">
    <div className="row start wrap">
      <div className="sp">
        <Crumbs trail={[{ to: '/cases', label: navWords.cases }]} here={detail.number} />
        <div className="row wrap">
          <h1>{detail.title}</h1>
          <Chip tone={detail.status === 'running' ? 'blue' : undefined}>{statusWords[detail.status]}</Chip>
          {detail.suspendedAt && <span className="clk paused">{words.suspended}</span>}
          {overview.everLate > 0 && <Chip tone="amber">{caseWords.everLate(overview.everLate)}</Chip>}
        </div>
        <div className="t2 mt1">
          <Facts detail={detail} />
        </div>
      </div>
      <CaseStanding detail={detail} overview={overview} />
    </div>
    <CaseSteps tasks={detail.tasks} overview={overview} />
  </header>
);

/** The amount is the last that a form said, as far as the reader may see it. */
function Facts({ detail: { id, unitName, processName } }: { readonly detail: CaseDetailView }) {
  const papers = useQuery(caseHistoryPapersOptions({ path: { id } }));
  const amount = amountIn(papers.data?.items ?? []);
  const said = amount && (
    <>
      {amount.yuan} <span className="t3">{amount.inWords}</span>
    </>
  );
  return <MetaLine facts={[unitName, said, processName]} />;
}
