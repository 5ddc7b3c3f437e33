import { canonicalJson, type Json, type JsonObject } from '@wuqing/kernel';
import type { LedgerKind } from './ledger-kind.js';

/**
 * The key of a row as one text: equal exactly where the fields of the unique rule are, in the same unit or over all. Texts are
 * compared as people read them (NFKC, outer blanks left out), so that a number typed in full width is no second row.
 */
export function rowKeyOf({ unique }: Pick<LedgerKind, 'unique'>, unitId: string, data: JsonObject): string {
  const values = unique.fields.map((field) => compared(data[field] ?? null));
  return canonicalJson([unique.over === 'unit' ? unitId : null, ...values]);
}

const compared = (value: Json): Json => (typeof value === 'string' ? value.normalize('NFKC').trim() : value);
