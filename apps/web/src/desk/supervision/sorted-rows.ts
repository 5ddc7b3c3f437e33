import type { WatchRowView } from '../../client/api.js';
import type { WatchOrder } from './watch-search.js';

const openIn = ({ cells }: WatchRowView): number => cells.reduce((sum, { open }) => sum + open, 0);

const byName = (one: WatchRowView, other: WatchRowView): number =>
  one.unitName.localeCompare(other.unitName, 'zh-CN');

/** Units as whoever looks wants them; as the API sends them those stand first where most is late. */
export function sortedRows(rows: readonly WatchRowView[], order: WatchOrder | undefined): WatchRowView[] {
  if (order === 'name') return [...rows].sort(byName);
  if (order === 'open') return [...rows].sort((one, other) => openIn(other) - openIn(one));
  return [...rows];
}
