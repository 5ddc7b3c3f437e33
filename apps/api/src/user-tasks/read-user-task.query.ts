import { Injectable } from '@nestjs/common';
import { mayRead, type Resource } from '@wuqing/access';
import { extensionsNamed, nodeOf } from '@wuqing/bpmn-model';
import { maskFor, readerLevels, type ReaderLevel } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, type FormVersion, type SubmissionRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { submissionsOfStep } from '../visibility/case-records.js';
import { taskResource } from '../visibility/resources.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { unconfirmedOf } from '../platform/process-facts.js';
import { caseDayOf } from './door-facts.js';
import type { MeetingRollView, UserTaskDetailView } from './dto/user-task.view.js';
import { meetingRollOf, rollChoices } from './meeting-roll.js';
import { TaskReader, type SeenTask } from './task-reader.js';

/** One step with its form; of what was submitted before only what this reader may see. */
@Injectable()
export class ReadUserTaskQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<UserTaskDetailView> {
    const { seen, submissions, roll } = await this.unitOfWork.run(caller.actor, async (work) => {
      const task = await this.tasks.require(work, caller, id, 'user-task.read');
      const roll = await this.roll(work, caller, task);
      return { seen: task, roll, submissions: await submissionsOfStep(work, task) };
    });
    const form = await this.definitions.form(seen.definition, seen.row.formKey);
    const levels = levelsOf(caller, taskResource(seen.row, seen.definition));
    const own = submissions.find((submission) => submission.userTaskId === id);
    return {
      ...(await this.tasks.view(caller, id)),
      form: form ? { key: form.key, title: form.title, schema: form.schema, ui: form.ui } : null,
      prefill: form && seen.row.state === 'open' ? await this.prefill(form, submissions, levels) : {},
      roll,
      unconfirmed: unconfirmedFor(seen),
      ...(own && form ? { submission: maskFor(form, own.data, levels) } : {}),
    };
  }

  /** Whoever records a meeting sees who sits in it; others have no need of the names. */
  private async roll(work: Work, caller: Caller, seen: SeenTask): Promise<MeetingRollView | null> {
    const { row, definition } = seen;
    if (row.state !== 'open' || !caller.may('user-task.complete', taskResource(row, definition))) return null;
    const meeting = await meetingRollOf(work, seen, caseDayOf(seen, this.clock.now()));
    if (!meeting) return null;
    const persons = rollChoices(meeting).map(({ personId: id, ...choice }) => ({ id, ...choice }));
    return { complete: meeting.roll !== null, persons };
  }

  /** Fields of the same name that were submitted before in this case; the latest wins. */
  private async prefill(
    form: FormVersion,
    submissions: readonly SubmissionRow[],
    levels: readonly ReaderLevel[],
  ): Promise<JsonObject> {
    const shown: JsonObject[] = [];
    for (const submission of submissions) {
      const theirs = await this.definitions.form(
        await this.definitions.definition(submission.definitionChecksum),
        submission.formKey,
      );
      if (theirs) shown.push(maskFor(theirs, submission.data, levels));
    }
    const properties = (form.schema['properties'] ?? {}) as JsonObject;
    const merged = Object.assign({}, ...shown) as JsonObject;
    return Object.fromEntries(Object.entries(merged).filter(([key]) => Object.hasOwn(properties, key)));
  }
}

/** Levels of confidentiality that the caller reads of this case. */
export const levelsOf = (caller: Caller, resource: Resource): ReaderLevel[] =>
  readerLevels.filter((level) => mayRead(level, caller.access, resource));

function unconfirmedFor({ row, definition }: SeenTask): string[] {
  const { extensions } = nodeOf(definition.compiled, row.elementId);
  const isTermUnconfirmed = extensionsNamed(extensions, 'serviceLevel').some(
    ({ attributes }) => attributes['unconfirmed'] === 'true',
  );
  return [
    ...(isTermUnconfirmed ? ['本步骤的办理时限'] : []),
    ...unconfirmedOf({ extensions }),
    ...unconfirmedOf(definition.compiled),
  ];
}
