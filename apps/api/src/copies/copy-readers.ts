import { Injectable } from '@nestjs/common';
import { ancestorsOf, nearestOfKind } from '@wuqing/organization';
import { standingsInUnits, type PersonStanding, type Work } from '@wuqing/persistence';
import { actorsFrom } from '../access/actor-from.js';
import { Official, type Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import type { SeenCase } from '../visibility/case-reader.js';
import { isReaderOf } from '../visibility/case-readers.js';

/** To whom a copy of a case may go: whoever else may read it already, as far as the sender can tell. */
@Injectable()
export class CopyReaders {
  constructor(
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async of(work: Work, caller: Caller, seen: SeenCase): Promise<PersonStanding[]> {
    const today = this.clock.today();
    const people = await standingsInUnits(work, await this.unitsAround(seen), today);
    const actors = actorsFrom(people, await this.units.all(), today);
    return people.filter(({ personId }) => {
      const actor = personId === caller.personId ? undefined : actors.get(personId);
      return actor !== undefined && isReaderOf(seen, new Official(actor));
    });
  }

  /** The case's own unit, those above it, the town's offices, and where its open steps wait. */
  private async unitsAround({ row, tasks }: SeenCase): Promise<string[]> {
    const tree = await this.units.tree();
    const town = nearestOfKind(row.unitId, 'town', tree);
    const offices = town ? (tree.children.get(town.id) ?? []).filter(({ kind }) => kind === 'office') : [];
    const above = ancestorsOf(row.unitId, tree);
    const waiting = tasks.flatMap(({ candidates }) => candidates.map(({ unitId }) => unitId));
    return [...new Set([row.unitId, ...[...above, ...offices].map(({ id }) => id), ...waiting])];
  }
}
