import { Injectable } from '@nestjs/common';
import { formsOfLastCases, prefillOf, type FormDefinition, type PrefillFacts } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { personNames, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { stepsHeardFromOutside } from '../cases/heard-outside.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { submissionsIn, submissionsOfStep } from '../visibility/case-records.js';
import { taskResource } from '../visibility/resources.js';
import { VisibleComplaints } from '../visibility/visible-complaints.js';
import { VisibleHeard } from '../visibility/visible-heard.js';
import type { HeardView } from './dto/heard.view.js';
import type { EarlierPaperView, NextStepView } from './dto/task-aside.view.js';
import { caseDayOf, ownIdOf } from './door-facts.js';
import { answeredForms } from './answered-forms.js';
import { earlierAnswers, earlierPapers } from './earlier-papers.js';
import { complaintHeard, heardViewOf } from './heard/heard-view-of.js';
import { observersHeard } from './heard/observers-heard.js';
import { LastAnswers } from './last-answers.js';
import { levelsOf } from './levels-of.js';
import { onwardFrom } from './next-step.js';
import type { SeenTask } from './task-reader.js';

export interface TaskAsideFacts {
  readonly heard: HeardView[];
  readonly earlierPapers: EarlierPaperView[];
  readonly onward: NextStepView | null;
  readonly prefill: JsonObject;
}

/** What stands beside a form: what the case has heard before, and where it goes from here; each as far as its reader may know. */
@Injectable()
export class TaskAside {
  constructor(
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
    private readonly last: LastAnswers,
    private readonly outside: VisibleHeard,
    private readonly complaints: VisibleComplaints,
  ) {}

  async of(
    work: Work,
    caller: Caller,
    seen: SeenTask,
    form: FormDefinition | undefined,
  ): Promise<TaskAsideFacts> {
    const { row, definition } = seen;
    const around = await this.cases.find(work, caller, row.caseId);
    // Who holds a step and may not know of the case around it knows of his own step.
    const submissions = around ? await submissionsIn(work, around) : await submissionsOfStep(work, seen);
    const levels = levelsOf(caller, around?.resource ?? taskResource(row, definition));
    const answered = (await answeredForms(this.definitions, seen, submissions)).filter(
      ({ submission }) => submission.userTaskId !== row.id,
    );
    const names = await personNames(work, [...new Set(submissions.map(({ actorId }) => actorId))]);
    const earlier = earlierAnswers(answered, levels);
    const complaint = await this.complaints.ofTask(work, caller, seen, around);
    return {
      heard: [
        ...(complaint ? [complaintHeard(complaint, row.unitName)] : []),
        ...(await this.heard(work, caller, seen)),
        ...observersHeard(answered, { row, process: definition.compiled, levels, names }),
      ],
      earlierPapers: earlierPapers(answered, levels, names),
      onward: onwardFrom(definition.compiled, ownIdOf(row.elementId), knownIn(around)),
      prefill:
        form && row.state === 'open'
          ? await this.beginning(work, caller, seen, form, { earlier, sent: complaint?.fields ?? {} })
          : {},
    };
  }

  private async heard(work: Work, caller: Caller, seen: SeenTask): Promise<HeardView[]> {
    const { row, definition } = seen;
    const own = ownIdOf(row.elementId);
    const steps = stepsHeardFromOutside(definition.compiled);
    if (!steps.includes(own)) return [];
    const around = row.elementId.slice(0, row.elementId.length - own.length);
    const words = await this.outside.ofTask(
      work,
      caller,
      seen,
      steps.map((step) => around + step),
    );
    return words ? [heardViewOf(words)] : [];
  }

  private async beginning(
    work: Work,
    caller: Caller,
    seen: SeenTask,
    form: FormDefinition,
    before: Pick<PrefillFacts, 'earlier' | 'sent'>,
  ): Promise<JsonObject> {
    const today = caseDayOf(seen, this.clock.now());
    const last = await this.last.of(work, caller, seen, formsOfLastCases(form));
    const self = { id: caller.personId, name: caller.session.personName };
    const unit = { id: seen.row.unitId, name: seen.row.unitName };
    return prefillOf(form, { ...before, today, self, unit, last });
  }
}

/** Which steps may be known of in the case around a step; none where the case itself may not. */
export const knownIn =
  (around: SeenCase | undefined) =>
  (elementId: string): boolean =>
    around?.sight.knows(elementId) ?? false;
