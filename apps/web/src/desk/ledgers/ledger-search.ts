import type { LedgersRowsData } from '../../client/api.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What of a ledger's list stands in the address. */
export interface LedgerSearch {
  readonly q?: string;
  readonly state?: string;
  readonly unitId?: string;
  /** In force on that day, YYYY-MM-DD. */
  readonly inForceOn?: string;
  /** As it was written at the end of that day. */
  readonly asOf?: string;
}

export function ledgerSearch(given: Readonly<Record<string, unknown>>): LedgerSearch {
  const { q, state, unitId, inForceOn, asOf } = given;
  return {
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 100) }),
    ...(typeof state === 'string' && state !== '' && { state: state.slice(0, 64) }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(isDay(inForceOn) && { inForceOn }),
    ...(isDay(asOf) && { asOf }),
  };
}

/** A day that there is: the address is typed by hand too. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const begins = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(begins) && new Date(begins).toISOString().startsWith(value);
}

export const askedFor = ({ ...search }: LedgerSearch): NonNullable<LedgersRowsData['query']> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

export const isNarrowed = (search: LedgerSearch): boolean => Object.keys(askedFor(search)).length > 0;

const acts = ['change', 'correct', 'end'] as const;

/** Which row is to be written, and how; a new one where nothing is said. */
export interface ProposeSearch {
  readonly rowId?: string;
  readonly act?: (typeof acts)[number];
}

export function proposeSearch({ rowId, act }: Readonly<Record<string, unknown>>): ProposeSearch {
  if (typeof rowId !== 'string' || !UUID.test(rowId)) return {};
  return { rowId, act: acts.find((one) => one === act) ?? 'change' };
}
