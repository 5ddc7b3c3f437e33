import type { CalendarDate } from './calendar-date.js';

/**
 * 授权: what the 村民会议 lets the 村民代表会议 decide (村民委员会组织法 2025 Art 28(2); 山东 Art 20, 23, 24).
 * `matterTypes` are keys A1 … A8.
 */
export interface Authorization {
  readonly id: string;
  /** Only 'villagers-assembly' can authorize. */
  readonly grantedBy: string;
  readonly matterTypes: readonly string[];
  readonly grantedOn: CalendarDate;
  /** 张榜公布; null while it is not posted. */
  readonly postedOn: CalendarDate | null;
  /** 报镇备案; null while it is not filed. */
  readonly filedOn: CalendarDate | null;
  readonly validFrom: CalendarDate;
  /** Last day in force; null without end. */
  readonly validUntil: CalendarDate | null;
}

const doneBy = (day: CalendarDate | null, on: CalendarDate): boolean => day !== null && day <= on;

/** True when it was granted by the 村民会议, posted, filed with the town and in force on that day. */
export const isInForce = (authorization: Authorization, on: CalendarDate): boolean =>
  authorization.grantedBy === 'villagers-assembly' &&
  [authorization.grantedOn, authorization.postedOn, authorization.filedOn, authorization.validFrom].every(
    (day) => doneBy(day, on),
  ) &&
  (authorization.validUntil === null || on <= authorization.validUntil);

/**
 * The authorizations in force that cover every one of `matterTypes` (later ones first), or null where one type is
 * not covered. An empty list of types is covered by nothing.
 */
export function authorizationsCovering(
  matterTypes: readonly string[],
  authorizations: readonly Authorization[],
  on: CalendarDate,
): readonly Authorization[] | null {
  const standing = authorizations
    .filter((authorization) => isInForce(authorization, on))
    .sort((a, b) =>
      a.validFrom === b.validFrom ? (a.id < b.id ? -1 : 1) : a.validFrom < b.validFrom ? 1 : -1,
    );
  const whole = standing.find((one) => matterTypes.every((type) => one.matterTypes.includes(type)));
  if (matterTypes.length === 0) return null;
  if (whole) return [whole];
  const each = matterTypes.map((type) => standing.find((one) => one.matterTypes.includes(type)));
  return each.every((one) => one !== undefined) ? [...new Set(each)] : null;
}
