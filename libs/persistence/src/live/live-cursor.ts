/**
 * Where a reader of live changes stands: a snapshot of PostgreSQL (`xmin:xmax:xip,…`). What is not visible in it came later,
 * whenever it was begun: no change that commits late is lost behind one that committed early.
 */
export type LiveCursor = string;

const CURSOR_CHARACTERS_MAX = 4_000;
const CURSOR = /^(\d{1,18}):(\d{1,18}):((?:\d{1,18}(?:,\d{1,18})*)?)$/;

/** Whether PostgreSQL would take the text for a snapshot. */
export function isLiveCursor(text: string): boolean {
  const found = text.length <= CURSOR_CHARACTERS_MAX ? CURSOR.exec(text) : null;
  if (!found) return false;
  const [xmin, xmax] = [BigInt(found[1]!), BigInt(found[2]!)];
  const open = found[3] === '' ? [] : found[3]!.split(',').map(BigInt);
  const isAscending = open.every((xid, index) => index === 0 || xid > open[index - 1]!);
  return xmin > 0n && xmin <= xmax && isAscending && open.every((xid) => xid >= xmin && xid < xmax);
}
