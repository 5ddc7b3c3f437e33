/** What of a row decides where it stands. */
export interface Placed {
  readonly id: string;
  /** Sorts as the API sorts; rows without a term come last. */
  readonly dueAt: string | null;
}

/** What is on the screen: never moved by a refresh. */
export interface Held<Row extends Placed> {
  readonly rows: readonly Row[];
  /** Shown rows that the list no longer has. */
  readonly gone: ReadonlySet<string>;
  /** Rows that the list has and the screen has not. */
  readonly waiting: number;
}

/** What the API has now, as far as it was read. */
export interface Fresh<Row extends Placed> {
  readonly rows: readonly Row[];
  /** There is more behind the last of them. */
  readonly hasMore: boolean;
  /** It reaches further than what is shown: the reader asked for more. */
  readonly isLonger: boolean;
}

export const heldAtFirst = <Row extends Placed>({ rows }: Fresh<Row>): Held<Row> => ({
  rows,
  gone: new Set(),
  waiting: 0,
});

/**
 * The screen after a refresh: rows keep their places and take on what is new about them, those that left are told and
 * stay, those that came wait to be asked for. Only what lies behind the last shown row is added, where the reader has
 * asked for more.
 */
export function holdRows<Row extends Placed>(held: Held<Row>, fresh: Fresh<Row>): Held<Row> {
  const now = new Map(fresh.rows.map((row) => [row.id, row]));
  const rows = held.rows.map((row) => now.get(row.id) ?? row);
  const shown = new Set(rows.map(({ id }) => id));
  const last = rows.at(-1);
  const unseen = fresh.rows.filter(({ id }) => !shown.has(id));
  const added = fresh.isLonger && last ? unseen.filter((row) => isBehind(row, last)) : [];
  const gone = rows.filter(({ id }) => !now.has(id)).filter((row) => !isBeyond(row, fresh));
  return {
    rows: [...rows, ...added],
    gone: new Set(gone.map(({ id }) => id)),
    waiting: unseen.length - added.length,
  };
}

const LAST = '~';
const placeOf = ({ dueAt, id }: Placed): string => `${dueAt ?? LAST} ${id}`;
const isBehind = (row: Placed, other: Placed): boolean => placeOf(row) > placeOf(other);

/** Pushed behind what was read by rows that came before it: it may well still be in the list. */
const isBeyond = <Row extends Placed>(row: Row, { rows, hasMore }: Fresh<Row>): boolean => {
  const last = rows.at(-1);
  return hasMore && last !== undefined && isBehind(row, last);
};
