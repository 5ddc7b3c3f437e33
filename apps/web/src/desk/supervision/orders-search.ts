const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What of the list of orders stands in the address. */
export interface OrdersSearch {
  /** Closed ones too. */
  readonly all?: true;
  /** Of this unit alone. */
  readonly unitId?: string;
}

export const ordersSearch = ({ all, unitId }: Readonly<Record<string, unknown>>): OrdersSearch => ({
  ...(all === true && { all }),
  ...(typeof unitId === 'string' && UUID.test(unitId) && { unitId }),
});
