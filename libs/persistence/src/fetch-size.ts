/** Rows that statements fetch for pages of 20, 50, 100 and 200, and for one more that says whether any follow. */
const SIZES = [21, 51, 101, 201];

/**
 * As a statement says it in its own text. PostgreSQL plans what it does not know as a tenth of everything, and sorts it; and a
 * text for each number would be a plan of its own in every connection. Whoever asks cuts off what is too much.
 */
export const fetchSize = (limit: number): number => SIZES.find((size) => size >= limit) ?? limit;
