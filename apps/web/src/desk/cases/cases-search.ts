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
  /** 我发起的. */
  readonly mine?: true;
}

export function casesSearch(given: Readonly<Record<string, unknown>>): CasesSearch {
  const status = statuses.find((one) => one === given['status']);
  const { unitId, processKey } = given;
  return {
    ...(typeof given['q'] === 'string' && given['q'] !== '' && { q: given['q'].slice(0, 100) }),
    ...(status && { status }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(typeof processKey === 'string' && processKey !== '' && { processKey: processKey.slice(0, 100) }),
    ...(given['mine'] === true && { mine: true }),
  };
}

export const askedFor = ({
  q,
  status,
  unitId,
  processKey,
  mine,
}: CasesSearch): NonNullable<CasesListData['query']> => ({
  ...(q !== undefined && { q }),
  ...(status !== undefined && { status }),
  ...(unitId !== undefined && { unitId }),
  ...(processKey !== undefined && { processKey }),
  ...(mine && { mine: 'true' as const }),
});

/** Whether the list is narrowed further than by whose it is. */
export const isNarrowed = ({ mine: _mine, ...rest }: CasesSearch): boolean => Object.keys(rest).length > 0;
