/** To whom steps are handed over, and why. */
export interface HandOverOrder {
  readonly personId: string | undefined;
  readonly reason: string;
}

export const NOBODY_YET: HandOverOrder = { personId: undefined, reason: '' };

/** Longest reason, in signs. */
export const REASON_MAX = 200;

export const isWhole = (order: HandOverOrder): order is HandOverOrder & { readonly personId: string } =>
  order.personId !== undefined && order.reason.trim() !== '';
