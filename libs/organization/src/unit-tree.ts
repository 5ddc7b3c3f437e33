import { required } from '@wuqing/kernel';
import type { OrganizationIndex } from './organization-index.js';
import type { Unit, UnitKind } from './unit.js';

export const unitOf = (unitId: string, organization: OrganizationIndex): Unit =>
  required(organization.units.get(unitId), `unit ${unitId}`);

/** The units above, nearest first, the unit itself not among them. An unknown unit is a bug. */
export function ancestorsOf(unitId: string, organization: OrganizationIndex): readonly Unit[] {
  const above: Unit[] = [];
  let { parentId } = unitOf(unitId, organization);
  while (parentId !== null) {
    const parent = unitOf(parentId, organization);
    above.push(parent);
    parentId = parent.parentId;
  }
  return above;
}

/** The unit itself and everything under it, each unit before what lies under it. */
export function unitsUnder(unitId: string, organization: OrganizationIndex): readonly Unit[] {
  const found: Unit[] = [unitOf(unitId, organization)];
  for (let at = 0; at < found.length; at += 1) {
    const unit = found[at];
    if (unit) found.push(...(organization.children.get(unit.id) ?? []));
  }
  return found;
}

/** The nearest unit of that kind: the unit itself, or one above it; null where there is none. */
export function nearestOfKind(unitId: string, kind: UnitKind, organization: OrganizationIndex): Unit | null {
  const line = [unitOf(unitId, organization), ...ancestorsOf(unitId, organization)];
  return line.find((unit) => unit.kind === kind) ?? null;
}

/** The office of that code in the town that the unit belongs to; null where the town has none. */
export function officeOf(unitId: string, code: string, organization: OrganizationIndex): Unit | null {
  const town = nearestOfKind(unitId, 'town', organization);
  const beside = town === null ? [] : (organization.children.get(town.id) ?? []);
  return beside.find((unit) => unit.kind === 'office' && unit.code === code) ?? null;
}
