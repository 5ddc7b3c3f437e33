import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { hiddenFields, isWithoutText, strayIn, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict, invalid } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { commandIdOf } from '../platform/fingerprint.js';
import { TaskReader, type SeenTask } from '../user-tasks/task-reader.js';
import { VisibleDrafts } from '../visibility/visible-drafts.js';
import { draftConflict } from './draft-conflict.js';
import type { KeepDraftDto, TaskDraftContentDto } from './dto/draft.dto.js';
import { filesNamedIn } from './files-named.js';
import type { DraftVersionView, KeptDraftView } from './dto/draft.view.js';

const NO_WORDS = '这一步不写内容，草稿只保存表单里的选项和日期。';
const NOT_SHOWN = '按目前填写的内容，这一项不显示，草稿也不保存。';
const DONE = '这一步已经办结，草稿没有再存。';

/** 草稿: what the caller has written into the form of a step. It moves nothing and tells nobody. */
@Injectable()
export class TaskDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly drafts: VisibleDrafts,
    private readonly definitions: DefinitionStore,
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
      await this.requireWithinForm(seen, content);
      return this.write(work, caller, seen, { content: contentOf(content), basedOn, at });
    });
    return { version, savedAt: at };
  }

  async drop(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      await this.tasks.require(work, caller, id, 'user-task.read');
      await this.drafts.drop(work, caller, id);
    });
  }

  /**
   * What a closed form does not show is in no draft of it; a form without a place for words has none in its draft either: what such a
   * step is about must be written nowhere.
   */
  private async requireWithinForm(
    { row, definition }: SeenTask,
    { data, pastEntryReason, names }: TaskDraftContentDto,
  ): Promise<void> {
    const form = await this.definitions.form(definition, row.formKey);
    if (!form) return;
    const written = data as JsonObject;
    const faults = hiddenIn(form, written).map((key) => ({
      path: `/content/data/${key}`,
      message: NOT_SHOWN,
    }));
    if (isWithoutText(form)) {
      const stray = strayIn(form, written).map((key) => `data/${key}`);
      if (pastEntryReason) stray.push('pastEntryReason');
      if (Object.keys(names ?? {}).length > 0) stray.push('names');
      faults.push(...stray.map((place) => ({ path: `/content/${place}`, message: NO_WORDS })));
    }
    if (faults.length > 0) throw invalid(faults);
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

/** As a plain object; a file is called by a text, and whatever else stands there is none's name. */
function contentOf({ data, pastEntryReason = '', names = {} }: TaskDraftContentDto): JsonObject {
  const called = Object.entries(names).filter(([id, name]) => isUUID(id) && typeof name === 'string');
  if (called.length < Object.keys(names).length)
    throw invalid([{ path: '/content/names', message: '文件名称应按文件编号列出。' }]);
  return { data: data as JsonObject, pastEntryReason, names: Object.fromEntries(called) };
}

/** Fields of a form at level T or N that it does not show, and that are filled in all the same. */
function hiddenIn(form: FormDefinition, data: JsonObject): string[] {
  if (!['T', 'N'].includes(String(form.schema['x-reader']))) return [];
  const hidden = hiddenFields(form, data);
  return Object.keys(data).filter((key) => hidden.has(key));
}
