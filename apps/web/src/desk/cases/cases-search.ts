import type { CasesListData } from '../../client/api.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const statuses = ['created', 'running', 'completed', 'terminated'] as const;

/** What of the list stands in the address. */
export interface CasesSearch {
  readonly q?: string;
  readonly status?: (typeof statuses)[number];
  /** Where a number of the supervisor's came from. */
  readonly unitId?: string;
  readonly processKey?: string;
}

export function casesSearch(given: Readonly<Record<string, unknown>>): CasesSearch {
  const status = statuses.find((one) => one === given['status']);
  const { unitId, processKey } = given;
  return {
    ...(typeof given['q'] === 'string' && given['q'] !== '' && { q: given['q'].slice(0, 100) }),
    ...(status && { status }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(typeof processKey === 'string' && processKey !== '' && { processKey: processKey.slice(0, 100) }),
  };
}

export const askedFor = ({
  q,
  status,
  unitId,
  processKey,
}: CasesSearch): NonNullable<CasesListData['query']> => ({
  ...(q !== undefined && { q }),
  ...(status !== undefined && { status }),
  ...(unitId !== undefined && { unitId }),
  ...(processKey !== undefined && { processKey }),
});
