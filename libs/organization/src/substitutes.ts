import { overlap } from './appointments.js';
import { supervisionSeats as SUPERVISION, villageCommitteeSeats as COMMITTEE } from './body-seats.js';
import { isInForce, type Delegation, type Position } from './person.js';
import type { PositionKey } from './position-key.js';

/** So long somebody may be stood in for by one entry; who is away longer is followed by somebody. In days. */
export const SUBSTITUTE_DAYS_MAX = 183;

export interface SubstituteFacts {
  /** All that both hold in that unit, at any time. */
  readonly positions: readonly Position[];
  /** Those of whoever is away, and those in which the substitute is away himself. */
  readonly delegations: readonly Delegation[];
}

export interface SubstituteFault {
  readonly field: 'fromPersonId' | 'toPersonId' | 'scope' | 'to';
  /** A Chinese sentence. */
  readonly sentence: string;
}

/** Why nobody may stand in so, or null. Whoever manages does not stand in for who supervises (村民委员会组织法 Art 37), nor the other way. */
export function substituteFault(
  wish: Delegation,
  { positions, delegations }: SubstituteFacts,
): SubstituteFault | null {
  if (wish.fromPersonId === wish.toPersonId)
    return { field: 'toPersonId', sentence: '不能由本人代理本人，请另选代理人。' };
  if (wish.to === null || wish.to < wish.from || daysBetween(wish.from, wish.to) > SUBSTITUTE_DAYS_MAX)
    return { field: 'to', sentence: `代理的最后一天应在第一天之后，且不超过 ${SUBSTITUTE_DAYS_MAX} 天。` };
  const held = positions.filter(
    ({ personId, key, ...term }) =>
      personId === wish.fromPersonId &&
      isInForce(term, wish.from) &&
      (wish.scope === 'all' || key === wish.scope),
  );
  if (held.length === 0)
    return { field: 'scope', sentence: '被代理人在第一天没有担任这个岗位，没有可代理的。' };
  const own = positions
    .filter((one) => one.personId === wish.toPersonId && overlap(one, wish))
    .map(({ key }) => key);
  const keys = held.map(({ key }) => key);
  if (mixes(keys, own))
    return { field: 'toPersonId', sentence: '村委会成员与村监会成员不得互相代理，请另选代理人。' };
  return clash(wish, delegations);
}

const isOne = (keys: readonly PositionKey[], of: readonly PositionKey[]): boolean =>
  keys.some((key) => of.includes(key));

const mixes = (held: readonly PositionKey[], own: readonly PositionKey[]): boolean =>
  (isOne(held, SUPERVISION) && isOne(own, COMMITTEE)) || (isOne(held, COMMITTEE) && isOne(own, SUPERVISION));

/** One at a time stands in for a position, and nobody stands in who is away. */
function clash(wish: Delegation, delegations: readonly Delegation[]): SubstituteFault | null {
  const others = delegations.filter((one) => one.id !== wish.id && overlap(one, wish));
  const same = others.find(
    (one) =>
      one.fromPersonId === wish.fromPersonId &&
      one.unitId === wish.unitId &&
      (one.scope === 'all' || wish.scope === 'all' || one.scope === wish.scope),
  );
  if (same)
    return { field: 'fromPersonId', sentence: `${same.from} 起已有人代理，时间不能重叠，请先结束原代理。` };
  return others.some((one) => one.fromPersonId === wish.toPersonId)
    ? { field: 'toPersonId', sentence: '此人在这段时间里也由别人代理，不能再代理他人。' }
    : null;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
