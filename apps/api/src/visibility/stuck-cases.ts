import { Injectable } from '@nestjs/common';
import {
  listStuckCases,
  stuckElements,
  type CaseRow,
  type CircleRow,
  type RunningBy,
  type StuckCaseRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, wallsIn } from '../platform/process-facts.js';
import { CaseReader } from './case-reader.js';
import { circleIn } from './resources.js';
import { knownPage, type KnownRows } from './known-page.js';
import { ListedDefinitions } from './listed-definitions.js';
import { shownMoment } from '../http/shown-moment.js';

interface Asked {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

export interface StuckCases extends KnownRows<StuckCaseRow> {
  /** How many there are on all pages. */
  readonly total: number;
}

type Placed = RunningBy & CircleRow & Pick<CaseRow, 'id' | 'unitId'>;
type MayKnow = (row: Placed, elementId: string) => Promise<boolean>;

/** Cases that are stuck where the caller may mend them and may know of it. */
@Injectable()
export class VisibleStuckCases {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly listed: ListedDefinitions,
    private readonly reader: CaseReader,
  ) {}

  /** The one that has been stuck longest first. */
  async page(work: Work, caller: Caller, { after, limit }: Asked): Promise<StuckCases> {
    const unitIds = caller.reachFor('case.repair');
    const scope = { unitIds, checksums: await this.listed.for(work, caller) };
    const known = new Map<string, boolean>();
    const mayKnow: MayKnow = async (row, elementId) => {
      const place = `${row.id}/${elementId}`;
      const answer = known.get(place) ?? (await this.mayKnow(work, caller, row, elementId));
      known.set(place, answer);
      return answer;
    };
    const page = await knownPage({
      after,
      limit,
      rowsAfter: async (place, count) =>
        knownOf(await listStuckCases(work, { ...scope, after: place, limit: count }), mayKnow),
      placeOf: (row) => [shownMoment(row.since), row.id] as const,
      mayKnow: async ({ incidents }) => incidents.length > 0,
    });
    return { ...page, total: await this.count(await stuckElements(work, scope), mayKnow) };
  }

  private async count(
    rows: readonly (Placed & { readonly elementId: string })[],
    mayKnow: MayKnow,
  ): Promise<number> {
    const cases = new Set<string>();
    for (const row of rows) if (await mayKnow(row, row.elementId)) cases.add(row.id);
    return cases.size;
  }

  private async mayKnow(work: Work, caller: Caller, row: Placed, elementId: string): Promise<boolean> {
    const definition = await this.definitions.definitionOf(row);
    const { compiled } = definition;
    const resource = { unitId: row.unitId, level: levelOf(compiled), ...circleIn(row) };
    if (!caller.may('case.repair', resource)) return false;
    if (!wallsIn(compiled).closed.has(elementId)) return true;
    return (await this.reader.sightOf(work, caller, row, definition)).knows(elementId);
  }
}

/** Each with what of its incidents may be known; one after the other, since they ask over the connection of one transaction. */
async function knownOf(rows: readonly StuckCaseRow[], mayKnow: MayKnow): Promise<StuckCaseRow[]> {
  const known: StuckCaseRow[] = [];
  for (const row of rows) {
    const incidents: StuckCaseRow['incidents'][number][] = [];
    for (const incident of row.incidents)
      if (await mayKnow(row, incident.elementId)) incidents.push(incident);
    known.push({ ...row, incidents });
  }
  return known;
}
