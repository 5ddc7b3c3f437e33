import type { SqlParameters } from '../sql-parameters.js';
import { likeText, wordsQuery } from './search-query.js';

/** So many rows of a list behind the first `skip`. */
export type Near = (size: number, skip?: number) => string;

/** A list that can be searched. Pieces of SQL; its rows have `id`, `case_id` and the columns of its order. */
export interface SearchedList {
  /** What a row is ordered by, `id` among it: `due, id`. Rows that have it in common are one. */
  readonly columns: string;
  /** More columns that are to be known of a row; of several that are one, of any of them. */
  readonly also?: string;
  readonly order: string;
  /** Rows in the list's order, found by its index; each with its case's `text`. */
  readonly near: Near;
  /** All rows of the cases in `found (case_id)` in whose text the terms stand. */
  readonly ofCases: (isFound: (text: string) => string) => string;
}

/** Rows that are looked at first: a word that one of a few dozen cases has is among them. */
const FIRST = 80;
/** Rows that are looked through in all before the index of words is asked. */
const THROUGH = 2_000;

/**
 * CTEs of which the last, `page`, has the first `size` rows in which every term stands. What is common is found among the first
 * rows in the list's order, and no more is read than that takes; what is in none of them is rare, and the index of words has it.
 * Which of both, the statement itself sees: the other part of it is never begun.
 */
export function searchedPage(
  { columns: key, also, order, near, ofCases }: SearchedList,
  taken: SqlParameters,
  { terms, size }: { readonly terms: readonly string[]; readonly size: number },
): string {
  const columns = also === undefined ? key : `${key}, ${also}`;
  const parts = taken.hide(terms.map(likeText), 'text[]');
  const words = taken.hide(wordsQuery(terms), 'tsquery');
  const isFound = (text: string): string => `${text} LIKE ALL (${parts}::text[])`;
  return `first AS MATERIALIZED (
      SELECT near.*, ${isFound('near.text')} AS is_found FROM (${near(FIRST)}) near),
    far AS MATERIALIZED (
      SELECT near.* FROM (${near(THROUGH - FIRST, FIRST)}) near
      WHERE ${isFound('near.text')} AND (SELECT count(*) = ${FIRST} AND count(*) FILTER (WHERE is_found) BETWEEN 1 AND ${size - 1} FROM first)
      ORDER BY ${order} LIMIT ${size}),
    verdict AS MATERIALIZED (
      SELECT count(*) = ${FIRST} AND count(*) FILTER (WHERE is_found) + (SELECT count(*) FROM far) < ${size} AS is_rare FROM first),
    rare AS MATERIALIZED (
      SELECT DISTINCT ON (${key}) ${columns} FROM (SELECT s.case_id FROM case_found s
        WHERE s.words @@ ${words} AND (SELECT is_rare FROM verdict) OFFSET 0) found
      JOIN ${ofCases(isFound)} ORDER BY ${order} LIMIT ${size}),
    page AS MATERIALIZED (
      SELECT ${columns} FROM (
        SELECT ${columns} FROM first WHERE is_found AND NOT (SELECT is_rare FROM verdict)
        UNION ALL SELECT ${columns} FROM far WHERE NOT (SELECT is_rare FROM verdict)
        UNION ALL SELECT ${columns} FROM rare) every ORDER BY ${order} LIMIT ${size})`;
}
