import type { InspectionDutiesData } from '../../client/api.js';

const STATES = ['overdue', 'stuck', 'late', 'open', 'published'] as const;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export type DutyState = (typeof STATES)[number];

/** What of the page of publications stands in the address: which number or cell is looked behind, and of which year. */
export interface InspectionSearch {
  readonly state?: DutyState;
  /** Only what is public and not reviewed yet. */
  readonly toReview?: true;
  readonly unitId?: string;
  readonly processKey?: string;
  readonly elementId?: string;
  readonly year?: number;
}

const word = (given: unknown, max: number): string | undefined =>
  typeof given === 'string' && given !== '' ? given.slice(0, max) : undefined;

export function inspectionSearch(given: Readonly<Record<string, unknown>>): InspectionSearch {
  const state = STATES.find((one) => one === given['state']);
  const { unitId, year } = given;
  const processKey = word(given['processKey'], 100);
  const elementId = word(given['elementId'], 200);
  return {
    ...(state && { state }),
    ...(given['toReview'] === true && { toReview: true as const }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(processKey !== undefined && { processKey }),
    ...(elementId !== undefined && { elementId }),
    ...(typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2100 && { year }),
  };
}

/** The part of it that the list is asked with. */
export const askedDuties = ({
  toReview,
  ...asked
}: InspectionSearch): NonNullable<InspectionDutiesData['query']> => ({
  ...asked,
  ...(toReview && { reviewed: 'false' }),
});
