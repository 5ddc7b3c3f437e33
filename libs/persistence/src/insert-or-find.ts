import type { Statements } from './unit-of-work.js';

/** One statement of SQL and its parameters. */
export interface Statement {
  /** Where it is prepared. */
  readonly name?: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface InsertedOrFound<Row> {
  readonly row: Row;
  /** Whether this call inserted it; else an earlier attempt did. */
  readonly fresh: boolean;
}

/** The row that `insert` (`ON CONFLICT … DO NOTHING RETURNING …`) writes, or the one that `find` reads where it stood already. */
export async function insertOrFind<Row extends object>(
  work: Statements,
  insert: Statement,
  find: Statement,
): Promise<InsertedOrFound<Row>> {
  const [inserted] = await (insert.name === undefined
    ? work.query<Row>(insert.sql, insert.values)
    : work.prepared<Row>(insert.name, insert.sql, insert.values));
  if (inserted) return { row: inserted, fresh: true };
  const [found] = await work.query<Row>(find.sql, find.values);
  if (!found) throw new Error(`Expected a row after a conflict of: ${insert.sql}`);
  return { row: found, fresh: false };
}
