import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { caseHistoryPapersOptions, type CaseDetailView, type CaseOverviewView } from '../../client/api.js';
import { Button } from 'antd';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Icon } from '../../kit/icon.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { caseWords } from '../../words/case.words.js';
import { navWords } from '../../words/nav.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { statusWords, words } from '../../words/words.js';
import { Crumbs } from '../shell/crumbs.js';
import { CaseSteps } from './case-steps.js';
import { amountIn } from '../../forms/amount-in.js';

/** Comes when it is asked for. */
const UrgeDialog = lazy(async () => ({
  default: (await import('../supervision/urge-dialog.js')).UrgeDialog,
}));

const IssueOrderDialog = lazy(async () => ({
  default: (await import('../supervision/issue-order-dialog.js')).IssueOrderDialog,
}));

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
      <Standing detail={detail} overview={overview} />
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

/** The term that an order is about: the one that ran out, where one did. */
function lateClock({ clocks }: CaseDetailView): { readonly clockId?: string } {
  const late = clocks.find(({ tone, state }) => state === 'running' && tone === 'late');
  return late ? { clockId: late.id } : {};
}

/** A case shows its nearest clock. */
function Standing({ detail, overview }: HeadProps) {
  const clock = detail.clocks.find(({ state }) => state !== 'stopped');
  const [isUrging, urge] = useState(false);
  const [isOrdering, order] = useState(false);
  const running = detail.clocks.filter(({ state }) => state === 'running').map(({ id }) => id);
  return (
    <div className="cs-r">
      {clock && (
        <div className="row g3">
          <DueLine clock={clock} labelled />
          <ClockBadge clock={clock} look="lg" />
        </div>
      )}
      <div className="row cs-b">
        {overview.mayUrge && running.length > 0 && (
          <Button type="primary" onClick={() => urge(true)}>
            {caseWords.urge}
          </Button>
        )}
        {overview.mayIssueOrder && <Button onClick={() => order(true)}>{supervisionWords.issue}</Button>}
        <a className="btn" href={`/api/cases/${detail.id}/file`} target="_blank" rel="noreferrer">
          {caseWords.dossier}
        </a>
        <Button onClick={() => window.print()}>
          <Icon name="print" />
          {caseWords.print}
        </Button>
      </div>
      <Suspense>
        {isUrging && <UrgeDialog clockIds={running} onClose={() => urge(false)} />}
        {isOrdering && (
          <IssueOrderDialog
            about={{ caseId: detail.id, ...lateClock(detail) }}
            onClose={() => order(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
