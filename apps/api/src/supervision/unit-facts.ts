import type { JsonObject } from '@wuqing/kernel';
import { positionKeys, titleOf, type PositionKey } from '@wuqing/organization';
import type { DutyFigures, SeatNames } from '@wuqing/persistence';
import type { PublicationDuty } from '../visibility/visible-inspection.js';
import type { UnitFiguresView, UnitPublicationView, UnitSeatView } from './dto/unit.view.js';

/** Of whom there are many in a village: they are no one's office. */
const MANY = /member$|representative$|under-probation$/;
const OFFICES = /committee-member$|discipline-member$|supervision-member$|council-member$/;

/** The offices of a village, in the order of the catalogue of positions. */
export const leadingSeats: readonly PositionKey[] = (Object.keys(positionKeys) as PositionKey[]).filter(
  (key) => positionKeys[key].unitKind === 'village' && (!MANY.test(key) || OFFICES.test(key)),
);

/** Who holds which office; an empty one is left out. Pure. */
export const seatViewsOf = (seats: readonly SeatNames[]): UnitSeatView[] =>
  leadingSeats.flatMap((key) => {
    const names = seats.find(({ positionKey }) => positionKey === key)?.names ?? [];
    return names.length === 0 ? [] : [{ title: titleOf(key), names: [...names].sort(byName) }];
  });

const byName = (one: string, other: string): number => one.localeCompare(other, 'zh-CN');

/** Pure. */
export function unitFiguresOf(figures: JsonObject): UnitFiguresView {
  const numberAt = (key: string): number | null => {
    const value = figures[key];
    return typeof value === 'number' ? value : null;
  };
  return {
    households: numberAt('households'),
    villagers18Plus: numberAt('villagers18Plus'),
    collectiveMembers: numberAt('collectiveMembers'),
    partyMembersVoting: numberAt('partyMembersVoting'),
  };
}

/** A line a publication. Pure. */
export const unitPublicationsOf = (
  figures: readonly DutyFigures[],
  duties: readonly PublicationDuty[],
): UnitPublicationView[] =>
  duties.flatMap(({ processKey, elementId, title }) => {
    const found = figures.find((one) => one.processKey === processKey && one.elementId === elementId);
    if (!found) return [];
    const { worst, overdue, stuck, late, open, published } = found;
    const { state, dueOn, doneOn, stepName: stepStuck } = worst;
    const total = overdue + stuck + late + open + published;
    return [{ processKey, elementId, title, state, dueOn, doneOn, stepStuck, total }];
  });
