import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { caseHistoryDiagramOptions, type CaseOverviewView } from '../../client/api.js';
import { caseWords } from '../../words/case.words.js';
import { stateWords } from '../../words/state.words.js';
import { words } from '../../words/words.js';
import { Answer } from '../states/page-states.js';
import type { Look } from './diagram-marks.js';
import { StepTable } from './step-table.js';

/** The diagram library is large: it comes when a case is looked at. */
const ProcessDiagram = lazy(async () => ({
  default: (await import('./process-diagram.js')).ProcessDiagram,
}));

const LOOKS = [
  { value: 'path' as const, label: caseWords.path },
  { value: 'heat' as const, label: caseWords.heat },
];

interface CardProps {
  readonly caseId: string;
  readonly overview: CaseOverviewView;
}

export function DiagramCard({ caseId, overview }: CardProps) {
  const diagram = useQuery(caseHistoryDiagramOptions({ path: { id: caseId } }));
  const [look, show] = useState<Look>('path');
  return (
    <section className="card">
      <div className="hd">
        <h2>{words.diagram}</h2>
        <Segmented size="small" aria-label={caseWords.view} options={LOOKS} value={look} onChange={show} />
        {look === 'path' && <Legend />}
      </div>
      <div className="dg">
        <Answer query={diagram}>
          {(view) => (
            <Suspense fallback={<p className="t3 dg-none">{stateWords.loading}</p>}>
              <ProcessDiagram view={view} overview={overview} look={look} />
            </Suspense>
          )}
        </Answer>
        <StepTable steps={overview.steps} />
      </div>
    </section>
  );
}

const Legend = () => (
  <span className="s t3 row g3 dg-l">
    <span className="walked">{caseWords.walked}</span>
    <span className="back">{caseWords.returned}</span>
    <span className="now">{caseWords.atWork}</span>
  </span>
);
