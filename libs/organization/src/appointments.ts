import { isInForce, type Day, type Position, type Term } from './person.js';
import { positionKeys, titleOf, type PositionKey } from './position-key.js';
import type { Unit } from './unit.js';

/** Positions that one person at a time holds in a unit. */
const singleSeats: ReadonlySet<PositionKey> = new Set<PositionKey>([
  'village-party-secretary',
  'village-discipline-member',
  'village-director',
  'supervision-director',
  'collective-council-chair',
  'branch-secretary',
  'town-party-secretary',
  'town-head',
  'town-discipline-secretary',
  'office-head',
]);

/** What keeps somebody from a seat, said of one of the fields that were asked for. */
export interface AppointmentFault {
  readonly field: 'key' | 'from' | 'to' | 'personId';
  /** A Chinese sentence. */
  readonly sentence: string;
}

const LAST: Day = '9999-12-31';

/** Whether two terms have a day in common. */
export const overlap = (one: Term, other: Term): boolean =>
  one.from <= (other.to ?? LAST) && other.from <= (one.to ?? LAST);

/**
 * Why `wish` cannot be, or null. `held`: what is held in that unit by anybody, at any time. What the law says of bodies is asked
 * by `checkSeats`.
 */
export function appointmentFault(
  unit: Pick<Unit, 'kind'>,
  wish: Position,
  held: readonly Position[],
): AppointmentFault | null {
  const { title, unitKind } = positionKeys[wish.key];
  if (unitKind !== unit.kind)
    return { field: 'key', sentence: `「${title}」不是这类单位的岗位，请重新选择岗位。` };
  if (wish.to !== null && wish.to < wish.from)
    return { field: 'to', sentence: '任期的最后一天不能早于第一天。' };
  const same = held.filter((one) => one.id !== wish.id && one.key === wish.key && overlap(one, wish));
  const own = same.find(({ personId }) => personId === wish.personId);
  if (own) return { field: 'personId', sentence: `此人从 ${own.from} 起已任${title}，任期不能重叠。` };
  const other = singleSeats.has(wish.key) ? same[0] : undefined;
  if (other)
    return {
      field: 'from',
      sentence: `${title}只能由一人担任，现任从 ${other.from} 起任职，请先登记其离任，或另选起始日期。`,
    };
  return null;
}

/** Why a term cannot end on `last`, in a Chinese sentence, or null. One that has not begun may be taken back: it ends before it begins. */
export function endFault({ key, from, to }: Position, last: Day, today: Day): string | null {
  if (last < from && from <= today) return `${titleOf(key)}从 ${from} 起任职，最后一天不能早于这一天。`;
  return to !== null && to < last ? `任期到 ${to} 已满，不能再往后改；连任请另行登记。` : null;
}

/** Of these, what is in force on that day. */
export const inForceOn = <T extends Term>(terms: readonly T[], on: Day): T[] =>
  terms.filter((term) => isInForce(term, on));
