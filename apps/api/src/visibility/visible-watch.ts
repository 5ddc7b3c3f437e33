import { Injectable } from '@nestjs/common';
import { isWalled } from '@wuqing/access';
import {
  caseRuns,
  casesBarredTo,
  casesOfMonths,
  coloredCases,
  coloredClosedClocks,
  endedCases,
  runningCases,
  watchedCases,
  watchedClocks,
  type CaseFigures,
  type ClosedSteps,
  type ColorFigures,
  type EndedCaseRow,
  type ProcessDefinitionVersion,
  type WatchColor,
  type WatchScope,
  type WatchedCaseRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, stepLevelOf, wallsIn } from '../platform/process-facts.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { taskResource } from './resources.js';

export interface WatchAsked {
  readonly unitId?: string | undefined;
  readonly processKey?: string | undefined;
}

/** What a supervisor may count and see: decided once, for numbers and lists alike. */
export interface Watch {
  readonly scope: WatchScope;
  readonly closed: ClosedSteps;
  /** Name of each process of which there are cases in sight. */
  readonly processNames: ReadonlyMap<string, string>;
}

export interface WatchNumbers {
  readonly running: readonly CaseFigures[];
  readonly colored: readonly ColorFigures[];
  /** Of the year and of the month that is asked about. */
  readonly year: readonly CaseFigures[];
  readonly month: readonly CaseFigures[];
}

export interface Months {
  /** First days of months, 'YYYY-MM-DD': from the first to before the second. */
  readonly year: readonly [string, string];
  readonly month: readonly [string, string];
}

interface Run {
  readonly runKey: string;
  readonly definition: ProcessDefinitionVersion;
}

/**
 * The supervisor's numbers and the lists behind them. Who may know of a case goes by its unit and by the definitions that it
 * runs by, so it is asked for each of those and not for each case; steps that are closed further are asked for one by one.
 */
@Injectable()
export class VisibleWatch {
  constructor(private readonly definitions: DefinitionStore) {}

  /** Refuses who supervises nothing. */
  async of(work: Work, caller: Caller, { unitId, processKey }: WatchAsked): Promise<Watch> {
    const reach = caller.reachFor('supervision.read');
    if (reach.length === 0) throw denied('您的职务没有查看督办台的权限，请由负责监督的人员查看。');
    const unitIds = unitId === undefined ? reach : reach.filter((id) => id === unitId);
    const closerUnitIds = unitIds.filter((id) => caller.may('case.read', { unitId: id, level: 'T' }));
    const runs = await this.runs(work);
    const open = runs.filter(({ definition }) => !isWalled(levelOf(definition.compiled)));
    const closer = runs.filter(
      (one) => open.includes(one) || (closerUnitIds.length > 0 && levelOf(one.definition.compiled) === 'T'),
    );
    const scope: WatchScope = {
      unitIds,
      runs: open.map(({ runKey }) => runKey),
      closerUnitIds,
      closerRuns: closer.map(({ runKey }) => runKey),
      without: await casesBarredTo(work, caller.personId),
      ...(processKey !== undefined && { processKey }),
    };
    const steps = closer.flatMap(closedSteps);
    const openClocks = await this.openClocks(work, caller, scope, steps);
    const processNames = new Map(closer.map(({ definition }) => [definition.key, definition.name]));
    return { scope, closed: { steps, openClocks }, processNames };
  }

  /** `now`: epoch ms. */
  async numbers(work: Work, { scope, closed }: Watch, months: Months, now: number): Promise<WatchNumbers> {
    return {
      running: await runningCases(work, scope),
      colored: await coloredCases(work, scope, closed, now),
      year: await casesOfMonths(work, scope, ...months.year),
      month: await casesOfMonths(work, scope, ...months.month),
    };
  }

  /** Cases of one color, the earliest due first. `today`: 'YYYY-MM-DD'. */
  async cases(
    work: Work,
    caller: Caller,
    { scope, closed }: Watch,
    page: {
      readonly color: WatchColor;
      readonly today: string;
      readonly after: readonly [string, string] | undefined;
      readonly limit: number;
    },
  ): Promise<KnownRows<WatchedCaseRow>> {
    const { color, today, after, limit } = page;
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) =>
        watchedCases(work, scope, closed, { color, today, limit: count, ...(place && { after: place }) }),
      placeOf: (row) => [row.dueOrder, row.id] as const,
      mayKnow: (row) => this.mayKnow(caller, row),
    });
  }

  /** Cases that ended from one day to before another, the last ended first. */
  async ended(
    work: Work,
    caller: Caller,
    { scope }: Watch,
    page: {
      readonly between: readonly [string, string];
      readonly late: boolean | undefined;
      readonly after: readonly [string, string] | undefined;
      readonly limit: number;
    },
  ): Promise<KnownRows<EndedCaseRow>> {
    const { between, late, after, limit } = page;
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) =>
        endedCases(work, scope, { between, late: late ?? null, after: place ?? null, limit: count }),
      placeOf: (row) => [shownMoment(row.endedAt!), row.id] as const,
      // The scope says of unit and definitions all else that there is to be asked.
      mayKnow: (row) => !row.barredPersonIds.includes(caller.personId),
    });
  }

  /** These clocks, as far as the caller may know of their steps. */
  async clocks(
    work: Work,
    caller: Caller,
    ids: readonly string[],
    today: string,
  ): Promise<Known<WatchedCaseRow>[]> {
    const known: Known<WatchedCaseRow>[] = [];
    for (const row of await watchedClocks(work, ids, today))
      if (await this.mayKnow(caller, row)) known.push(asKnown(row));
    return known;
  }

  private async mayKnow(caller: Caller, { step }: WatchedCaseRow): Promise<boolean> {
    const definition = await this.definitions.definitionOf(step);
    return caller.may('deadline.read', taskResource(step, definition));
  }

  private async runs(work: Work): Promise<Run[]> {
    return Promise.all(
      (await caseRuns(work)).map(async (run) => ({
        runKey: run.runKey,
        definition: await this.definitions.definitionOf(run),
      })),
    );
  }

  private async openClocks(
    work: Work,
    caller: Caller,
    scope: WatchScope,
    steps: ClosedSteps['steps'],
  ): Promise<string[]> {
    const open: string[] = [];
    for (const { id, step } of await coloredClosedClocks(work, scope, steps)) {
      const definition = await this.definitions.definitionOf(step);
      if (caller.may('deadline.read', taskResource(step, definition))) open.push(id);
    }
    return open;
  }
}

/** Steps that are closed further than the cases of that run. */
function closedSteps({ runKey, definition: { compiled } }: Run): ClosedSteps['steps'] {
  return [...wallsIn(compiled).own.keys()]
    .filter((id) => compiled.nodes[id]?.type === 'userTask' && isWalled(stepLevelOf(compiled, id)))
    .map((elementId) => ({ runKey, elementId }));
}
