import type { DueRow, Look, QueueName, Work } from '@wuqing/persistence';

interface QueueOf<Row extends DueRow> {
  readonly queue: QueueName;
  /** At most so many rows at once. */
  readonly limit: number;
  /** Attempts before a row is set aside, where the queue puts its rows off by itself. */
  readonly triesMax?: number;
  /** Whether the machine's clock says what is due: then nothing is done while it and the database's disagree. */
  readonly byTheClock?: boolean;
  /** Due rows by key. It reads nothing of a row that could be wrong: what cannot be read must not hide the others. */
  readonly find: (work: Work, look: Look) => Promise<readonly Row[]>;
}

/** Each row in a transaction of its own. */
export interface OneByOne<Row extends DueRow = DueRow> extends QueueOf<Row> {
  handleOne(work: Work, row: Row, now: number): Promise<unknown>;
}

/** All rows in the transaction that finds them; where that fails, in ever smaller parts, until the bad ones stand alone. */
export interface AllAtOnce<Row extends DueRow = DueRow> extends QueueOf<Row> {
  handleAll(work: Work, rows: readonly Row[], now: number): Promise<unknown>;
  /** So many batches beside each other, once one was full. */
  readonly parallel?: number;
}

/** What a carrier says of a row that nobody has answered for yet: neither its fault nor done. */
export const UNANSWERED = 'unanswered';

/** Each row by itself and outside of any transaction, while others are found: who waits for one does not wait for all. */
export interface Carried<Row extends DueRow = DueRow> extends QueueOf<Row> {
  carry(row: Row): Promise<unknown>;
}

export type RowQueue = OneByOne | AllAtOnce | Carried;

/** A queue of rows of one's own shape: what handles them is given what the same queue has found, and nothing else. */
export const rowQueue = <Row extends DueRow>(
  queue: OneByOne<Row> | AllAtOnce<Row> | Carried<Row>,
): RowQueue => queue;
