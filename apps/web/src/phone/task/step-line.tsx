import { useQuery } from '@tanstack/react-query';
import { caseHistoryOverviewOptions, type CaseStageView } from '../../client/api.js';
import { StepBar, type ShownStep } from '../../kit/step-bar.js';
import { phoneWords } from '../../words/phone.words.js';
import { countInWords, stageOf } from './stage-of.js';

interface StepLineProps {
  readonly caseId: string;
  /** What is being done; said by itself until the stages are read, and where none may be known. */
  readonly elementId: string;
  readonly name: string;
}

const shown = ({ key, name, state }: CaseStageView): ShownStep => ({ key, name, state });

/** Which of how many steps this is. */
export function StepLine({ caseId, elementId, name }: StepLineProps) {
  const { data } = useQuery(caseHistoryOverviewOptions({ path: { id: caseId } }));
  const stages = (data?.stages ?? []).filter(({ isNumbered }) => isNumbered);
  const said = (
    <div className="row mt1 wrap">
      <b className="now">{stageOf(stages, elementId) ?? name}</b>
      <span className="sp" />
      {stages.length > 1 && <span className="t2">{phoneWords.ofSteps(countInWords(stages))}</span>}
    </div>
  );
  return stages.length > 1 ? (
    <div className="mt3">
      <StepBar mini steps={stages.map(shown)} said={said} />
    </div>
  ) : (
    said
  );
}
