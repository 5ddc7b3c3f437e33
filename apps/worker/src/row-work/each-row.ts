import {
  ClocksApart,
  isDatabaseAway,
  isMeeting,
  isServerFault,
  lookAtQueue,
  noteClock,
  noteFailure,
  resolveFailures,
  type Actor,
  type ClockCheck,
  type DueRow,
  type FailingRow,
  type Look,
  type UnitOfWork,
  type Work,
} from '@wuqing/persistence';
import { UNANSWERED, type AllAtOnce, type Carried, type OneByOne, type RowQueue } from './row-queue.js';

export interface RowDoors {
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: () => number;
  /** Says what an operator must know. */
  readonly say: (sentence: string) => void;
  readonly clock: ClockCheck;
}

/** A row that was asked for and not answered, while others were: it stands in the way of nobody, and is shown. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  constructor() {
    super('Expected an answer, found none while others were answered');
  }
}

/**
 * The one way in which the worker handles rows: each apart, so that a bad one is counted, put off and set aside with its
 * name, and the others go on at once. Throws only where the database is away, which is no row's fault.
 */
export class EachRow {
  private readonly inFlight = new Map<RowQueue, Set<Promise<void>>>();
  /** When a queue last had an answer, epoch ms. */
  private readonly answeredAt = new Map<string, number>();

  constructor(private readonly doors: RowDoors) {}

  /** One look at the queue; answers whether there may be more. */
  async handle(queue: RowQueue): Promise<boolean> {
    const now = this.doors.now();
    const { failing, databaseNow } = await this.doors.unitOfWork.look(this.doors.actor, (work) =>
      lookAtQueue(work, queue.queue),
    );
    if (queue.byTheClock && !(await this.clockHolds(now, databaseNow))) return false;
    const without = failing
      .filter(({ nextAttemptAt }) => nextAttemptAt === null || nextAttemptAt > now)
      .map(({ rowId }) => rowId);
    const look = { now, limit: queue.limit, without };
    if ('handleOne' in queue) return this.oneByOne(queue, look, failing);
    if ('handleAll' in queue) return this.allAtOnce(queue, look, failing);
    return this.carry(queue, look, failing);
  }

  /** Says once that the clocks have parted, where operators look, and once that they agree again. */
  private async clockHolds(before: number, databaseNow: number): Promise<boolean> {
    const look = this.doors.clock.look(before, databaseNow, this.doors.now());
    if (!look.isNews) return look.holds;
    await this.run((work) => noteClock(work, 'worker', look, databaseNow));
    if (!look.holds) this.doors.say(new ClocksApart(look.differenceMs).message);
    return look.holds;
  }

  /** Waits for what is on its way. */
  async drain(): Promise<void> {
    await Promise.all([...this.inFlight.values()].flatMap((rows) => [...rows]));
  }

  private run<T>(perform: (work: Work) => Promise<T>): Promise<T> {
    return this.doors.unitOfWork.run(this.doors.actor, perform);
  }

  private async oneByOne(queue: OneByOne, look: Look, failing: readonly FailingRow[]): Promise<boolean> {
    const rows = await this.run((work) => queue.find(work, look));
    for (const row of rows)
      await this.attempt(queue, row, failing, () => this.run((work) => queue.handleOne(work, row, look.now)));
    return rows.length === queue.limit;
  }

  private async allAtOnce(queue: AllAtOnce, look: Look, failing: readonly FailingRow[]): Promise<boolean> {
    const isFull = (await this.together(queue, look, failing)) === queue.limit;
    if (isFull)
      await Promise.all(
        Array.from({ length: queue.parallel ?? 0 }, () => this.together(queue, look, failing)),
      );
    return isFull;
  }

  private async together(queue: AllAtOnce, look: Look, failing: readonly FailingRow[]): Promise<number> {
    let rows: readonly DueRow[] = [];
    try {
      await this.run(async (work) => {
        rows = await queue.find(work, look);
        if (rows.length > 0) await queue.handleAll(work, rows, look.now);
      });
      await this.resolve(queue, rows, failing);
    } catch (error) {
      if (rows.length === 0) throw error;
      await this.inParts(queue, rows, { look, failing, error });
    }
    return rows.length;
  }

  /** Which of them is it? Halves that go through are done. */
  private async inParts(
    queue: AllAtOnce,
    rows: readonly DueRow[],
    failed: { readonly look: Look; readonly failing: readonly FailingRow[]; readonly error: unknown },
  ): Promise<void> {
    const { look, failing, error } = failed;
    if (await this.isNoRowsFault(error)) return;
    const [first] = rows;
    if (rows.length === 1 && first) return this.note(queue, first, error);
    const middle = Math.ceil(rows.length / 2);
    for (const half of [rows.slice(0, middle), rows.slice(middle)])
      await this.together(queue, { ...look, only: half.map(({ id }) => id) }, failing);
  }

  private async carry(queue: Carried, look: Look, failing: readonly FailingRow[]): Promise<boolean> {
    const onTheirWay = this.inFlight.get(queue) ?? new Set<Promise<void>>();
    this.inFlight.set(queue, onTheirWay);
    const free = queue.limit - onTheirWay.size;
    if (free <= 0) return false;
    const rows = await this.run((work) => queue.find(work, { ...look, limit: free }));
    for (const row of rows) {
      const going = this.attempt(queue, row, failing, () => this.answered(queue, row, look.now))
        .catch((error: unknown) => this.doors.say((error as Error).message))
        .finally(() => onTheirWay.delete(going));
      onTheirWay.add(going);
    }
    return rows.length === free;
  }

  /** No answer counts against a row only where others had one meanwhile. */
  private async answered(queue: Carried, row: DueRow, since: number): Promise<void> {
    const answer = await queue.carry(row);
    if (answer !== UNANSWERED) this.answeredAt.set(queue.queue, this.doors.now());
    else if ((this.answeredAt.get(queue.queue) ?? 0) >= since) throw new Unanswered();
  }

  private async attempt(
    queue: RowQueue,
    row: DueRow,
    failing: readonly FailingRow[],
    handle: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await handle();
    } catch (error) {
      if (!(await this.isNoRowsFault(error))) await this.note(queue, row, error);
      return;
    }
    await this.resolve(queue, [row], failing);
  }

  private async resolve(
    queue: RowQueue,
    rows: readonly DueRow[],
    failing: readonly FailingRow[],
  ): Promise<void> {
    const mended = failing.map(({ rowId }) => rowId).filter((rowId) => rows.some(({ id }) => id === rowId));
    if (mended.length === 0) return;
    await this.run((work) => resolveFailures(work, queue.queue, mended, this.doors.now()));
    for (const rowId of mended) this.doors.say(`${queue.queue} ${rowId}: handled after all`);
  }

  /**
   * True where two writers met, which the next beat settles. Throws where the database is away: it is asked, since a row
   * that takes too long looks the same.
   */
  private async isNoRowsFault(error: unknown): Promise<boolean> {
    if (isServerFault(error)) throw error;
    if (isDatabaseAway(error)) await this.run((work) => work.query('SELECT 1'));
    return isMeeting(error);
  }

  private async note(queue: RowQueue, { id: rowId, caseId }: DueRow, error: unknown): Promise<void> {
    const { now, say } = this.doors;
    const { queue: name, triesMax } = queue;
    const failure = { queue: name, rowId, caseId, error, now: now(), ...(triesMax && { triesMax }) };
    const isAside = await this.run((work) => noteFailure(work, failure));
    if (isAside) say(`${queue.queue} ${rowId} is set aside: see GET /api/set-asides`);
  }
}
