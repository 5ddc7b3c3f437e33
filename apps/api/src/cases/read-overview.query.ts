import { Injectable } from '@nestjs/common';
import { ORDER_PROCESS, UnitOfWork, type DeadlineRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { Clock, dayOf } from '../platform/clock.js';
import { isObserver } from '../platform/process-facts.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { ownIdOf } from '../user-tasks/door-facts.js';
import { onwardFrom } from '../user-tasks/next-step.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { clocksOf, historyIn, noticesIn } from '../visibility/case-records.js';
import type { CaseOverviewView, CaseStageView, CaseStepView } from './dto/case-overview.view.js';
import { noticeStanding } from './overview/notice-standing.js';
import { stagesOf, type Stage } from './overview/stages-of.js';
import { longestOf, useOf } from './overview/step-use.js';
import { returnedFlows, stepsTaken, type StepTaken } from './overview/steps-taken.js';

interface Course {
  readonly seen: SeenCase;
  readonly taken: ReadonlyMap<string, StepTaken>;
  readonly clocks: readonly DeadlineRow[];
  /** The case's own day. */
  readonly today: string;
  readonly calendar: IndexedCalendar;
}

/** How far a case is: its stages, how long each step took of its term, who has it now, and where it goes from here. */
@Injectable()
export class ReadOverviewQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<CaseOverviewView> {
    const calendar = await this.definitions.workingCalendar();
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id);
      const history = await historyIn(work, seen);
      const clocks = await clocksOf(work, seen);
      const today = dayOf(this.clock.now() + seen.row.clockOffsetMs);
      const course = { seen, taken: stepsTaken(history), clocks, today, calendar };
      const process = seen.definition.compiled;
      const events = history.flatMap((entry) => entry.events);
      return {
        stages: stagesOf(process).flatMap((stage) => stageView(stage, course)),
        steps: stepViews(course),
        returned: returnedFlows(events, process),
        mayUrge: caller.may('case.urge', { unitId: seen.row.unitId }),
        mayIssueOrder:
          isOrderable(seen) && caller.may('supervision-order.issue', { unitId: seen.row.unitId }),
        everLate: clocks.filter(({ breachedAt }) => breachedAt !== null).length,
        next: nextOf(seen),
        notices: (await noticesIn(work, seen)).map((notice) => noticeStanding(notice, today)),
      };
    });
  }
}

/** What goes on may be ordered about; an order is not. */
const isOrderable = ({ row: { status, processKey } }: SeenCase): boolean =>
  status === 'running' && processKey !== ORDER_PROCESS;

/** Nothing of a stage of which the reader may know no step. */
function stageView({ elements, ...stage }: Stage, { seen, taken, clocks }: Course): CaseStageView[] {
  const { nodes } = seen.definition.compiled;
  const known = elements.filter((id) => seen.sight.knows(id));
  const road = known.filter((id) => !isObserver(nodes[id]!));
  if (road.length === 0) return [];
  const steps = road.flatMap((id) => taken.get(id) ?? []);
  const doneAt = steps.reduce((last, step) => Math.max(last, step.doneAt ?? 0), 0);
  const isLate = clocks.some(({ step, breachedAt }) => breachedAt !== null && road.includes(step.elementId));
  const isNow = steps.some(({ isRunning }) => isRunning);
  const done = doneAt === 0 ? 'to-come' : isLate ? 'done-late' : 'done';
  return [
    {
      ...stage,
      state: isNow ? 'now' : done,
      visits: steps.reduce((most, { visits }) => Math.max(most, visits), 0),
      doneOn: doneAt === 0 ? null : dayOf(doneAt),
      elements: known,
    },
  ];
}

function stepViews({ seen, taken, clocks, today, calendar }: Course): CaseStepView[] {
  const { nodes } = seen.definition.compiled;
  return [...taken].flatMap(([elementId, { visits, isRunning }]) => {
    const node = Object.hasOwn(nodes, elementId) ? nodes[elementId]! : undefined;
    if (node?.type !== 'userTask') return [];
    const own = clocks.filter(({ step }) => step.elementId === elementId);
    const holders = seen.tasks.filter((task) => task.elementId === elementId);
    return [
      {
        elementId,
        name: node.name,
        isObserver: isObserver(node),
        visits,
        isRunning,
        isLate: own.some(({ breachedAt }) => breachedAt !== null),
        handlers: [...new Set(holders.flatMap(({ assigneeName }) => assigneeName ?? []))],
        use: longestOf(own.map((clock) => useOf(clock, today, calendar))),
      },
    ];
  });
}

/** Where the steps that are open now lead as far as the drawing tells, each once. */
function nextOf({ definition: { compiled }, sight, tasks }: SeenCase): CaseOverviewView['next'] {
  const open = tasks
    .map(({ elementId }) => ownIdOf(elementId))
    .filter((id) => Object.hasOwn(compiled.nodes, id) && !isObserver(compiled.nodes[id]!));
  const next = open.flatMap((id) => onwardFrom(compiled, id, (step) => sight.knows(step)) ?? []);
  return [...new Map(next.map((step) => [step.elementId, step])).values()];
}
