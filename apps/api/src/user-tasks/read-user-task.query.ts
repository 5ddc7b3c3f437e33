import { Injectable } from '@nestjs/common';
import { extensionsNamed, nodeOf } from '@wuqing/bpmn-model';
import { maskFor, rightsAt } from '@wuqing/forms';
import { UnitOfWork, type FormVersion, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { submissionsOfStep } from '../visibility/case-records.js';
import { taskResource } from '../visibility/resources.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { unconfirmedOf } from '../platform/process-facts.js';
import { ownIdOf } from './door-facts.js';
import type { UserTaskDetailView } from './dto/user-task.view.js';
import { urgeViewOf } from '../supervision/urge-view-of.js';
import { urgesAbout } from '../visibility/urge-records.js';
import { levelsOf } from './levels-of.js';
import { phrasesOf } from './phrases.js';
import { TaskAside } from './task-aside.js';
import { TaskPreview } from './task-preview.js';
import { TaskReader, type SeenTask } from './task-reader.js';

/** One step with its form; of what was submitted before only what this reader may see. */
@Injectable()
export class ReadUserTaskQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly definitions: DefinitionStore,
    private readonly aside: TaskAside,
    private readonly preview: TaskPreview,
  ) {}

  async execute(caller: Caller, id: string): Promise<UserTaskDetailView> {
    const shown = await this.unitOfWork.run(caller.actor, (work) => this.read(work, caller, id));
    return { ...(await this.tasks.view(caller, id)), ...shown };
  }

  private async read(work: Work, caller: Caller, id: string) {
    const seen = await this.tasks.require(work, caller, id, 'user-task.read');
    const { row, definition } = seen;
    const form = await this.definitions.form(definition, row.formKey);
    const aside = await this.aside.of(work, caller, seen, form);
    const isOpen = row.state === 'open';
    return {
      form: form ? viewOf(form) : null,
      rights: form ? Object.fromEntries(rightsAt(form, ownIdOf(row.elementId))) : {},
      ...aside,
      ...(await this.preview.of(work, caller, seen)),
      phrases: isOpen ? phrasesOf(form) : [],
      urges: (await urgesAbout(work, seen)).map(urgeViewOf),
      unconfirmed: unconfirmedFor(seen),
      endedAt: row.endedAt && shownMoment(row.endedAt),
      ...(form && (await this.own(work, caller, seen, form))),
    };
  }

  /** What this step was filled in with, once it is done. */
  private async own(work: Work, caller: Caller, seen: SeenTask, form: FormVersion) {
    const { row, definition } = seen;
    const own = (await submissionsOfStep(work, seen)).find(({ userTaskId }) => userTaskId === row.id);
    return own && { submission: maskFor(form, own.data, levelsOf(caller, taskResource(row, definition))) };
  }
}

const viewOf = ({ key, title, schema, ui }: FormVersion) => ({ key, title, schema, ui });

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
