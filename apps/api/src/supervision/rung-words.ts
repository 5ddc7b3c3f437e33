import { officeNames, parseCandidateReference, titleOf, type OfficeCode } from '@wuqing/organization';
import { HANDLER, HANDLER_OFFICE_HEAD, isOutside, outsideName } from '@wuqing/service-level';

/** Whom a rung tells, in words: 「党总支书记、村监会主任」; an office by its name. */
export const recipientWords = (references: readonly string[]): string =>
  [...new Set(references.map(wordOf))].join('、');

function wordOf(reference: string): string {
  if (reference === HANDLER) return '承办人';
  if (reference === HANDLER_OFFICE_HEAD) return '承办单位负责人';
  if (isOutside(reference)) return outsideName(reference);
  const parsed = parseCandidateReference(reference);
  if (!parsed.ok) return '有关人员';
  const { position, place } = parsed.value;
  return place.startsWith('office:')
    ? officeNames[place.slice('office:'.length) as OfficeCode]
    : titleOf(position);
}
