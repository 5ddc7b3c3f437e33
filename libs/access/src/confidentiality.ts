import { opens, type Actor, type ActorPosition } from './actor.js';
import type { Confidentiality } from './confidentiality-level.js';
import type { Resource } from './resource.js';
import { rolesOf, type Role } from './role.js';

export type CaseUnit = Pick<
  Resource,
  'unitId' | 'handlingUnitIds' | 'handledUnitIds' | 'needToKnow' | 'barredPersonIds'
>;

const ROLES_V: readonly Role[] = ['village-cadre', 'supervision', 'branch', 'town-leader', 'office', 'admin'];

/** Offices of the town handle. */
const HANDLERS: readonly Role[] = ['office', 'town-leader'];

const hasRoleOf = ({ key, officeCode }: ActorPosition, wanted: readonly Role[]): boolean =>
  rolesOf(key, officeCode).some((role) => wanted.includes(role));

/** Offices of the town handle; a village's own step never makes the village a reader of level T. */
const handles = (position: ActorPosition, { handlingUnitIds = [], handledUnitIds = [] }: CaseUnit): boolean =>
  hasRoleOf(position, HANDLERS) &&
  (handlingUnitIds.includes(position.unitId) || handledUnitIds.includes(position.unitId));

/** True when the actor holds one of the roles in a position that opens the unit. */
export const holdsRoleWithin = (actor: Actor, roles: readonly Role[], unitId: string | undefined): boolean =>
  unitId !== undefined &&
  actor.positions.some((position) => hasRoleOf(position, roles) && opens(position, unitId));

/**
 * Whether the actor reads that level of a case of that unit. Null is anyone from the street. Barred persons read
 * what is public and nothing else, on the need-to-know list or not.
 */
export function mayRead(level: Confidentiality, actor: Actor | null, caseUnit: CaseUnit): boolean {
  if (level === 'P') return true;
  if (actor === null || actor.positions.length === 0) return false;
  if (caseUnit.barredPersonIds?.includes(actor.personId)) return false;
  if (level === 'N') return (caseUnit.needToKnow ?? []).includes(actor.personId);
  if (level === 'V') return holdsRoleWithin(actor, ROLES_V, caseUnit.unitId);
  const isHandler = actor.positions.some((position) => handles(position, caseUnit));
  return isHandler || holdsRoleWithin(actor, ['discipline'], caseUnit.unitId);
}

/** A seat, as the second wall in the database needs to know it. */
export interface WallSeat {
  readonly unit: string;
  readonly position: string;
  readonly for: string | null;
  /** Whether it reads, at level T, what its unit handles. */
  readonly handles: boolean;
  /** The unit under which it reads level T of everything; null: none. */
  readonly watches: string | null;
}

/** What `mayRead` asks of the actor's positions, for level T. */
export const wallSeats = ({ positions }: Actor): WallSeat[] =>
  positions.map((position) => ({
    unit: position.unitId,
    position: position.key,
    for: position.onBehalfOf,
    handles: hasRoleOf(position, HANDLERS),
    watches: hasRoleOf(position, ['discipline']) ? (position.reach[0] ?? null) : null,
  }));
