import { Injectable } from '@nestjs/common';
import { ancestorsOf, isMembership, isPositionKey, nearestOfKind, titleOf } from '@wuqing/organization';
import { UnitOfWork, standingsInUnits, type PersonStanding } from '@wuqing/persistence';
import { initialsOf } from '@wuqing/search-words';
import { actorsFrom } from '../access/actor-from.js';
import { Official, type Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import { foundIn } from '../user-tasks/choices/list-choices.query.js';
import type { ChoiceListView, ChoiceView } from '../user-tasks/choices/dto/choices.view.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { isReaderOf } from '../visibility/case-readers.js';

/** To whom a copy of a case may go: who may read it already. It opens nothing to anybody. */
@Injectable()
export class ListCopyReceiversQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, caseId: string, search: string): Promise<ChoiceListView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId);
      const today = this.clock.today();
      const people = await standingsInUnits(work, await this.unitsAround(seen), today);
      const actors = actorsFrom(people, await this.units.all(), today);
      const readers = people.filter(({ personId }) => {
        const actor = personId === caller.personId ? undefined : actors.get(personId);
        return actor !== undefined && isReaderOf(seen, new Official(actor));
      });
      return foundIn(readers.map(choiceOf), search);
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

/** Standings in the party are no titles that people go by. */
function choiceOf({ personId, personName, unitName, positions }: PersonStanding): ChoiceView {
  const titles = positions
    .filter((position) => position.personId === personId)
    .flatMap(({ key }) => (isPositionKey(key) && !isMembership(key) ? [titleOf(key)] : []));
  return {
    id: personId,
    name: personName,
    initials: initialsOf(personName),
    note: [unitName, [...new Set(titles)].join('、')].filter((part) => part !== '').join('，'),
  };
}
