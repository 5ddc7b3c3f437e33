import { isOfficeCode, officeNames, titleOf } from '@wuqing/organization';
import type { Caller } from '../access/caller.js';

/** In whose name a supervisor tells, as an office and never as a person: 「纪委办」, 「党总支书记」. */
export function tellerOf({ access }: Caller): string {
  const own = access.positions.filter(({ onBehalfOf, reach }) => onBehalfOf === null && reach.length > 0);
  const [first] = own.length > 0 ? own : access.positions;
  if (first === undefined) return '';
  return isOfficeCode(first.officeCode) ? officeNames[first.officeCode] : titleOf(first.key);
}
