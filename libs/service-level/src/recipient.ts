import { parseCandidateReference } from '@wuqing/organization';

/** Whoever works on the task. */
export const HANDLER = 'handler';
/** The head of the office that works on the task (科室负责人, 承办单位负责人). */
export const HANDLER_OFFICE_HEAD = 'handler-office-head';
/** A body that is not in the town's organization, by name: `outside:滕州市纪委监委`. Somebody carries the word there. */
const OUTSIDE = 'outside:';

export const isOutside = (reference: string): boolean => reference.startsWith(OUTSIDE);

/** The body's name. */
export const outsideName = (reference: string): string => reference.slice(OUTSIDE.length);

/** A candidate reference of `organization`, `handler`, `handler-office-head` or `outside:<name>`. */
export function isRecipient(reference: string): boolean {
  if (reference === HANDLER || reference === HANDLER_OFFICE_HEAD) return true;
  if (isOutside(reference)) return reference.length > OUTSIDE.length;
  return parseCandidateReference(reference).ok;
}

/**
 * The two words for the people at work, replaced by references: `handler` by the task's own candidates,
 * `handler-office-head` by the head of the given office, else of each office among the handlers, else by the handlers.
 */
export function settleRecipients(
  references: readonly string[],
  handlers: readonly string[],
  office: string | null,
): string[] {
  const settled = references.flatMap((reference) => {
    if (reference === HANDLER) return handlers;
    return reference === HANDLER_OFFICE_HEAD ? officeHeads(handlers, office) : [reference];
  });
  return [...new Set(settled)];
}

function officeHeads(handlers: readonly string[], office: string | null): readonly string[] {
  const places = office === null ? handlers.flatMap(officeOf) : [`office:${office}`];
  return places.length === 0 ? handlers : places.map((place) => `office-head@${place}`);
}

const officeOf = (reference: string): string[] => {
  const place = reference.split('@')[1] ?? '';
  return place.startsWith('office:') ? [place] : [];
};
