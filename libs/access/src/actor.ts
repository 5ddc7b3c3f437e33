import {
  positionsOf,
  unitOf,
  unitsUnder,
  type Day,
  type HeldPosition,
  type OrganizationIndex,
  type PositionKey,
  type UnitKind,
} from '@wuqing/organization';
import { rolesOf } from './role.js';
import type { Scope } from './scope.js';

export interface ActorPosition {
  readonly key: PositionKey;
  readonly unitId: string;
  readonly unitKind: UnitKind;
  /** Of the office it is held in; null elsewhere. */
  readonly officeCode: string | null;
  /** The holder, where the actor only stands in for him; every record of the act names both. */
  readonly onBehalfOf: string | null;
  /** Units whose rows this position alone opens; a role never works in a unit that only another position opens. */
  readonly reach: readonly string[];
}

type Seat = Omit<ActorPosition, 'reach'>;

const opened = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether the position opens the unit. It is asked for each row of a page, and a town has a thousand units. */
export function opens({ reach }: Pick<ActorPosition, 'reach'>, unitId: string): boolean {
  let units = opened.get(reach);
  if (units === undefined) opened.set(reach, (units = new Set(reach)));
  return units.has(unitId);
}

/** Who asks, with the positions in force today. */
export interface Actor {
  readonly personId: string;
  readonly positions: readonly ActorPosition[];
  /** Units whose rows the actor sees: what all positions open together. */
  readonly reach: readonly string[];
  /** All units that are not in it, where they are fewer: how a list of nearly everything is scoped. */
  readonly beyond?: readonly string[];
  /** Of another system: all that its token lets it do. It holds no position. */
  readonly scopes?: readonly Scope[];
}

/** Units that one position opens; positions without a role open none. */
function reachOf(
  { key, unitId, unitKind, officeCode }: Seat,
  organization: OrganizationIndex,
): readonly string[] {
  const roles = rolesOf(key, officeCode);
  if (roles.length === 0) return [];
  const { parentId } = unitOf(unitId, organization);
  const top = unitKind === 'office' && parentId !== null ? parentId : unitId;
  const isOneOffice = unitKind === 'office' && !roles.includes('discipline');
  return unitsUnder(top, organization)
    .filter((unit) => !isOneOffice || unit.kind !== 'office' || unit.id === unitId)
    .map((unit) => unit.id);
}

/**
 * The units that scope every query of the actor: a village cadre's own village, a 党总支's villages, for an office
 * the town with its villages and that office alone, for town leaders, 纪委办 and the administrator everything.
 * Empty for whoever holds no office.
 */
export const unitsVisibleTo = (
  actor: { readonly positions: readonly Seat[] },
  organization: OrganizationIndex,
): readonly string[] => [...new Set(actor.positions.flatMap((position) => reachOf(position, organization)))];

function describe({ key, unitId, onBehalfOf }: HeldPosition, organization: OrganizationIndex): ActorPosition {
  const { kind, code } = unitOf(unitId, organization);
  const seat: Seat = { key, unitId, unitKind: kind, officeCode: kind === 'office' ? code : null, onBehalfOf };
  return { ...seat, reach: reachOf(seat, organization) };
}

/** The actor as of that day, substitutions included. A person nobody knows is an actor without positions. */
export function actorOf(personId: string, organization: OrganizationIndex, on: Day): Actor {
  const positions = positionsOf(personId, organization, on).map((position) =>
    describe(position, organization),
  );
  return { personId, positions, ...scopedBy(unitsVisibleTo({ positions }, organization), organization) };
}

/** Another system, let in to a unit and to all that lies under it. `id`: its token's, in the place of a person's. */
export function systemOf(
  id: string,
  { unitId, scopes }: { readonly unitId: string; readonly scopes: readonly Scope[] },
  organization: OrganizationIndex,
): Actor {
  const reach = unitsUnder(unitId, organization).map((unit) => unit.id);
  return { personId: id, positions: [], scopes, ...scopedBy(reach, organization) };
}

function scopedBy(reach: readonly string[], { units }: OrganizationIndex): Pick<Actor, 'reach' | 'beyond'> {
  if (reach.length * 2 < units.size) return { reach };
  const own = new Set(reach);
  return { reach, beyond: [...units.keys()].filter((id) => !own.has(id)) };
}
