import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { commandIdOf } from '../platform/fingerprint.js';
import { TaskReader, type SeenTask } from '../user-tasks/task-reader.js';
import { VisibleDrafts } from '../visibility/visible-drafts.js';
import { draftConflict } from './draft-conflict.js';
import type { KeepDraftDto } from './dto/draft.dto.js';
import { filesNamedIn } from './files-named.js';
import type { DraftVersionView, KeptDraftView } from './dto/draft.view.js';

const DONE = '这一步已经办结，草稿没有再存。';

/** 草稿: what the caller has written into the form of a step. It moves nothing and tells nobody. */
@Injectable()
export class TaskDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly drafts: VisibleDrafts,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, id: string): Promise<KeptDraftView> {
    const draft = await this.unitOfWork.run(caller.actor, async (work) =>
      this.drafts.ofTask(work, caller, await this.tasks.require(work, caller, id, 'user-task.read')),
    );
    if (!draft) return { draft: null };
    const isOwn = draft.ownerId === caller.personId;
    return {
      draft: {
        version: isOwn ? draft.version : 0,
        savedAt: shownMoment(draft.savedAt),
        content: draft.content,
        leftByName: isOwn ? null : draft.ownerName,
      },
    };
  }

  /** The next version of the caller's draft; 409 where it was saved elsewhere meanwhile, or the step is no longer his to do. */
  async keep(caller: Caller, id: string, { basedOn, content }: KeepDraftDto): Promise<DraftVersionView> {
    const at = new Date(this.clock.now()).toISOString();
    const version = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.tasks.requireFree(work, caller, id, 'user-task.complete');
      if (seen.row.state !== 'open') throw conflict(DONE);
      return this.write(work, caller, seen, { content: content as JsonObject, basedOn, at });
    });
    return { version, savedAt: at };
  }

  async drop(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      await this.tasks.require(work, caller, id, 'user-task.read');
      await this.drafts.drop(work, caller, id);
    });
  }

  private async write(
    work: Work,
    caller: Caller,
    seen: SeenTask,
    written: { readonly content: JsonObject; readonly basedOn: number; readonly at: string },
  ): Promise<number> {
    const id = commandIdOf(caller.personId, `user-tasks/${seen.row.id}/draft`, '');
    const fileIds = filesNamedIn(written.content);
    const version = await this.drafts.keep(work, caller, seen, { id, fileIds, ...written });
    if (version === undefined) throw draftConflict();
    return version;
  }
}
