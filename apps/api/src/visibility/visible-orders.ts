import { Injectable } from '@nestjs/common';
import {
  findSupervisionOrder,
  listSupervisionOrders,
  receiptsOfCase,
  userTasksOfCases,
  type CaseReceipt,
  type SupervisionOrderRow,
  type UserTaskRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader, noSuchCase, type SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { ListedDefinitions } from './listed-definitions.js';
import { taskResource } from './resources.js';
import { VisibleLists } from './visible-lists.js';

export interface OrdersAsked {
  readonly open: boolean | undefined;
  readonly unitId: string | undefined;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Orders of supervision, for whoever may know of their cases. */
@Injectable()
export class VisibleOrders {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly listed: ListedDefinitions,
    private readonly lists: VisibleLists,
    private readonly cases: CaseReader,
  ) {}

  /** The newest first. */
  async page(
    work: Work,
    caller: Caller,
    { open, unitId, after, limit }: OrdersAsked,
  ): Promise<KnownRows<SupervisionOrderRow>> {
    const reach = caller.reach();
    const unitIds = unitId === undefined ? reach : reach.filter((id) => id === unitId);
    const scope = {
      unitIds,
      checksums: await this.listed.for(work, caller),
      ...(open !== undefined && { open }),
    };
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) =>
        listSupervisionOrders(work, { ...scope, limit: count, ...(place && { after: place }) }),
      placeOf: (row) => [shownMoment(row.startedAt), row.id] as const,
      mayKnow: (row) => this.lists.mayKnowCase(caller, row),
    });
  }

  async require(
    work: Work,
    caller: Caller,
    caseId: string,
  ): Promise<{ readonly order: Known<SupervisionOrderRow>; readonly seen: SeenCase }> {
    const row = await findSupervisionOrder(work, caseId);
    if (!row) throw noSuchCase();
    return { order: asKnown(row), seen: await this.cases.require(work, caller, caseId) };
  }

  /** Whom the order was told to and who has read of it: of a case that the caller reads. */
  async receipts(work: Work, { row }: SeenCase): Promise<Known<CaseReceipt>[]> {
    return (await receiptsOfCase(work, row.id)).map(asKnown);
  }

  /** Whether an order that came out of this case, which the caller reads, is not closed yet; its number. */
  async openOf(work: Work, { row }: SeenCase, clockId: string | null): Promise<string | undefined> {
    const open = await listSupervisionOrders(work, {
      unitIds: [row.unitId],
      checksums: null,
      open: true,
      firstCaseId: row.id,
      limit: 50,
    });
    return open.find((one) => one.clockId === clockId)?.orderNumber;
  }

  /** The open steps of these orders that the caller may know of. */
  async steps(
    work: Work,
    caller: Caller,
    rows: readonly Known<SupervisionOrderRow>[],
  ): Promise<Known<UserTaskRow>[]> {
    const tasks = await userTasksOfCases(
      work,
      rows.map(({ id }) => id),
    );
    const known: Known<UserTaskRow>[] = [];
    for (const task of tasks) {
      const definition = await this.definitions.definitionOf(task);
      if (caller.may('user-task.read', taskResource(task, definition))) known.push(asKnown(task));
    }
    return known;
  }
}
