import type { MeView } from '../../client/api.js';

/** Seats that many hold; an office says more about why somebody is here. */
const SEATS = /member|representative|probation/;

/** A party secretary is known as that, whatever else he heads. */
const LEADS = /secretary/;

/** 「经管站 科室人员」, beside the name. */
export function officeOf({ positions }: Pick<MeView, 'positions'>): string {
  const office =
    positions.find(({ key }) => LEADS.test(key)) ??
    positions.find(({ key }) => !SEATS.test(key)) ??
    positions[0];
  return office ? `${office.unitName} ${office.title}` : '';
}

/** 「清和镇 纪委办」: the town, and the units of a person, the widest first as the API has them. */
export const placesOf = ({ positions, townName }: Pick<MeView, 'positions' | 'townName'>): string =>
  [...new Set([townName, ...positions.map(({ unitName }) => unitName)])].join('\u3000');
