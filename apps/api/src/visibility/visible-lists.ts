import { Injectable } from '@nestjs/common';
import { opens } from '@wuqing/access';
import {
  findAlert,
  listAlerts,
  listCases,
  listDeadlines,
  versionsWithCases,
  type AlertFilter,
  type AlertRow,
  type CaseFilter,
  type CaseRow,
  type CircleRow,
  type DeadlineFilter,
  type ListedCase,
  type ListedDeadline,
  type ProcessDefinitionVersion,
  type RunningBy,
  type Statements,
  type UnitScope,
  type VersionWithCases,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf } from '../platform/process-facts.js';
import { mayKnowAlert } from './alert-sight.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { ListedDefinitions } from './listed-definitions.js';
import { circleIn, taskResource } from './resources.js';
import { shownMoment } from '../http/shown-moment.js';

interface Place {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

type InUnit = Place & {
  /** Of this unit alone, where the caller sees it. */
  readonly unitId?: string;
};
type CasesAsked = InUnit & Pick<CaseFilter, 'processKey' | 'status' | 'terms' | 'rootsBy' | 'startedBy'>;

/** Every list of what belongs to cases: scoped by an index, then `access` is asked for each row. */
@Injectable()
export class VisibleLists {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly listed: ListedDefinitions,
  ) {}

  /** Newest first. `unitIds`: where another act than reading scopes the list. */
  async cases(
    work: Statements,
    caller: Caller,
    { unitId, after, limit, ...filter }: CasesAsked,
    unitIds?: readonly string[],
  ): Promise<KnownRows<ListedCase>> {
    const units = unitIds === undefined ? reachOf(caller, unitId) : { unitIds: within(unitIds, unitId) };
    const scope = {
      ...filter,
      ...units,
      hidden: await this.listed.hiddenFrom(work, caller),
      personId: caller.personId,
      offices: caller.access.positions.map((position) => position.unitId),
    };
    let definitionOf: DefinitionOf | undefined;
    return knownPage({
      after,
      limit,
      rowsAfter: async (place, count) => {
        const rows = await listCases(work, { ...scope, after: place, limit: count });
        definitionOf = await this.definitions.definitionsOf(rows);
        return rows;
      },
      placeOf: (row) => [row.startedOrder, row.id] as const,
      mayKnow: (row) => mayKnowCase(caller, row, definitionOf!(row)),
    });
  }

  /** The earliest due first. */
  async deadlines(
    work: Statements,
    caller: Caller,
    { unitId, after, limit, state }: InUnit & Pick<DeadlineFilter, 'state'>,
  ): Promise<KnownRows<ListedDeadline>> {
    const units = reachOf(caller, unitId);
    const scope = {
      state,
      ...units,
      hidden: await this.listed.hiddenFrom(work, caller),
      personId: caller.personId,
    };
    let definitionOf: DefinitionOf | undefined;
    let isListed: ((run: RunningBy) => boolean) | undefined;
    return knownPage({
      after,
      limit,
      rowsAfter: async (place, count) => {
        const rows = await listDeadlines(work, { ...scope, after: place, limit: count });
        const steps = rows.map(({ step }) => step);
        definitionOf = await this.definitions.definitionsOf(steps);
        isListed = await this.listed.lists(caller, steps);
        return rows;
      },
      placeOf: (row) => [row.dueOrder, row.clock.id] as const,
      mayKnow: ({ step, unitId: of }) =>
        (unitId === undefined || of === unitId) &&
        opens(caller.access, of) &&
        isListed!(step) &&
        caller.may('deadline.read', taskResource(step, definitionOf!(step))),
    });
  }

  /** Addressed to the caller's positions, the newest first. */
  alerts(
    work: Work,
    caller: Caller,
    { after, limit, openOnly, unitId }: InUnit & Pick<AlertFilter, 'openOnly'>,
  ): Promise<KnownRows<AlertRow>> {
    const scope = { openOnly, positions: caller.addressed(), ...(unitId !== undefined && { unitId }) };
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) => listAlerts(work, { ...scope, after: place, limit: count }),
      placeOf: (row) => [shownMoment(row.createdAt), row.id] as const,
      mayKnow: (row) => this.mayKnowAlert(caller, row),
    });
  }

  /** An alert that the caller may know of; undefined as well where there is none. */
  async alert(work: Work, caller: Caller, id: string): Promise<Known<AlertRow> | undefined> {
    const row = await findAlert(work, id);
    return row && (await this.mayKnowAlert(caller, row)) ? asKnown(row) : undefined;
  }

  /** Versions of processes whose cases everybody may list, with how many the caller may migrate. */
  async versions(work: Work, unitIds: readonly string[]): Promise<VersionWithCases[]> {
    return versionsWithCases(work, { unitIds, checksums: await this.listed.open(work) });
  }

  async mayKnowCase(caller: Caller, row: ListedAs): Promise<boolean> {
    return mayKnowCase(caller, row, await this.definitions.definitionOf(row));
  }

  private async mayKnowAlert(caller: Caller, row: AlertRow): Promise<boolean> {
    return mayKnowAlert(caller, row, await this.definitions.definitionOf(row.step));
  }
}

type ListedAs = RunningBy & CircleRow & Pick<CaseRow, 'unitId'> & Partial<Pick<CaseRow, 'handledUnitIds'>>;
type DefinitionOf = (row: RunningBy) => ProcessDefinitionVersion;

const mayKnowCase = (caller: Caller, row: ListedAs, { compiled }: ProcessDefinitionVersion): boolean => {
  const { unitId, handledUnitIds } = row;
  return caller.may('case.read', { unitId, handledUnitIds, level: levelOf(compiled), ...circleIn(row) });
};

/** Units that scope a list; of nearly all, the others are named. */
const reachOf = (caller: Caller, unitId: string | undefined): UnitScope => {
  const unitIds = caller.reach();
  if (unitId !== undefined) return { unitIds: opens(caller.access, unitId) ? [unitId] : [] };
  const { beyond } = caller.access;
  return { unitIds, ...(beyond && { except: beyond }) };
};

const within = (unitIds: readonly string[], unitId: string | undefined): readonly string[] =>
  unitId === undefined ? unitIds : unitIds.filter((id) => id === unitId);
