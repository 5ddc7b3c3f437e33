import type { CaseOverviewView, CaseStageView, UserTaskView } from '../../client/api.js';
import { dayOf, shownDay } from '../../kit/moment.js';
import { StepBar, type ShownStep } from '../../kit/step-bar.js';
import { caseWords } from '../../words/case.words.js';

interface StepsProps {
  /** The open steps with their clocks. */
  readonly tasks: readonly Pick<UserTaskView, 'elementId' | 'clock'>[];
  readonly overview: CaseOverviewView;
}

/** More steps than this do not fit side by side. */
const STEPS_MAX = 12;

/** The steps that the rules count, with when each was done and how often. */
export function CaseSteps({ tasks, overview }: StepsProps) {
  const stages = overview.stages.filter(({ isNumbered }) => isNumbered);
  if (stages.length < 2 || stages.length > STEPS_MAX) return null;
  const steps = stages.map((stage): ShownStep => {
    const note = noteOf(stage, tasks, overview);
    return { key: stage.key, name: stage.name, state: stage.state, ...(note !== '' && { note }) };
  });
  return (
    <div className="mt3">
      <StepBar steps={steps} />
    </div>
  );
}

function noteOf(stage: CaseStageView, tasks: StepsProps['tasks'], { notices }: CaseOverviewView): string {
  const times = stage.visits > 1 ? caseWords.times(stage.visits) : '';
  if (stage.state === 'to-come') return '';
  if (stage.state !== 'now') return [stage.doneOn?.slice('2026-'.length), times].filter(Boolean).join(' ');
  const clock = tasks.find(({ elementId, clock: own }) => own && stage.elements.includes(elementId))?.clock;
  const notice = notices.find(({ daysLeft }) => daysLeft !== null);
  const said = clock
    ? clock.text.replace(clock.shape, '').trim()
    : notice
      ? caseWords.publicUntil(shownDay(notice.toOn!, dayOf(new Date())), notice.daysLeft!)
      : caseWords.atWork;
  return [said, times].filter(Boolean).join(' ');
}
