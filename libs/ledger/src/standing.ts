import type { LedgerKind } from './ledger-kind.js';
import { stateOf } from './ledger-kind.js';
import type { RowFacts, RowVersion } from './row-version.js';

/** The version that stands: the last of the row's, in order. */
export const currentOf = <Version extends Pick<RowVersion, 'version'>>(
  versions: readonly Version[],
): Version | undefined =>
  versions.reduce<Version | undefined>(
    (last, one) => (last === undefined || one.version > last.version ? one : last),
    undefined,
  );

/** The version that stood at `moment` (ISO 8601 in UTC with milliseconds); undefined where the row was not yet written. */
export const standingAt = <Version extends Pick<RowVersion, 'version' | 'at'>>(
  versions: readonly Version[],
  moment: string,
): Version | undefined => currentOf(versions.filter(({ at }) => at <= moment));

/** Whether what the version says is in force on that day (YYYY-MM-DD). */
export function isInForce(
  kind: Pick<LedgerKind, 'validity' | 'states'>,
  { state, data, endedFrom }: Pick<RowFacts, 'state' | 'data' | 'endedFrom'>,
  day: string,
): boolean {
  if (stateOf(kind, state)?.ends === true && (endedFrom === null || day >= endedFrom)) return false;
  const { from, to } = validityOf(kind, data);
  return (from === null || from <= day) && (to === null || day <= to);
}

/** First and last day of force that the row itself states; null: without one. */
export function validityOf(
  { validity }: Pick<LedgerKind, 'validity'>,
  data: RowFacts['data'],
): { readonly from: string | null; readonly to: string | null } {
  return { from: dayIn(data, validity?.from), to: dayIn(data, validity?.to) };
}

function dayIn(data: RowFacts['data'], field: string | undefined): string | null {
  const value = field === undefined ? undefined : data[field];
  return typeof value === 'string' ? value : null;
}
