import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import {
  caseHistoryOverviewOptions,
  casesReadOptions,
  type CaseDetailView,
  type CaseOverviewView,
} from '../../client/api.js';
import { caseWords } from '../../words/case.words.js';
import { CaseFiles } from '../files/case-files.js';
import { Answer } from '../states/page-states.js';
import { AuditCard } from './audit-card.js';
import { NoticesCard, ObjectionsCard, PeopleCard, StancesCard } from './case-aside.js';
import { CaseHead } from './case-head.js';
import { CommentsCard } from './comments.js';
import { CurrentSteps } from './current-steps.js';
import { DiagramCard } from './diagram-card.js';
import { CallTree } from './operations/call-tree.js';
import { CaseOperations } from './operations/case-operations.js';
import { PapersCard } from './papers-card.js';
import { TermMovesCard } from './term-moves-card.js';
import { TimelineCard } from './timeline-card.js';
import { UrgesCard } from './urges-card.js';
import './case.css';

/** One case, all of it: what it is about, how far it is, what happened, who has it, and what may be done to it. */
export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const path = { id: caseId };
  const detail = useQuery(casesReadOptions({ path }));
  const overview = useQuery(caseHistoryOverviewOptions({ path }));
  return (
    <main className="main flush">
      <Answer query={detail}>
        {(read) => (
          <Answer query={overview}>
            {(course) => <CaseView detail={read} overview={course} key={caseId} />}
          </Answer>
        )}
      </Answer>
    </main>
  );
}

interface ViewProps {
  readonly detail: CaseDetailView;
  readonly overview: CaseOverviewView;
}

const CaseView = ({ detail, overview }: ViewProps) => (
  <>
    <CaseHead detail={detail} overview={overview} />
    <div className="cs">
      <DiagramCard caseId={detail.id} overview={overview} />
      <div className="two">
        <TimelineCard caseId={detail.id} overview={overview} />
        <div className="col g4">
          <ObjectionsCard detail={detail} />
          <CurrentSteps detail={detail} />
          <TermMovesCard caseId={detail.id} />
          <NoticesCard notices={overview.notices} />
          <CaseFiles caseId={detail.id} title={caseWords.files} />
          <PapersCard caseId={detail.id} />
          <PeopleCard detail={detail} overview={overview} />
          <StancesCard detail={detail} overview={overview} />
          <UrgesCard caseId={detail.id} />
          <CommentsCard caseId={detail.id} />
          <CaseOperations detail={detail} />
          <CallTree detail={detail} />
          <AuditCard caseId={detail.id} />
        </div>
      </div>
    </div>
  </>
);
