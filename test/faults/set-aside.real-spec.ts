import {
  ClockCheck,
  UnitOfWork,
  createDataSource,
  grantRetry,
  insertOrFindRetry,
  listSetAside,
  systemActor,
  type DueRow,
  type Look,
  type Work,
} from '@wuqing/persistence';
import { EachRow } from '../../apps/worker/src/row-work/each-row.js';
import { UNANSWERED, rowQueue, type RowQueue } from '../../apps/worker/src/row-work/row-queue.js';
import { createTestDatabase } from '../harness/database.js';
import { serversOfRun } from '../harness/product.js';

const ACTOR = systemActor('test');
const START = Date.parse('2026-08-24T01:00:00Z');
const ROWS = 40;
const LIMIT = 20;
const CLOCK_MAX_MS = 60_000;

/** How a bad row fails: as bad data, as a broken constraint, as a bug of ours. */
type Fault = 'data' | 'constraint' | 'bug' | 'slow';

/** A queue of forty rows, of which some are bad: handled one by one, all at once, and carried outside. */
describe('each row', () => {
  let unitOfWork: UnitOfWork;
  let close: () => Promise<void>;
  let now = START;
  let said: string[] = [];

  beforeAll(async () => {
    const database = await createTestDatabase(serversOfRun().databaseUrl, 'wuqing_set_aside');
    const source = await createDataSource({ url: database.ownerUrl, poolSize: 8 }).initialize();
    await source.query(
      'CREATE TABLE queue_row (id text PRIMARY KEY, fault text, done integer NOT NULL DEFAULT 0)',
    );
    unitOfWork = new UnitOfWork(source);
    close = () => source.destroy();
  }, 120_000);

  afterAll(() => close?.());

  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    unitOfWork.run(ACTOR, (work) => work.query<Row>(sql, values));

  beforeEach(async () => {
    now = START;
    said = [];
    await query('DELETE FROM set_aside_retry');
    await query('DELETE FROM set_aside');
    await query('DELETE FROM queue_row');
    await query(
      `INSERT INTO queue_row (id) SELECT 'row-' || lpad(n::text, 2, '0') FROM generate_series(1, ${ROWS}) n`,
    );
  });

  const eachRow = (): EachRow =>
    new EachRow({
      unitOfWork,
      actor: ACTOR,
      now: () => now,
      say: (sentence) => said.push(sentence),
      clock: new ClockCheck(CLOCK_MAX_MS),
    });

  const find = (work: Work, { limit, without, only }: Look): Promise<DueRow[]> =>
    work.query(
      `SELECT id FROM queue_row WHERE done = 0 AND id <> ALL ($2) AND ($3::text[] IS NULL OR id = ANY ($3))
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit, without, only ?? null],
    );

  async function handle(work: Work, { id }: DueRow): Promise<void> {
    const [row] = await work.query<{ fault: Fault | null }>('SELECT fault FROM queue_row WHERE id = $1', [
      id,
    ]);
    if (row!.fault === 'data') await work.query(`SELECT 'none'::uuid`);
    if (row!.fault === 'constraint') await work.query('INSERT INTO queue_row (id) VALUES ($1)', [id]);
    if (row!.fault === 'bug') throw new TypeError(`Cannot read properties of null (reading '某人的姓名')`);
    if (row!.fault === 'slow') throw new Error('Query read timeout');
    await work.query('UPDATE queue_row SET done = done + 1 WHERE id = $1', [id]);
  }

  const shapes: Readonly<Record<string, () => RowQueue>> = {
    'one by one': () => rowQueue({ queue: 'message', limit: LIMIT, find, handleOne: handle }),
    'all at once': () =>
      rowQueue({
        queue: 'message',
        limit: LIMIT,
        find,
        async handleAll(work, rows) {
          for (const row of rows) await handle(work, row);
        },
      }),
    'carried outside': () =>
      rowQueue({
        queue: 'message',
        limit: LIMIT,
        find,
        carry: (row) => unitOfWork.run(ACTOR, (work) => handle(work, row)),
      }),
  };

  const spoil = (fault: Fault | null, ...ids: string[]): Promise<unknown> =>
    query('UPDATE queue_row SET fault = $1 WHERE id = ANY ($2)', [fault, ids]);

  async function beat(rows: EachRow, queue: RowQueue): Promise<void> {
    for (let isMore = true; isMore;) {
      isMore = await rows.handle(queue);
      await rows.drain();
    }
  }

  const done = async (): Promise<number> => (await query('SELECT 1 FROM queue_row WHERE done = 1')).length;

  const aside = () => unitOfWork.run(ACTOR, (work) => listSetAside(work, { limit: 100 }));

  describe.each(Object.keys(shapes))('%s', (shape) => {
    const queueOf = (): RowQueue => shapes[shape]!();

    it.each<Fault>(['data', 'constraint', 'bug', 'slow'])(
      'goes on with all others in the same beat where one fails by %s, at the first place and the last',
      async (fault) => {
        await spoil(fault, 'row-01', 'row-40');
        await beat(eachRow(), queueOf());
        expect(await done()).toBe(ROWS - 2);
        expect(await aside()).toEqual([]);
      },
    );

    it('sets the bad one aside after five attempts, each later than twice the one before, and names it', async () => {
      await spoil('constraint', 'row-07');
      const [rows, queue] = [eachRow(), queueOf()];
      const attempts: number[] = [];
      for (let second = 0; second < 60; second += 1) {
        now = START + second * 1_000;
        await beat(rows, queue);
        const [{ failures }] = (await query('SELECT failures FROM set_aside')) as [{ failures: number }];
        if (failures > attempts.length) attempts.push(second);
      }
      expect(attempts).toEqual([0, 1, 3, 7, 15]);
      expect(await aside()).toMatchObject([
        { queue: 'message', rowId: 'row-07', reason: '23505 queue_row_pkey', failures: 5, isAskedFor: false },
      ]);
      expect(said).toEqual(['message row-07 is set aside: see GET /api/set-asides']);
    });

    it('handles it once when it was mended and somebody asks, and closes its line', async () => {
      await spoil('bug', 'row-07');
      const [rows, queue] = [eachRow(), queueOf()];
      for (; (await aside()).length === 0; now += 60_000) await beat(rows, queue);
      const id = (await aside())[0]!.id;
      await spoil(null, 'row-07');
      await beat(rows, queue);
      expect(await done()).toBe(ROWS - 1);
      const wish = { id: 'wish', setAsideId: id, actorId: 'admin', reason: '已修正', bodyHash: '' };
      await unitOfWork.run(ACTOR, (work) => insertOrFindRetry(work, wish, now));
      expect(await aside()).toMatchObject([{ isAskedFor: true }]);
      await unitOfWork.run(ACTOR, (work) => grantRetry(work, 'wish', now));
      await unitOfWork.run(ACTOR, (work) => grantRetry(work, 'wish', now));
      await beat(rows, queue);
      await beat(rows, queue);
      expect([await done(), await aside()]).toEqual([ROWS, []]);
    });

    it('is held up by no number of bad rows, not even by more than a look takes', async () => {
      const bad = Array.from(
        { length: LIMIT + 5 },
        (_, index) => `row-${String(index + 1).padStart(2, '0')}`,
      );
      await spoil('data', ...bad);
      const [rows, queue] = [eachRow(), queueOf()];
      await beat(rows, queue);
      await beat(rows, queue);
      expect(await done()).toBe(ROWS - bad.length);
    });

    it('says nothing of what a row holds', async () => {
      await spoil('bug', 'row-01');
      await beat(eachRow(), queueOf());
      const [{ reason }] = (await query('SELECT reason FROM set_aside')) as [{ reason: string }];
      expect(reason).toMatch(/^TypeError/);
      expect(reason).not.toMatch(/姓名/);
    });
  });

  it('blames no row where the database is away, and where two writers met', async () => {
    const failing = (error: Error): RowQueue =>
      rowQueue({ queue: 'message', limit: LIMIT, find, handleOne: () => Promise.reject(error) });
    const away = Object.assign(new Error('disk full'), { code: '53100' });
    await expect(eachRow().handle(failing(away))).rejects.toThrow('disk full');
    await eachRow().handle(failing(Object.assign(new Error('deadlock'), { code: '40P01' })));
    expect(await query('SELECT 1 FROM set_aside')).toEqual([]);
  });

  it('blames who does not answer only where others were answered meanwhile', async () => {
    let others: unknown = UNANSWERED;
    const late = (): Promise<unknown> => new Promise((resolve) => setImmediate(() => resolve(UNANSWERED)));
    const queue = rowQueue({
      queue: 'command',
      limit: ROWS,
      find,
      carry: ({ id }) => (id === 'row-01' ? late() : Promise.resolve(others)),
    });
    const rows = eachRow();
    const look = async (): Promise<unknown[]> => {
      now += 1_000;
      await rows.handle(queue);
      await rows.drain();
      return query('SELECT row_id AS "rowId", reason FROM set_aside');
    };
    expect(await look()).toEqual([]);
    others = undefined;
    expect(await look()).toEqual([{ rowId: 'row-01', reason: expect.stringMatching(/^Expected an answer/) }]);
  });

  it('does nothing by a clock that has jumped, says so where operators look, and goes on when it is right again', async () => {
    const queue = { ...shapes['one by one']!(), byTheClock: true };
    const rows = eachRow();
    now = Date.now() + 30 * 24 * 3_600_000;
    await beat(rows, queue);
    await beat(rows, queue);
    expect(await done()).toBe(0);
    const apart = [
      { queue: 'machine-clock', rowId: 'worker', reason: expect.stringMatching(/found 259\d\d\d\d s/) },
    ];
    expect(await aside()).toMatchObject(apart);
    expect(said).toHaveLength(1);
    now = Date.now();
    await beat(rows, queue);
    expect([await done(), await aside()]).toEqual([ROWS, []]);
  });
});
