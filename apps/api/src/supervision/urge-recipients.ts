import { isWalled, type Confidentiality } from '@wuqing/access';
import { nearestOfKind, unitOf, type OrganizationIndex, type UnitKind } from '@wuqing/organization';
import type { HeldPosition, StepRow, UrgeRecipient, UrgeRole } from '@wuqing/persistence';
import { urgeRoles } from './urge-roles.js';

/** Who answers for the work of a unit of each kind. */
const HEAD_OF: Readonly<Record<UnitKind, string>> = {
  village: 'village-party-secretary',
  'general-branch': 'branch-secretary',
  office: 'office-head',
  town: 'town-head',
};

export interface UrgedStep extends Pick<StepRow, 'unitId' | 'candidates' | 'assigneeId'> {
  readonly level: Confidentiality;
  /** Positions that the assignee holds; empty where nobody has claimed the step. */
  readonly assigneeSeats: readonly HeldPosition[];
}

/**
 * Whom an urge of a step goes to, each seat once. Of a step that is closed further than its case nobody learns but those who
 * have it in hand. Pure.
 */
export function urgeRecipientsOf(
  step: UrgedStep,
  roles: readonly UrgeRole[],
  organization: OrganizationIndex,
): UrgeRecipient[] {
  const asked = isWalled(step.level) ? roles.filter((role) => role === 'holder') : roles;
  const all = urgeRoles
    .filter((role) => asked.includes(role))
    .flatMap((role) => seatsOf(role, step, organization));
  const isFirst = (one: UrgeRecipient): boolean =>
    all.find(({ unitId, positionKey }) => unitId === one.unitId && positionKey === one.positionKey) === one;
  return all.filter(isFirst);
}

function seatsOf(role: UrgeRole, step: UrgedStep, organization: OrganizationIndex): UrgeRecipient[] {
  if (role === 'holder') return holderSeats(step);
  if (role === 'branch-secretary') {
    const branch = nearestOfKind(step.unitId, 'general-branch', organization);
    return branch ? [seat(role, 'branch-secretary', branch.id)] : [];
  }
  const units = [...new Set(step.candidates.map(({ unitId }) => unitId))];
  return units.map((unitId) => seat(role, HEAD_OF[unitOf(unitId, organization).kind], unitId));
}

/** The seat in which somebody has the step in hand, and he alone; else everybody who may do it. */
function holderSeats({ candidates, assigneeId, assigneeSeats }: UrgedStep): UrgeRecipient[] {
  if (assigneeId === null)
    return candidates.map(({ positionKey, unitId }) => seat('holder', positionKey, unitId));
  const own = candidates.filter((one) =>
    assigneeSeats.some((held) => held.positionKey === one.positionKey && held.unitId === one.unitId),
  );
  const [first] = own.length > 0 ? own : candidates;
  return first === undefined
    ? []
    : [{ ...seat('holder', first.positionKey, first.unitId), personId: assigneeId }];
}

const seat = (role: UrgeRole, positionKey: string, unitId: string): UrgeRecipient => ({
  role,
  positionKey,
  unitId,
  personId: null,
});
