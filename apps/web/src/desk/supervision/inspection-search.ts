import type { InspectionDutiesData } from '../../client/api.js';

const STATES = ['overdue', 'stuck', 'late', 'open', 'published'] as const;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const TABS = ['onsite', 'online', 'mend'] as const;

export type InspectionTab = (typeof TABS)[number];
export type DutyState = (typeof STATES)[number];

/** What of the page of publications stands in the address: which number or cell is looked behind, and of which year. */
export interface InspectionSearch {
  readonly state?: DutyState;
  /** What nobody has looked at yet, or where something is to be mended; the duties where it is left out. */
  readonly tab?: InspectionTab;
  readonly unitId?: string;
  readonly processKey?: string;
  readonly elementId?: string;
  readonly year?: number;
  /** 'YYYY-MM', in place of the year. */
  readonly month?: string;
}

const word = (given: unknown, max: number): string | undefined =>
  typeof given === 'string' && given !== '' ? given.slice(0, max) : undefined;

export function inspectionSearch(given: Readonly<Record<string, unknown>>): InspectionSearch {
  const state = STATES.find((one) => one === given['state']);
  const tab = TABS.find((one) => one === given['tab']);
  const { unitId, year, month } = given;
  const processKey = word(given['processKey'], 100);
  const elementId = word(given['elementId'], 200);
  return {
    ...(state && { state }),
    ...(tab && { tab }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(processKey !== undefined && { processKey }),
    ...(elementId !== undefined && { elementId }),
    ...(typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2100 && { year }),
    ...(typeof month === 'string' && MONTH.test(month) && { month }),
  };
}

/** Of which time everything is. */
export const timeOf = ({ year, month }: InspectionSearch): InspectionSearch => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
});

/** Whether less than everything of that time is shown. */
export const isNarrowed = ({ year: _year, month: _month, tab: _tab, ...rest }: InspectionSearch): boolean =>
  Object.keys(rest).length > 0;

/** The part of it that the list is asked with. */
export const askedDuties = ({
  tab,
  ...asked
}: InspectionSearch): NonNullable<InspectionDutiesData['query']> => ({
  ...asked,
  ...(tab === 'onsite' && { look: 'onsite', reviewed: 'false' }),
  ...(tab === 'online' && { look: 'online', reviewed: 'false' }),
  ...(tab === 'mend' && { failed: 'true' }),
});
