import { Bug } from '@wuqing/kernel';
import { parseCandidateReference, type CandidatePlace } from './candidate-reference.js';
import { holderKey, type OrganizationIndex } from './organization-index.js';
import { isInForce, type Day, type Position } from './person.js';
import type { PositionKey } from './position-key.js';
import type { Unit } from './unit.js';
import { nearestOfKind, officeOf } from './unit-tree.js';

/** A position that a person may act in on a day: held, or by substitution for the one who holds it. */
export interface HeldPosition {
  readonly personId: string;
  readonly key: PositionKey;
  readonly unitId: string;
  /** The holder, where the person only stands in for him. */
  readonly onBehalfOf: string | null;
}

/** The unit a place means, seen from the case's unit; null where this organization has none. */
export function unitAt(
  place: CandidatePlace,
  caseUnitId: string,
  organization: OrganizationIndex,
): Unit | null {
  if (place === 'branch') return nearestOfKind(caseUnitId, 'general-branch', organization);
  if (place === 'village' || place === 'town') return nearestOfKind(caseUnitId, place, organization);
  return officeOf(caseUnitId, place.slice('office:'.length), organization);
}

const held = ({ personId, key, unitId }: Position): HeldPosition => ({
  personId,
  key,
  unitId,
  onBehalfOf: null,
});

const covers = (scope: 'all' | PositionKey, key: PositionKey): boolean => scope === 'all' || scope === key;

function substitutesFor(holder: HeldPosition, organization: OrganizationIndex, on: Day): HeldPosition[] {
  const delegations = organization.delegationsFrom.get(holder.personId) ?? [];
  return delegations
    .filter((one) => one.unitId === holder.unitId && covers(one.scope, holder.key) && isInForce(one, on))
    .map((one) => ({ ...holder, personId: one.toPersonId, onBehalfOf: holder.personId }));
}

/** Everyone who may act in that position of that unit on the day: its holders, then their substitutes. */
export function holdersOf(
  key: PositionKey,
  unitId: string,
  organization: OrganizationIndex,
  on: Day,
): readonly HeldPosition[] {
  const positions = organization.positionsByHolder.get(holderKey(unitId, key)) ?? [];
  const holders = positions.filter((position) => isInForce(position, on)).map(held);
  return [...holders, ...holders.flatMap((holder) => substitutesFor(holder, organization, on))];
}

/** Every position the person may act in on the day, own ones first. A substitute cannot pass a position on. */
export function positionsOf(
  personId: string,
  organization: OrganizationIndex,
  on: Day,
): readonly HeldPosition[] {
  const own = (organization.positionsByPerson.get(personId) ?? []).filter((position) =>
    isInForce(position, on),
  );
  const stoodIn = (organization.delegationsTo.get(personId) ?? [])
    .filter((delegation) => isInForce(delegation, on))
    .flatMap((delegation) =>
      (organization.positionsByPerson.get(delegation.fromPersonId) ?? [])
        .filter((position) => position.unitId === delegation.unitId && covers(delegation.scope, position.key))
        .filter((position) => isInForce(position, on))
        .map((position) => ({ ...held(position), personId, onBehalfOf: delegation.fromPersonId })),
    );
  return [...own.map(held), ...stoodIn];
}

/** As `resolveCandidates`, with the position each one acts in and for whom. */
export function resolveCandidateHolders(
  references: readonly string[],
  caseUnitId: string,
  organization: OrganizationIndex,
  on: Day,
): readonly HeldPosition[] {
  return references.flatMap((text) => {
    const reference = parseCandidateReference(text);
    if (!reference.ok) throw new Bug(`${reference.error}; publication lets no such reference pass`);
    const unit = unitAt(reference.value.place, caseUnitId, organization);
    return unit === null ? [] : holdersOf(reference.value.position, unit.id, organization, on);
  });
}

/**
 * The persons who may take a step on that day, substitutes included, each once, in the order of the references.
 * A reference that does not parse is a bug: publication checks them with `parseCandidateReference`.
 */
export function resolveCandidates(
  references: readonly string[],
  caseUnitId: string,
  organization: OrganizationIndex,
  on: Day,
): readonly string[] {
  const holders = resolveCandidateHolders(references, caseUnitId, organization, on);
  return [...new Set(holders.map((holder) => holder.personId))];
}
