import { Injectable } from '@nestjs/common';
import { advance, judgeGuards, type GuardVerdict, type JudgedGuard, type View } from '@wuqing/bpmn-engine';
import { deliberationFunctions } from '@wuqing/deliberation';
import { instant, type JsonObject } from '@wuqing/kernel';
import { UnitOfWork, type Work } from '@wuqing/persistence';
import { feelHostFunctions } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { stateOf } from '../cases/state-of.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader } from '../visibility/case-reader.js';
import { journalOfTask } from '../visibility/case-records.js';
import { taskResource } from '../visibility/resources.js';
import type { BarView, NextStepView } from './dto/task-aside.view.js';
import type { MeetingRollView } from './dto/task-meeting.view.js';
import { caseDayOf, ownIdOf, peopleFactsOf } from './door-facts.js';
import { meetingRollOf } from './meeting-roll.js';
import { onwardAmong, onwardFrom } from './next-step.js';
import { knownIn } from './task-aside.js';
import { meetingRollView } from './task-meeting-view.js';
import { TaskReader, type SeenTask } from './task-reader.js';
import { toldSoFar } from './told-so-far.js';

const STATES: Readonly<Record<GuardVerdict, BarView['state']>> = {
  lets: 'met',
  asks: 'open',
  bars: 'barred',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface Preview {
  readonly roll: MeetingRollView | null;
  readonly bars: BarView[];
}

interface Judged extends Preview {
  /** Steps that would open by what is filled in; undefined where that does not tell. */
  readonly opens?: readonly string[];
}

/**
 * What whoever holds a step sees of its completion before it is submitted: who sits in the meeting, and what the engine would say
 * of what is filled in so far, by the same guards and on the same facts. Nothing is decided or written.
 */
@Injectable()
export class TaskPreview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly definitions: DefinitionStore,
    private readonly cases: CaseReader,
    private readonly clock: Clock,
  ) {}

  /** The step as it opens; others than its holder have no need of the names. */
  async of(work: Work, caller: Caller, seen: SeenTask): Promise<Preview> {
    const { row, definition } = seen;
    const isHolder = caller.may('user-task.complete', taskResource(row, definition));
    if (row.state !== 'open' || !isHolder) return { roll: null, bars: [] };
    const { roll, bars } = await this.judged(work, caller, seen, {});
    return { roll, bars };
  }

  /** With what is filled in so far; any value, hostile ones too. */
  async ofDraft(
    caller: Caller,
    id: string,
    draft: object,
  ): Promise<Preview & { readonly onward: NextStepView | null }> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.tasks.requireFree(work, caller, id, 'user-task.complete');
      const { row, definition } = seen;
      if (row.state !== 'open') return { roll: null, bars: [], onward: null };
      const { roll, bars, opens } = await this.judged(work, caller, seen, draft);
      const knows = knownIn(await this.cases.find(work, caller, row.caseId));
      const onward = opens
        ? onwardAmong(definition.compiled, opens, knows)
        : onwardFrom(definition.compiled, ownIdOf(row.elementId), knows);
      return { roll, bars, onward };
    });
  }

  private async judged(work: Work, caller: Caller, seen: SeenTask, draft: object): Promise<Judged> {
    const today = caseDayOf(seen, this.clock.now());
    const meeting = await meetingRollOf(work, seen, dayOfMeeting(draft) ?? today);
    const roll = meeting ? meetingRollView(meeting) : null;
    const { row, definition } = seen;
    const form = await this.definitions.form(definition, row.formKey);
    // A step of a called process is judged with what its callers know; that is the lane's to say.
    if (!form || row.callers.length > 0) return { roll, bars: [] };
    const { submission, counts, asked, isWhole } = toldSoFar(form, draft, ownIdOf(row.elementId), meeting);
    const told = { ...submission, ...counts };
    const people = await peopleFactsOf(work, caller, seen, told, today, meeting);
    const view = { process: definition.compiled, ...(await this.standing(work, seen)) };
    const variables = { ...told, ...people };
    const judged = judgeGuards(view, { userTask: row.elementKey, variables, asked });
    const opens = isWhole ? openedBy(view, row.elementKey, variables) : undefined;
    return { roll, bars: judged.flatMap(barOf), ...(opens && { opens }) };
  }

  private async standing(work: Work, seen: SeenTask) {
    const calendar = await this.definitions.workingCalendar();
    const state = stateOf(await journalOfTask(work, seen));
    const context = {
      now: instant(this.clock.now() + seen.row.clockOffsetMs),
      timeZone: calendar.calendar.zone,
      flags: state.flags,
      hostFunctions: { ...feelHostFunctions(calendar), ...deliberationFunctions },
    };
    return { state, context };
  }
}

/** Steps that open when this one is completed so; undefined where it is refused, or where a service comes first and says. */
function openedBy(
  { process, state, context }: View,
  userTask: string,
  variables: JsonObject,
): readonly string[] | undefined {
  const completed = advance(process, state, { type: 'CompleteUserTask', userTask, variables }, context);
  if (!completed.ok) return undefined;
  const { effects } = completed.value;
  if (effects.some(({ type }) => type === 'InvokeServiceTask')) return undefined;
  return effects.flatMap((effect) => (effect.type === 'OpenUserTask' ? [effect.elementId] : []));
}

function dayOfMeeting(draft: object): string | undefined {
  const heldOn = 'heldOn' in draft ? draft.heldOn : undefined;
  return typeof heldOn === 'string' && DAY.test(heldOn) ? heldOn : undefined;
}

const barOf = ({ guard, verdict }: JudgedGuard): BarView[] =>
  guard.says === undefined
    ? []
    : [
        {
          id: guard.id,
          text: guard.says,
          basis: guard.basis ?? null,
          state: STATES[verdict],
          message: verdict === 'bars' ? guard.message : null,
        },
      ];
