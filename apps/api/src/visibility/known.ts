declare const known: unique symbol;

/**
 * A row of which its reader may know: views show no other. Only this room makes one, after it has asked `access`, so that a
 * new list cannot forget to.
 */
export type Known<Row> = Row & { readonly [known]: true };

/** What a known row holds may be known with it. */
export const partOf = <Row, Part>(row: Known<Row>, part: (row: Row) => Part): Known<Part> =>
  part(row) as Known<Part>;

/** For this room alone (test/architecture): the caller's right to know of it was asked, here or a line above. */
export const asKnown = <Row>(row: Row): Known<Row> => row as Known<Row>;
