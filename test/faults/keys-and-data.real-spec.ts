import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { dataFaultsOf, provideSecrets, requireOwnKeys, sealAnew } from '@wuqing/dev-runtime';
import { growingTables, markTables, systemActor } from '@wuqing/persistence';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import {
  openText,
  sealText,
  sealedColumns,
  sealingKeyOf,
  type SealedUse,
} from '@wuqing/workflow-contracts/sealed-text';
import pg from 'pg';
import { IDENTITY_SEARCH_KEY, MASTER_KEYS, PAYLOAD_KEYS, Product } from '../harness/product.js';

const ROOT = resolve(import.meta.dirname, '../..');
const OTHER_KEYS = JSON.stringify({
  current: 'test',
  keys: { test: Buffer.alloc(32, 8).toString('base64') },
});
const NEXT_KEYS = JSON.stringify({
  current: 'next',
  keys: {
    ...(JSON.parse(PAYLOAD_KEYS) as { keys: object }).keys,
    next: Buffer.alloc(32, 9).toString('base64'),
  },
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

describe('a start on what is not whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-keys-'));
  let product: Product;

  beforeAll(async () => {
    product = await Product.start({ name: 'keys_and_data' });
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'seven-user-tasks', unitId, title: '演练' };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    type Shown = { tasks: { id: string; rowVersion: number }[] };
    const [task] = (await clerk.get<Shown>(`/api/cases/${id}`)).tasks;
    const done = { rowVersion: task!.rowVersion, submission: { note: '同意' } };
    expect((await clerk.post(`/api/user-tasks/${task!.id}/completion`, done)).status).toBe(200);
    await Promise.all([product.api.stop(), product.worker.stop()]);
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Starts a program as an operator would; one that comes up is ended. */
  function started(program: 'api' | 'worker', env: NodeJS.ProcessEnv): Promise<Ended> {
    const url = program === 'api' ? product.database.apiUrl : product.database.workerUrl;
    const child = spawn(process.execPath, [join(ROOT, 'apps', program, 'dist', 'main.js')], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: url,
        TEMPORAL_ADDRESS: product.temporalAddress,
        TEMPORAL_NAMESPACE: product.client.options.namespace,
        WUQING_PAYLOAD_KEYS: PAYLOAD_KEYS,
        WUQING_MASTER_KEYS: MASTER_KEYS,
        WUQING_IDENTITY_SEARCH_KEY: IDENTITY_SEARCH_KEY,
        WUQING_SESSION_SECRET: 'test-session-secret',
        WUQING_TASK_QUEUE: 'process-keys_and_data',
        PORT: '0',
        ...env,
      },
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/^(worker|api) ready/m.test(said)) child.kill('SIGTERM');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    return new Promise((resolveEnd) => child.on('close', (code) => resolveEnd({ code, said })));
  }

  const refusals: ['api' | 'worker', string, NodeJS.ProcessEnv, RegExp][] = [
    ['worker', 'another payload key', { WUQING_PAYLOAD_KEYS: OTHER_KEYS }, /payload:test is another one/],
    ['api', 'another payload key', { WUQING_PAYLOAD_KEYS: OTHER_KEYS }, /payload:test is another one/],
    [
      'worker',
      'a payload key less',
      { WUQING_PAYLOAD_KEYS: NEXT_KEYS.replace('"test"', '"other"') },
      /payload:test is missing/,
    ],
    ['api', 'another master key', { WUQING_MASTER_KEYS: OTHER_KEYS }, /master:m1 is missing/],
    [
      'api',
      'another key of searching',
      { WUQING_IDENTITY_SEARCH_KEY: Buffer.alloc(32, 5).toString('base64') },
      /identity-search is another one/,
    ],
    ['api', 'another session secret', { WUQING_SESSION_SECRET: 'made anew' }, /session is another one/],
    [
      'worker',
      'keys that cannot be read',
      { WUQING_PAYLOAD_KEYS: '{"current":"k' },
      /Expected the payload keys as/,
    ],
    ['api', 'keys that cannot be read', { WUQING_PAYLOAD_KEYS: '[]' }, /Expected the payload keys as/],
  ];

  it.each(refusals)(
    '%s: is refused with %s, by a sentence',
    async (program, _is, env, sentence) => {
      const { code, said } = await started(program, env);
      expect(code).toBe(1);
      expect(said).toMatch(sentence);
      expect(said).not.toMatch(/^\s+at /m);
      expect(said).not.toMatch(/ready/);
    },
    60_000,
  );

  it('goes on with a key more, which is known from then on', async () => {
    expect((await started('worker', { WUQING_PAYLOAD_KEYS: NEXT_KEYS })).said).toMatch(/worker ready/);
    const { code, said } = await started('worker', {});
    expect([code, said]).toEqual([1, expect.stringMatching(/payload:next is missing/)]);
  }, 120_000);

  describe('what is sealed', () => {
    const keys = { old: keyRingFrom(PAYLOAD_KEYS), next: keyRingFrom(NEXT_KEYS) };
    const uses = Object.keys(sealedColumns) as SealedUse[];
    const sealedIn = async (use: SealedUse) => {
      const { table, column, id } = sealedColumns[use];
      return product.query<{ id: string; sealed: string }>(
        `SELECT ${id}::text AS id, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`,
      );
    };

    it('stands in the one list, column by column', async () => {
      const columns = await product.query<{ name: string }>(
        `SELECT concat_ws('.', nullif(table_schema, 'public'), table_name, column_name) AS name FROM information_schema.columns
         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND column_name ~ '(^|_)sealed($|_)'`,
      );
      expect(columns.map(({ name }) => name).sort()).toEqual(
        uses.map((use) => `${sealedColumns[use].table}.${sealedColumns[use].column}`).sort(),
      );
    });

    it('is sealed anew under the next key, all of it, and once', async () => {
      const [one] = await product.query<{ person: string; account: string; unit: string; office: string }>(
        `SELECT a.person_id AS person, a.id AS account, v.id AS unit, o.id AS office FROM account a, unit v, unit o
         WHERE a.login = 'v01-clerk' AND v.kind = 'village' AND o.kind = 'office' LIMIT 1`,
      );
      const { person, account, unit, office } = one!;
      const slip = '018f2c6e-0000-7000-8000-000000000001';
      const sealed = (use: SealedUse, id: string) => sealText('密', { use, id }, keys.old);
      await product.query(
        `INSERT INTO channel_choice VALUES ($1, 'mail', 'all', $2, now()), ($1, 'wecom', 'none', NULL, now())`,
        [person, sealed('contact-address', person)],
      );
      await product.query('INSERT INTO security.second_factor (account_id, secret_sealed) VALUES ($1, $2)', [
        account,
        sealed('second-factor', account),
      ]);
      await product.query(
        `INSERT INTO slip (id, number, kind, from_unit_id, to_unit_id, subject, receipt_due_on, sent_by, on_behalf_of, sent_at)
         VALUES ($1, '清移〔2026〕1 号', 'discipline-clue', $2, $3, '线索', '2026-08-25', $4, '{}', now())`,
        [slip, unit, office, person],
      );
      await product.query('INSERT INTO slip_seal VALUES ($1, $2)', [slip, sealed('slip', slip)]);

      const { ownerUrl } = product.database;
      expect(await sealAnew(ownerUrl, keys.next)).toEqual({
        'contact-address': 1,
        'second-factor': 1,
        slip: 1,
      });
      for (const use of uses) {
        const [row, ...others] = await sealedIn(use);
        expect(others).toEqual([]);
        expect(sealingKeyOf(row!.sealed)).toBe('next');
        expect(openText(row!.sealed, { use, id: row!.id }, keys.next)).toBe('密');
      }
      expect(await sealAnew(ownerUrl, keys.next)).toEqual({
        'contact-address': 0,
        'second-factor': 0,
        slip: 0,
      });
      await expect(product.query(`UPDATE slip_seal SET sealed = ''`)).rejects.toThrow(/slip_seal/);
      await expect(sealAnew(ownerUrl, keyRingFrom(OTHER_KEYS))).rejects.toThrow(/^(?!.*密)Expected/);
    });
  });

  it('makes no secrets where the database has been used, and lets no other ones in', async () => {
    const file = join(folder, 'secrets.json');
    const { ownerUrl } = product.database;
    await expect(provideSecrets(file, ownerUrl)).rejects.toThrow(
      /has been used with secrets that are not in .*secrets\.json/,
    );
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '{');
    await expect(provideSecrets(file, ownerUrl)).rejects.toThrow(/cannot be read/);
    const fresh = new URL(ownerUrl);
    fresh.pathname = '/postgres';
    const made = await provideSecrets(join(folder, 'fresh.json'), fresh.toString());
    await expect(requireOwnKeys(made, ownerUrl)).rejects.toThrow(
      /Expected the keys that this database was used with/,
    );
  }, 60_000);

  describe('with rows lost', () => {
    /** Loses all rows of a table behind everybody's back, as a broken disk would, looks, and gives them back. */
    async function without<T>(table: string, look: () => Promise<T>): Promise<T> {
      const client = new pg.Client({ connectionString: product.database.ownerUrl });
      await client.connect();
      try {
        await client.query(
          `SET session_replication_role = replica; CREATE TABLE kept_rows AS SELECT * FROM ${table}; DELETE FROM ${table}`,
        );
        const seen = await look();
        const { rows } = await client.query<{ names: string }>(
          `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
           WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
          [table],
        );
        const { names } = rows[0]!;
        await client.query(
          `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM kept_rows; DROP TABLE kept_rows`,
        );
        return seen;
      } finally {
        await client.end();
      }
    }

    beforeAll(async () => {
      expect(await dataFaultsOf(product.database.ownerUrl)).toEqual([]);
      await product.unitOfWork.run(systemActor('test'), (work) => markTables(work, Date.now()));
    });

    it.each(growingTables)('of %s is named', async (table) => {
      const [counted] = await product.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`);
      const faults = await without(table, () => dataFaultsOf(product.database.ownerUrl));
      if (counted!.rows > 0) expect(faults.join('; ')).toContain(`the table ${table} has 0 rows`);
      expect(await dataFaultsOf(product.database.ownerUrl)).toEqual([]);
    });

    it.each(['journal_entry', 'audit_entry', 'user_task', 'submission', 'command'])(
      'of %s is named by what the journals tell, though nobody has counted since',
      async (table) => {
        await product.query('DELETE FROM table_mark');
        expect(await without(table, () => dataFaultsOf(product.database.ownerUrl))).toEqual([
          expect.stringMatching(/in 1 cases \(\d{4}-\d{5}\)/),
        ]);
      },
    );

    it('says no "ready", but which cases are not whole', async () => {
      const answers = await without('journal_entry', () =>
        Promise.all([
          started('api', { WUQING_PAYLOAD_KEYS: NEXT_KEYS }),
          started('worker', { WUQING_PAYLOAD_KEYS: NEXT_KEYS }),
        ]),
      );
      for (const { code, said } of answers) {
        expect(said).toMatch(/The data are not whole: entries of the journal are missing .* in 1 cases/);
        expect([code, /ready|^\s+at /m.test(said)]).toEqual([1, false]);
      }
    }, 60_000);
  });
});
