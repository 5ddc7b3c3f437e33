import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import {
  UnitOfWork,
  dropStartDraft,
  findStartDraft,
  keepStartDraft,
  startDraftsOf,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied, invalid, notFound } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { fixedTitleOf } from '../platform/process-facts.js';
import { ProcessReader } from '../processes/process-reader.js';
import { draftConflict } from './draft-conflict.js';
import type { KeepStartDraftDto } from './dto/draft.dto.js';
import type { DraftVersionView, DraftedStartListView, KeptDraftView } from './dto/draft.view.js';

/** What the caller has written to start a case with; of each process that he may start one. */
@Injectable()
export class StartDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly processes: ProcessReader,
    private readonly clock: Clock,
  ) {}

  /** Of a process that is no longer in force there is nothing to go on with. */
  async list(caller: Caller): Promise<DraftedStartListView> {
    caller.require('process.read', {});
    return this.unitOfWork.run(caller.actor, async (work) => {
      const inForce = await this.definitions.inForce(work);
      const drafts = await startDraftsOf(work, caller.personId);
      return {
        items: drafts.flatMap(({ processKey, savedAt }) => {
          const process = inForce.find(({ key }) => key === processKey);
          return process ? [{ processKey, processName: process.name, savedAt: shownMoment(savedAt) }] : [];
        }),
      };
    });
  }

  async read(caller: Caller, processKey: string): Promise<KeptDraftView> {
    caller.require('process.read', {});
    const draft = await this.unitOfWork.run(caller.actor, async (work) => {
      await this.require(work, processKey);
      return findStartDraft(work, { ownerId: caller.personId, processKey });
    });
    if (!draft) return { draft: null };
    const { version, content, savedAt } = draft;
    return { draft: { version, content, savedAt: shownMoment(savedAt), leftByName: null } };
  }

  async keep(
    caller: Caller,
    processKey: string,
    { basedOn, content }: KeepStartDraftDto,
  ): Promise<DraftVersionView> {
    caller.require('process.read', {});
    const definition = await this.unitOfWork.run(caller.actor, (work) => this.require(work, processKey));
    if ((await this.processes.view(caller, definition)).units.length === 0) throw denied();
    const fixed = fixedTitleOf(definition.compiled);
    if (fixed !== undefined && content.title && content.title !== fixed)
      throw invalid([{ path: '/content/title', message: `这类事项的名称统一为“${fixed}”，不写内容。` }]);
    const at = new Date(this.clock.now()).toISOString();
    const draft = {
      ownerId: caller.personId,
      processKey,
      content: { ...content } as JsonObject,
      basedOn,
      at,
    };
    const version = await this.unitOfWork.look(caller.actor, (work) => keepStartDraft(work, draft));
    if (version === undefined) throw draftConflict();
    return { version, savedAt: at };
  }

  async drop(caller: Caller, processKey: string): Promise<void> {
    caller.require('process.read', {});
    await this.unitOfWork.run(caller.actor, async (work) => {
      await this.require(work, processKey);
      await dropStartDraft(work, { ownerId: caller.personId, processKey });
    });
  }

  private async require(work: Work, processKey: string): Promise<ProcessDefinitionVersion> {
    const found = await this.definitions.inForceOf(work, processKey);
    if (!found) throw notFound();
    return found;
  }
}
