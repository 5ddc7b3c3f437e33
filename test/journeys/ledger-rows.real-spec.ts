import { createHash, randomUUID } from 'node:crypto';
import { FIRST_HASH, recordedVersion, verifyRow, type LedgerKind, type LedgerWrite } from '@wuqing/ledger';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  UnitOfWork,
  createDataSource,
  findLedgerKind,
  findLedgerRow,
  insertLedgerVersion,
  ledgerFaults,
  ledgerRowVersions,
  ledgerRowsInForce,
  lockLedgers,
  publishLedgerKind,
  rollOf,
  systemActor,
  writeLedgerRow,
} from '@wuqing/persistence';
import { libraryLedgers } from '@wuqing/process-library';
import { createTestDatabase } from '../harness/database.js';

const LEDGER = 'assembly-authorizations';
const actor = systemActor('test');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const by = { actorId: 'system:test', confirmedBy: null, at: '2026-03-01T01:00:00.000Z', origin: null };

interface Village {
  readonly unitId: string;
  readonly rowId: string;
}

describe('rows of a ledger in PostgreSQL', () => {
  let owner: UnitOfWork;
  let worker: UnitOfWork;
  let api: UnitOfWork;
  let kind: LedgerKind;
  let first: Village;
  let second: Village;
  let close: () => Promise<unknown>;

  beforeAll(async () => {
    const database = await createTestDatabase(
      required(process.env['WUQING_TEST_DATABASE_URL'], 'a server'),
      'wuqing_ledger_rows',
    );
    const urls = [database.ownerUrl, database.workerUrl, database.apiUrl];
    const sources = await Promise.all(urls.map((url) => createDataSource({ url, poolSize: 3 }).initialize()));
    [owner, worker, api] = sources.map((source) => new UnitOfWork(source)) as [
      UnitOfWork,
      UnitOfWork,
      UnitOfWork,
    ];
    close = () => Promise.all(sources.map((source) => source.destroy()));
    kind = required(await worker.look(actor, (work) => findLedgerKind(work, LEDGER)), 'the kind');
    const rows = await worker.look(actor, (work) =>
      work.query<Village>(
        'SELECT unit_id AS "unitId", id AS "rowId" FROM ledger_row ORDER BY unit_id LIMIT 2',
      ),
    );
    [first, second] = rows as [Village, Village];
  }, 180_000);

  afterAll(() => close());

  const write = (rowId: string, unitId: string, what: LedgerWrite) =>
    worker.run(actor, async (work) => {
      await lockLedgers(work, [kind]);
      return writeLedgerRow(work, { kind, rowId, unitId, write: what }, by, sha256);
    });
  const entry = (no: string): LedgerWrite => ({
    act: 'enter',
    data: { no, matterTypes: ['A7'], grantedOn: '2026-02-01', validFrom: '2026-03-01' },
    reason: '村民会议决定',
  });
  const inForce = (unitId: string, on: string) =>
    worker.look(actor, (work) => ledgerRowsInForce(work, { ledger: LEDGER, unitId, on, limit: 10 }));
  const noOf = (rows: readonly { readonly data: JsonObject }[]) => rows.map(({ data }) => data['no']).sort();

  it('hold what stood in a table of its own before, each row chained from its first version', async () => {
    const rows = await owner.look(actor, (work) =>
      work.query<{ id: string }>('SELECT id FROM ledger_row WHERE ledger = $1', [LEDGER]),
    );
    expect(rows).toHaveLength(50);
    const versions = await worker.look(actor, (work) => ledgerRowVersions(work, first.rowId));
    expect(verifyRow(versions, sha256)).toEqual({ ok: true, value: 1 });
    expect(versions[0]).toMatchObject({ actorId: 'system:library', reason: '由原有授权数据转入' });
  });

  it('follow their versions: changed, ended, and in force until the day of the end', async () => {
    const rowId = randomUUID();
    const { unitId } = first;
    expect(await write(rowId, unitId, entry('2026-7'))).toMatchObject({ ok: true });
    expect(
      await write(rowId, unitId, {
        act: 'change',
        data: { filedOn: '2026-02-20' },
        reason: '已备案',
        expects: 1,
      }),
    ).toMatchObject({ ok: true });
    expect(
      await write(rowId, unitId, { act: 'end', endedFrom: '2026-06-01', reason: '村民会议撤销' }),
    ).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await worker.look(actor, (work) => findLedgerRow(work, rowId))).toMatchObject({
      version: 3,
      state: 'revoked',
      endedFrom: '2026-06-01',
      data: { no: '2026-7', filedOn: '2026-02-20' },
    });
    const versions = await worker.look(actor, (work) => ledgerRowVersions(work, rowId));
    expect(verifyRow(versions, sha256)).toEqual({ ok: true, value: 3 });
    expect(noOf(await inForce(unitId, '2026-05-31'))).toEqual(['2025-1', '2026-7']);
    expect(noOf(await inForce(unitId, '2026-06-01'))).toEqual(['2025-1']);
    expect(noOf(await inForce(unitId, '2029-01-01'))).toEqual([]);
  });

  it('answer a key that is taken, also of two that write it at once', async () => {
    const answers = await Promise.all([1, 2].map(() => write(randomUUID(), first.unitId, entry('2026-8'))));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'key-taken' } });
    expect(await write(randomUUID(), second.unitId, entry('2026-8'))).toMatchObject({ ok: true });
  });

  it('are not there for another village', async () => {
    const change: LedgerWrite = { act: 'change', data: {}, reason: '改' };
    expect(await write(first.rowId, second.unitId, change)).toMatchObject({ error: { code: 'no-such-row' } });
  });

  it.each([
    "UPDATE ledger_row_version SET reason = 'x'",
    'DELETE FROM ledger_row_version',
    'TRUNCATE ledger_row_version CASCADE',
    "UPDATE ledger_kind SET checksum = 'x'",
    "UPDATE ledger_row SET state = 'granted'",
    'DELETE FROM ledger_row',
  ])('are changed by nobody: %s', async (sql) => {
    await expect(owner.run(actor, (work) => work.query(sql))).rejects.toThrow('Expected rows of ledger_');
    await expect(worker.run(actor, (work) => work.query(sql))).rejects.toThrow('permission denied');
    await expect(api.run(actor, (work) => work.query(sql))).rejects.toThrow('permission denied');
  });

  it('take no version that does not follow what stands', async () => {
    const [standing] = await worker.look(actor, (work) => ledgerRowVersions(work, first.rowId));
    const { hash: _hash, previousHash: _previous, ...facts } = required(standing, 'a version');
    const forged = recordedVersion(FIRST_HASH, { ...facts, version: 2, act: 'change' }, sha256);
    await expect(worker.run(actor, (work) => insertLedgerVersion(work, kind, forged))).rejects.toThrow(
      'to follow the version that stands',
    );
  });

  it('take of the API none that nobody has proposed by hand', async () => {
    const { unitId } = second;
    const rowId = randomUUID();
    await write(rowId, unitId, entry(rowId));
    const [standing] = await worker.look(actor, (work) => ledgerRowVersions(work, rowId));
    const { hash, previousHash: _, ...facts } = required(standing, 'a version');
    const forged = recordedVersion(hash, { ...facts, version: 2, act: 'change' }, sha256);
    await expect(api.run(actor, (work) => insertLedgerVersion(work, kind, forged))).rejects.toThrow(
      'to be one that was proposed by hand',
    );
    await worker.run(actor, (work) => insertLedgerVersion(work, kind, forged));
  });

  it('are what a case that starts knows of authorizations: a new one, and the last day of one that is revoked', async () => {
    const { unitId, rowId: standing } = second;
    const rowId = randomUUID();
    await write(rowId, unitId, entry(rowId));
    const knownOn = async (on: string) => {
      const roll = await api.run(actor, (work) => rollOf(work, unitId, on));
      const found = (roll['authorizations'] as JsonObject[]).find(({ id }) => id === rowId);
      expect(roll['authorizations']).toContainEqual(expect.objectContaining({ id: standing }));
      return found;
    };
    const granted = { id: rowId, matterTypes: ['A7'], grantedOn: '2026-02-01', validFrom: '2026-03-01' };
    expect(await knownOn('2026-05-01')).toEqual(granted);
    await write(rowId, unitId, { act: 'end', endedFrom: '2026-06-01', reason: '村民会议撤销' });
    expect(await knownOn('2026-05-31')).toEqual({ ...granted, validUntil: '2026-05-31' });
    expect(await knownOn('2026-06-01')).toBeUndefined();
  });

  it('are of a kind that only a higher version changes', async () => {
    const content = required(
      libraryLedgers().find(({ key }) => key === LEDGER),
      'the file',
    );
    const published = { kind, content, publishedBy: 'system:test', at: by.at };
    const publish = (change: { readonly version?: number; readonly title?: string }) =>
      owner.run(actor, (work) =>
        publishLedgerKind(
          work,
          { ...published, kind: { ...kind, ...change }, content: { ...content, ...change } },
          sha256,
        ),
      );
    await publish({});
    await expect(publish({ title: '另一名称' })).rejects.toThrow('with a version above 1');
    await publish({ version: 2, title: '另一名称' });
    expect(await worker.look(actor, (work) => findLedgerKind(work, LEDGER))).toMatchObject({ version: 2 });
  });

  it.each([
    [
      'changed',
      "UPDATE ledger_row_version SET reason = 'x' WHERE row_id = $1 AND version = 2",
      'the hash of version 2',
    ],
    [
      'removed',
      'DELETE FROM ledger_row_version WHERE row_id = $1 AND version = 1',
      'the number of version 1',
    ],
    ['cut off', 'DELETE FROM ledger_row_version WHERE row_id = $1 AND version = 2', 'found 1 and 2'],
    ['all gone', 'DELETE FROM ledger_row_version WHERE row_id = $1', 'found 0 and 2'],
    ['put beside', "UPDATE ledger_row SET hash = 'x' WHERE id = $1", 'found 2 and 2'],
    ['orphaned', 'DELETE FROM ledger_row WHERE id = $1', 'found 2 and 0'],
  ])('that are %s by force are named', async (_, sql, fault) => {
    const { unitId } = second;
    const rowId = randomUUID();
    await write(rowId, unitId, entry(rowId));
    await write(rowId, unitId, { act: 'change', data: { filedOn: '2026-02-20' }, reason: '已备案' });
    const faults = () => owner.run(actor, (work) => ledgerFaults(work, sha256));
    expect(await faults()).toEqual([]);
    const undone = new Error('undone');
    await expect(
      owner.run(actor, async (work) => {
        await work.query('ALTER TABLE ledger_row_version DISABLE TRIGGER USER');
        await work.query('ALTER TABLE ledger_row DISABLE TRIGGER USER');
        await work.query(sql, [rowId]);
        const found = await ledgerFaults(work, sha256);
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(`row ${rowId} of ledger assembly-authorizations is broken: Expected`);
        expect(found[0]).toContain(fault);
        throw undone;
      }),
    ).rejects.toBe(undone);
  });
});
