/**
 * A list of ids that is put together in constant time and read once: reductions join thousands of paths, of which
 * only those of findings are ever looked at.
 */
export type Rope = readonly string[] | { readonly before: Rope; readonly after: Rope };

export const emptyRope: Rope = [];

const isEmpty = (rope: Rope): boolean => Array.isArray(rope) && rope.length === 0;

export function joined(before: Rope, after: Rope): Rope {
  if (isEmpty(before)) return after;
  return isEmpty(after) ? before : { before, after };
}

/** The ids of a rope in order; without recursion, since ropes grow as deep as a process is long. */
export function idsOf(rope: Rope): string[] {
  const ids: string[] = [];
  const open: Rope[] = [rope];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('before' in next) open.push(next.after, next.before);
    else ids.push(...next);
  }
  return ids;
}

/** All ids of some ropes. Parts that several of them share are looked at once: of a row of choices they are shared 2ⁿ times. */
export function membersOf(ropes: Iterable<Rope>): Set<string> {
  const ids = new Set<string>();
  const seen = new Set<Rope>();
  const open: Rope[] = [...ropes];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if ('before' in next) open.push(next.after, next.before);
    else for (const id of next) ids.add(id);
  }
  return ids;
}
