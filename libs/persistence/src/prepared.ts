import { createHash } from 'node:crypto';
import type { Statements } from './unit-of-work.js';

/** PostgreSQL cuts names at 63 bytes. */
const LENGTH = 40;
const names = new Map<string, string>();

/** The name under which a connection keeps a statement: one text, one name. There are as many as pieces can be put together. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql, 'utf8').digest('hex').slice(0, LENGTH);
  names.set(sql, name);
  return name;
}

/** A statement that was put together from pieces, parsed and planned once a connection. */
export const askPrepared = <Row>(
  statements: Statements,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> => statements.prepared<Row>(nameOf(sql), sql, parameters);
