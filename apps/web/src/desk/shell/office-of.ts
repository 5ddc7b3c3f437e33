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

/** The units of a person in one line, the widest first as the API has them. */
export const unitsOf = ({ positions }: MeView): string =>
  [...new Set(positions.map(({ unitName }) => unitName))].join('、');
