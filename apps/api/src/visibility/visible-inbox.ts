import { Injectable } from '@nestjs/common';
import {
  inboxCounts,
  listCopies,
  listDoneTasks,
  listInbox,
  waitingTasks,
  waitingTasksAfter,
  type CaseCopyRow,
  type CopyFilter,
  type DoneWork,
  type DoneFilter,
  type InboxCount,
  type InboxFilter,
  type InboxOf,
  type InboxRow,
  type ProcessDefinitionVersion,
  type Statements,
  type WaitingTask,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { barOf, checkedBy, doneBefore } from './checked-work.js';
import type { Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { taskResource } from './resources.js';
import { sightFrom, waitingFor } from './sights.js';
import { VisibleLists } from './visible-lists.js';
import { asKnown } from './known.js';

/** How many tasks wait at one step that the caller may know of. */
export type CountKnown = Omit<InboxCount, 'sight'> & {
  readonly elementId: string;
  readonly definitionChecksum: string;
};

/** What must be known of the rows of a page, looked up for all of them at once. */
interface LookAtTasks {
  readonly definitionOf: (row: InboxRow) => ProcessDefinitionVersion;
  readonly done: readonly DoneWork[];
}

interface Checking {
  readonly inbox: InboxOf;
  /** Sights of steps that check. */
  readonly checking: readonly string[];
  /** Whether the caller stands in for somebody. */
  readonly standsIn: boolean;
}

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
    let look: LookAtTasks | undefined;
    return knownPage({
      after: filter.after,
      limit: filter.limit,
      rowsAfter: async (after, limit) => {
        const rows = await listInbox(work, inbox, { ...filter, after, limit });
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

  /**
   * How much waits for the caller, by kind: what is kept, added up. What is closed to him is in none of it. Of steps that check
   * others' work it is less what would check his own: these tasks alone are looked up, by what he has done. Whoever stands in for
   * somebody is asked for at each of them.
   */
  async counts(work: Statements, caller: Caller): Promise<Known<CountKnown>[]> {
    const inbox = inboxOf(caller);
    const counts = await inboxCounts(work, inbox);
    const seen = await this.lookAt(caller, [...new Set(counts.map(({ sight }) => sight))]);
    const checking = [...seen].filter(([, look]) => look === 'checks').map(([sight]) => sight);
    const standsIn = caller.standsIn;
    const counted = standsIn ? ['known'] : ['known', 'checks'];
    return [
      ...counts.filter(({ sight }) => counted.includes(seen.get(sight)!)),
      ...(await this.checkingCounts(work, caller, { inbox, checking, standsIn })),
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

  /** Tasks of steps that check: all that the caller may do, or less than nothing for each that he may not. */
  private async checkingCounts(
    work: Statements,
    caller: Caller,
    { inbox, checking, standsIn }: Checking,
  ): Promise<InboxCount[]> {
    if (checking.length === 0) return [];
    const steps = new Map(
      await Promise.all(
        checking.map(async (text) => {
          const { compiled } = await this.definitions.definitionOf(sightFrom(text));
          return [text, { compiled, checked: checkedBy(compiled, sightFrom(text).elementId) }] as const;
        }),
      ),
    );
    const checked = [...new Set([...steps.values()].flatMap((step) => step.checked))];
    const tasks = standsIn
      ? await waitingTasks(work, inbox, checking)
      : await waitingTasksAfter(work, inbox, checking, checked);
    const done = await doneBefore(
      work,
      tasks.map(({ caseId }) => ({ caseId, checked })),
    );
    const isBarred = (task: WaitingTask) =>
      barOf(caller, task, steps.get(task.sight)!.compiled, done) !== undefined;
    return tasks
      .filter((task) => isBarred(task) !== standsIn)
      .map(({ isClaimed, sight, tone, dueOn }) => ({
        isClaimed,
        sight,
        counted: { [`${dueOn} ${tone}`]: standsIn ? 1 : -1 },
      }));
  }

  private async lookAtTasks(
    work: Statements,
    caller: Caller,
    rows: readonly InboxRow[],
  ): Promise<LookAtTasks> {
    const definitionOf = await this.definitions.definitionsOf(rows);
    // Whom he stands in for has done as much as if he had done it himself.
    const asked = caller.standsIn ? rows : rows.filter(({ hasOwnWork }) => hasOwnWork);
    const steps = asked.map((row) => ({
      caseId: row.caseId,
      checked: checkedBy(definitionOf(row).compiled, row.elementId),
    }));
    return { definitionOf, done: await doneBefore(work, steps) };
  }

  private async mayKnowTask(caller: Caller, row: InboxRow): Promise<boolean> {
    return caller.may('user-task.read', taskResource(row, await this.definitions.definitionOf(row)));
  }
}

const inboxOf = (caller: Caller): InboxOf => ({ personId: caller.personId, positions: caller.addressed() });
