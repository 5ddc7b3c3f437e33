import { useState } from 'react';
import { heldAtFirst, holdRows, type Held, type Placed } from './hold-rows.js';

interface Kept<Row extends Placed> {
  readonly held: Held<Row>;
  readonly seen: readonly Row[];
  readonly pages: number;
}

/**
 * What stands on the screen while the list is read anew behind it; `reveal` shows the list as it is. `rows` is undefined
 * until the first answer, and the same array until the next one.
 */
export function useHeldRows<Row extends Placed>(
  rows: readonly Row[] | undefined,
  hasMore: boolean,
  pages: number,
) {
  const [kept, keep] = useState<Kept<Row>>();
  const fresh = { rows: rows ?? [], hasMore, isLonger: kept !== undefined && pages > kept.pages };
  // React's way to derive state from what came in: before anything is drawn, and only where it is another answer.
  if (rows !== undefined && kept?.seen !== rows)
    keep({ held: kept === undefined ? heldAtFirst(fresh) : holdRows(kept.held, fresh), seen: rows, pages });
  const reveal = () => rows !== undefined && keep({ held: heldAtFirst(fresh), seen: rows, pages });
  return { ...(kept?.held ?? heldAtFirst(fresh)), reveal };
}
