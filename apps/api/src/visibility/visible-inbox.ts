import { Injectable } from '@nestjs/common';
import {
  listCopies,
  listDoneTasks,
  listInbox,
  type CaseCopyRow,
  type CopyFilter,
  type DoneWork,
  type DoneFilter,
  type InboxFilter,
  type InboxOf,
  type InboxRow,
  type ProcessDefinitionVersion,
  type Statements,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { barOf, checkedBy, doneBefore, namesPeople } from './checked-work.js';
import type { Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { taskResource } from './resources.js';
import { VisibleCounts, type CountKnown } from './visible-counts.js';
import { VisibleLists } from './visible-lists.js';

/** What must be known of the rows of a page, looked up for all of them at once. */
interface LookAtTasks {
  readonly definitionOf: (row: InboxRow) => ProcessDefinitionVersion;
  readonly done: readonly DoneWork[];
}

/** What waits for the caller, what he has done, and what he was told of. */
@Injectable()
export class VisibleInbox {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly lists: VisibleLists,
    private readonly visibleCounts: VisibleCounts,
  ) {}

  /** What the caller has claimed, and what his positions may claim; the most urgent first; not what would check his own work. */
  async tasks(
    work: Statements,
    caller: Caller,
    filter: Omit<InboxFilter, 'checking'>,
  ): Promise<KnownRows<InboxRow>> {
    const inbox = inboxOf(caller);
    const checking = this.definitions.checkingSteps();
    let look: LookAtTasks | undefined;
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: async (after, limit) => {
        const rows = await listInbox(work, inbox, { ...filter, after, limit, checking });
        look = await this.lookAtTasks(work, caller, rows);
        return rows;
      },
      placeOf: (row) => [row.order, row.id] as const,
      mayKnow: (row) => {
        const { definitionOf, done } = look!;
        const definition = definitionOf(row);
        if (!caller.may('user-task.read', taskResource(row, definition))) return false;
        return barOf(caller, row, definition.compiled, done) === undefined;
      },
    });
  }

  /** What the caller has done and may still know of, the latest first. */
  async done(
    work: Statements,
    caller: Caller,
    filter: Omit<DoneFilter, 'personId'>,
  ): Promise<KnownRows<InboxRow>> {
    caller.addressed();
    const { personId } = caller;
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: (after, limit) => listDoneTasks(work, { ...filter, personId, after, limit }),
      placeOf: (row) => [row.order, row.id] as const,
      mayKnow: (row) => this.mayKnowTask(caller, row),
    });
  }

  /** Cases that the caller was told of and may know of, the latest first. */
  async copies(
    work: Statements,
    caller: Caller,
    filter: Omit<CopyFilter, 'personId'>,
  ): Promise<KnownRows<CaseCopyRow>> {
    caller.addressed();
    const { personId } = caller;
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: (after, limit) => listCopies(work, { ...filter, personId, after, limit }),
      placeOf: (row) => [row.sentOrder, row.copyId] as const,
      mayKnow: (row) => this.lists.mayKnowCase(caller, row),
    });
  }

  /** How much waits for the caller, by kind. */
  counts(work: Statements, caller: Caller): Promise<Known<CountKnown>[]> {
    return this.visibleCounts.of(work, caller, inboxOf(caller));
  }

  private async lookAtTasks(
    work: Statements,
    caller: Caller,
    rows: readonly InboxRow[],
  ): Promise<LookAtTasks> {
    const definitionOf = await this.definitions.definitionsOf(rows);
    // Whom he stands in for has done as much as if he had done it himself.
    const steps = rows
      .map((row) => ({ row, checked: checkedBy(definitionOf(row).compiled, row.elementId) }))
      .filter(({ row, checked }) => caller.standsIn || (row.hasOwnWork ?? true) || namesPeople(checked))
      .map(({ row: { caseId }, checked }) => ({ caseId, checked }));
    return { definitionOf, done: await doneBefore(work, steps) };
  }

  private async mayKnowTask(caller: Caller, row: InboxRow): Promise<boolean> {
    return caller.may('user-task.read', taskResource(row, await this.definitions.definitionOf(row)));
  }
}

const inboxOf = (caller: Caller): InboxOf => ({ personId: caller.personId, positions: caller.addressed() });
