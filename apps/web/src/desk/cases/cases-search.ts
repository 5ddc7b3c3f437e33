import type { CasesListData } from '../../client/api.js';

const statuses = ['created', 'running', 'completed', 'terminated'] as const;

/** What of the list stands in the address. */
export interface CasesSearch {
  readonly q?: string;
  readonly status?: (typeof statuses)[number];
}

export function casesSearch(given: Readonly<Record<string, unknown>>): CasesSearch {
  const status = statuses.find((one) => one === given['status']);
  return {
    ...(typeof given['q'] === 'string' && given['q'] !== '' && { q: given['q'].slice(0, 100) }),
    ...(status && { status }),
  };
}

export const askedFor = ({ q, status }: CasesSearch): NonNullable<CasesListData['query']> => ({
  ...(q !== undefined && { q }),
  ...(status !== undefined && { status }),
});
