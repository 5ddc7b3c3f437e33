import { Injectable } from '@nestjs/common';
import {
  doneWork,
  inboxCounts,
  listCopies,
  listDoneTasks,
  listInbox,
  waitingTasks,
  type CaseCopyRow,
  type CopyFilter,
  type DoneFilter,
  type DoneRow,
  type InboxCount,
  type InboxFilter,
  type InboxOf,
  type InboxRow,
  type Statements,
  type UserTaskRow,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { barOf, barToChecking, checkedBy } from './checked-work.js';
import type { Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { taskResource } from './resources.js';
import { sightFrom, waitingFor } from './sights.js';
import { VisibleLists } from './visible-lists.js';
import { asKnown } from './known.js';

/** How many tasks wait, of one kind that the caller may know of. */
export type CountKnown = Omit<InboxCount, 'sight'> & {
  readonly elementId: string;
  readonly definitionChecksum: string;
};

/** What waits for the caller, what he has done, and what he was told of. */
@Injectable()
export class VisibleInbox {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly lists: VisibleLists,
  ) {}

  /** What the caller has claimed, and what his positions may claim; the most urgent first; not what would check his own work. */
  async tasks(work: Statements, caller: Caller, filter: InboxFilter): Promise<KnownRows<InboxRow>> {
    const inbox = inboxOf(caller);
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: (after, limit) => listInbox(work, inbox, { ...filter, after, limit }),
      placeOf: (row) => [row.dueOrder, row.id] as const,
      mayKnow: async (row) => {
        const definition = await this.definitions.definitionOf(row);
        if (!caller.may('user-task.read', taskResource(row, definition))) return false;
        return (await barToChecking(work, caller, row, definition.compiled)) === undefined;
      },
    });
  }

  /** What the caller has done and may still know of, the latest first. */
  async done(
    work: Statements,
    caller: Caller,
    filter: Omit<DoneFilter, 'personId'>,
  ): Promise<KnownRows<DoneRow>> {
    caller.addressed();
    const { personId } = caller;
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: (after, limit) => listDoneTasks(work, { ...filter, personId, after, limit }),
      placeOf: (row) => [row.doneOrder, row.id] as const,
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

  /**
   * How much waits for the caller, by kind: what is kept, added up. What is closed to him is in none of it; steps that check
   * others' work, and they alone, are looked at one by one.
   */
  async counts(work: Statements, caller: Caller): Promise<Known<CountKnown>[]> {
    const inbox = inboxOf(caller);
    const counts = await inboxCounts(work, inbox);
    const seen = await this.lookAt(caller, [...new Set(counts.map(({ sight }) => sight))]);
    const checking = [...seen].filter(([, look]) => look === 'checks').map(([sight]) => sight);
    return [
      ...counts.filter(({ sight }) => seen.get(sight) === 'known'),
      ...(await this.checkingCounts(work, caller, { inbox, checking })),
    ].map(({ sight, ...count }) => {
      const { elementId, definitionChecksum } = sightFrom(sight);
      return asKnown({ ...count, elementId, definitionChecksum });
    });
  }

  private async lookAt(
    caller: Caller,
    sights: readonly string[],
  ): Promise<ReadonlyMap<string, 'known' | 'checks' | 'hidden'>> {
    const looks = sights.map(async (text) => {
      const sight = sightFrom(text);
      const { compiled } = await this.definitions.definitionOf(sight);
      const level = stepLevelOf(compiled, sight.elementId);
      if (!caller.may('user-task.read', waitingFor(caller.personId, level))) return [text, 'hidden'] as const;
      return [text, checkedBy(compiled, sight.elementId).length > 0 ? 'checks' : 'known'] as const;
    });
    return new Map(await Promise.all(looks));
  }

  private async checkingCounts(
    work: Statements,
    caller: Caller,
    { inbox, checking }: { readonly inbox: InboxOf; readonly checking: readonly string[] },
  ): Promise<InboxCount[]> {
    if (checking.length === 0) return [];
    const tasks = await waitingTasks(work, inbox, checking);
    const steps = await Promise.all(
      checking.map(async (text) => {
        const { compiled } = await this.definitions.definitionOf(sightFrom(text));
        return [text, { compiled, checked: checkedBy(compiled, sightFrom(text).elementId) }] as const;
      }),
    );
    const bySight = new Map(steps);
    const done = await doneWork(
      work,
      [...new Set(tasks.map(({ caseId }) => caseId))],
      [...new Set(steps.flatMap(([, { checked }]) => checked))],
    );
    return tasks
      .filter((task) => barOf(caller, task, bySight.get(task.sight)!.compiled, done) === undefined)
      .map(({ isClaimed, sight, tone, dueOn }) => ({ isClaimed, sight, tone, dueOn, n: 1 }));
  }

  private async mayKnowTask(caller: Caller, row: UserTaskRow): Promise<boolean> {
    return caller.may('user-task.read', taskResource(row, await this.definitions.definitionOf(row)));
  }
}

const inboxOf = (caller: Caller): InboxOf => ({ personId: caller.personId, positions: caller.addressed() });
