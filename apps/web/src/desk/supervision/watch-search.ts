const LISTS = ['red', 'yellow', 'late'] as const;
const ORDERS = ['name', 'open'] as const;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export type WatchList = (typeof LISTS)[number];
export type WatchOrder = (typeof ORDERS)[number];

/** What of the supervisor's page stands in the address: which number is looked behind, and where. */
export interface WatchSearch {
  /** Red where it is left out. */
  readonly list?: WatchList;
  readonly unitId?: string;
  readonly processKey?: string;
  readonly year?: number;
  /** Of the units; those where something is late stand first where it is left out. */
  readonly order?: WatchOrder;
}

export function watchSearch(given: Readonly<Record<string, unknown>>): WatchSearch {
  const list = LISTS.find((one) => one === given['list']);
  const order = ORDERS.find((one) => one === given['order']);
  const { unitId, processKey, year } = given;
  return {
    ...(list && { list }),
    ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
    ...(typeof processKey === 'string' && processKey !== '' && { processKey: processKey.slice(0, 100) }),
    ...(typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2100 && { year }),
    ...(order && { order }),
  };
}

/** The part of it that both numbers and lists are asked with. */
export const scopeOf = ({ unitId, processKey }: WatchSearch) => ({
  ...(unitId !== undefined && { unitId }),
  ...(processKey !== undefined && { processKey }),
});
