import { Injectable } from '@nestjs/common';
import type { PickField } from '@wuqing/forms';
import {
  isMembership,
  isOfficeCode,
  isPositionKey,
  nearestOfKind,
  titleOf,
  unitAt,
  unitsUnder,
  type CandidatePlace,
  type OrganizationIndex,
} from '@wuqing/organization';
import { choosablePersons, type ChoosablePerson, type Statements } from '@wuqing/persistence';
import { initialsOf } from '@wuqing/search-words';
import { UnitDirectory } from '../../access/unit-directory.js';
import type { ChoiceView } from './dto/choices.view.js';

/** From where a field of a case chooses, and on which day. */
export interface ChoosingFor {
  readonly field: PickField;
  /** Of the case. */
  readonly unitId: string;
  /** 'YYYY-MM-DD', the case's own day. */
  readonly on: string;
  /** Whom it may not name. */
  readonly barredPersonIds: readonly string[];
}

/** Whom a field of a form may name, seen from the case's unit: people who stand there on the day, or villages. */
@Injectable()
export class Choosable {
  constructor(private readonly units: UnitDirectory) {}

  /** `ids`: none but these (whatever else they are, they are left out); null: everybody, by name. */
  async among(
    work: Statements,
    { field, unitId, on, barredPersonIds }: ChoosingFor,
    ids: readonly string[] | null,
  ): Promise<ChoiceView[]> {
    const tree = await this.units.tree();
    if (field.of === 'village') return villagesFor(field, unitId, tree, ids);
    const placed = field.from.map((place) => unitsAt(place, unitId, tree));
    const people = await choosablePersons(work, {
      seatUnitIds: placed.flatMap(({ seats }) => seats),
      homeUnitIds: placed.flatMap(({ homes }) => homes),
      positions: field.positions,
      on,
      ids,
    });
    return people.filter(({ id }) => !barredPersonIds.includes(id)).map(viewOf);
  }
}

interface PlacedUnits {
  readonly seats: readonly string[];
  readonly homes: readonly string[];
}

function unitsAt(place: string, unitId: string, tree: OrganizationIndex): PlacedUnits {
  if (place === 'villagers') {
    const village = nearestOfKind(unitId, 'village', tree);
    return { seats: [], homes: village ? [village.id] : [] };
  }
  if (place === 'offices') {
    const town = nearestOfKind(unitId, 'town', tree);
    const beside = town ? (tree.children.get(town.id) ?? []) : [];
    return { seats: beside.filter(({ kind }) => kind === 'office').map(({ id }) => id), homes: [] };
  }
  const unit = isCandidatePlace(place) ? unitAt(place, unitId, tree) : null;
  return { seats: unit ? [unit.id] : [], homes: [] };
}

const isCandidatePlace = (place: string): place is CandidatePlace =>
  ['village', 'branch', 'town'].includes(place) || isOfficeCode(place.replace(/^office:/, ''));

function villagesFor(
  { from }: PickField,
  unitId: string,
  tree: OrganizationIndex,
  ids: readonly string[] | null,
): ChoiceView[] {
  const top = nearestOfKind(unitId, from.includes('branch') ? 'general-branch' : 'town', tree);
  return (top ? unitsUnder(top.id, tree) : [])
    .filter(({ kind, id }) => kind === 'village' && (ids === null || ids.includes(id)))
    .map(({ id, name, parentId }) => ({
      id,
      name,
      initials: initialsOf(name),
      note: (parentId && tree.units.get(parentId)?.name) || '',
    }));
}

/** Standings in the party are no titles that people go by. */
function viewOf({ id, name, unitName, positions }: ChoosablePerson): ChoiceView {
  const titles = positions
    .filter(isPositionKey)
    .filter((key) => !isMembership(key))
    .map(titleOf);
  return {
    id,
    name,
    initials: initialsOf(name),
    note: [unitName, titles.join('、')].filter((part) => part !== '').join('，'),
  };
}
