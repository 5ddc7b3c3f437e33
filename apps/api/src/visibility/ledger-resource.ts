import type { Holder, Resource } from '@wuqing/access';
import type { LedgerKind } from '@wuqing/ledger';
import type { CandidatePlace, CandidateReference } from '@wuqing/organization';
import type { UnitRow } from '@wuqing/persistence';

/** Rows of one ledger in one unit, as `access` needs to know them: all of them are closed alike. */
export function ledgerResource(kind: LedgerKind, unitId: string, units: readonly UnitRow[]): Resource {
  const { by = [], confirm = [] } = kind.handEdit ?? {};
  const { rows: level, offices } = kind.readers;
  return {
    unitId,
    level,
    holders: seatsIn([...by, ...confirm], unitId, units),
    handlingUnitIds: offices.flatMap((code) => unitAt(`office:${code}`, unitId, units)?.id ?? []),
  };
}

/** Those who keep the ledger: who confirms what is written by hand. */
export const keeperResource = (kind: LedgerKind, unitId: string, units: readonly UnitRow[]): Resource => ({
  unitId,
  holders: seatsIn(kind.handEdit?.confirm ?? [], unitId, units),
});

const seatsIn = (
  references: readonly CandidateReference[],
  unitId: string,
  units: readonly UnitRow[],
): Holder[] =>
  references.flatMap(({ position, place }) => {
    const unit = unitAt(place, unitId, units);
    return unit ? [{ positionKey: position, unitId: unit.id }] : [];
  });

function unitAt(place: CandidatePlace, unitId: string, units: readonly UnitRow[]): UnitRow | undefined {
  if (place === 'village') return units.find(({ id }) => id === unitId);
  if (place === 'town') return units.find(({ kind }) => kind === 'town');
  if (place === 'branch') return branchAbove(unitId, units);
  const code = place.slice('office:'.length);
  return units.find((unit) => unit.kind === 'office' && unit.code === code);
}

function branchAbove(unitId: string, units: readonly UnitRow[]): UnitRow | undefined {
  const own = units.find(({ id }) => id === unitId);
  if (!own || own.kind === 'general-branch') return own;
  return own.parentId === null ? undefined : branchAbove(own.parentId, units);
}
