import { yearsAfter } from './day.js';
import type { LedgerKind } from './ledger-kind.js';

/**
 * The last day on which the row must be kept; null: for ever, or until it has ended where the term counts from its end.
 * `recordedOn`: the day of its first version.
 */
export function retainedUntil(
  { retention }: Pick<LedgerKind, 'retention'>,
  { recordedOn, endedFrom }: { readonly recordedOn: string; readonly endedFrom: string | null },
): string | null {
  const begin = retention.from === 'recorded' ? recordedOn : endedFrom;
  return retention.years === null || begin === null ? null : yearsAfter(begin, retention.years);
}
