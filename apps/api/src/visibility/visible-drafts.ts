import { Injectable } from '@nestjs/common';
import {
  dropFormDraft,
  findFormDraft,
  keepFormDraft,
  listFormDrafts,
  type DraftFilter,
  type DraftedTaskRow,
  type FormDraftRow,
  type NewFormDraft,
  type Statements,
} from '@wuqing/persistence';
import type { JsonObject } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { barToChecking } from './checked-work.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { taskResource } from './resources.js';
import { IdentitySeals } from './identity-seals.js';
import { VisibleIdentities } from './visible-identities.js';
import type { SeenTask } from './visible-records.js';

/** What people have written into forms and not submitted: each his own, and what a holder left behind for the next one. */
@Injectable()
export class VisibleDrafts {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly seals: IdentitySeals,
    private readonly identities: VisibleIdentities,
  ) {}

  /** The caller's own draft of a step that he reads; where he has none and may do the step, what its last holder left. */
  async ofTask(work: Statements, caller: Caller, seen: SeenTask): Promise<Known<FormDraftRow> | undefined> {
    const orLeft = await this.isHisToDo(work, caller, seen);
    const draft = await findFormDraft(work, {
      userTaskId: seen.row.id,
      ownerId: caller.personId,
      orLeft,
    });
    if (!draft) return undefined;
    const { row, definition } = seen;
    const form = await this.definitions.form(definition, row.formKey);
    if (!form) return asKnown(draft);
    const filled = { form, data: dataOf(draft.content), caseId: row.caseId };
    const isOwn = draft.ownerId === caller.personId;
    const data = await this.identities.draft(work, caller, filled, isOwn);
    return asKnown({ ...draft, content: { ...draft.content, data } });
  }

  /** The caller's draft of a step that he may do; undefined where it was not written. */
  async keep(
    work: Statements,
    caller: Caller,
    { row, definition }: SeenTask,
    draft: Omit<NewFormDraft, 'ownerId' | 'userTaskId'>,
  ): Promise<number | undefined> {
    const form = (await this.definitions.form(definition, row.formKey)) ?? null;
    const data = await this.seals.sealed(work, { form, data: dataOf(draft.content), caseId: row.caseId });
    const content = { ...draft.content, data };
    return keepFormDraft(work, { ...draft, content, userTaskId: row.id, ownerId: caller.personId });
  }

  async drop(work: Statements, caller: Caller, userTaskId: string): Promise<void> {
    await dropFormDraft(work, { userTaskId, ownerId: caller.personId });
  }

  /** The steps of which the caller has a draft and may still know of, the latest first. */
  async mine(
    work: Statements,
    caller: Caller,
    { after, limit }: Omit<DraftFilter, 'ownerId'>,
  ): Promise<KnownRows<DraftedTaskRow>> {
    caller.addressed();
    return knownPage({
      after,
      limit,
      rowsAfter: (behind, count) =>
        listFormDrafts(work, {
          ownerId: caller.personId,
          limit: count,
          ...(behind && { after: behind }),
        }),
      placeOf: (row) => [row.savedOrder, row.draftId] as const,
      mayKnow: async (row) =>
        caller.may('user-task.read', taskResource(row, await this.definitions.definitionOf(row))),
    });
  }

  private async isHisToDo(work: Statements, caller: Caller, { row, definition }: SeenTask): Promise<boolean> {
    if (row.state !== 'open' || (row.assigneeId !== null && row.assigneeId !== caller.personId)) return false;
    if (!caller.may('user-task.complete', taskResource(row, definition))) return false;
    return (await barToChecking(work, caller, row, definition.compiled)) === undefined;
  }
}

/** What is filled in so far. A draft of other hands may lack it. */
const dataOf = ({ data }: JsonObject): JsonObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as JsonObject) : {};
