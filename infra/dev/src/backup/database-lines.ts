import { productSchemas } from '@wuqing/persistence';
import pg from 'pg';
import { fileLines, storedFiles } from './archived-files.js';
import type { ArchiveColumn, ArchiveLine, BackupHead } from './archive.js';

const BATCH = 1_000;

/** What PostgreSQL calls them, ready to be put into SQL; without the list of migrations, which the head names. */
const TABLES = `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE relkind = 'r' AND nspname = ANY ($1) AND relname <> 'schema_migration' ORDER BY nspname, relname`;

const COLUMNS = `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;

/** The whole database as it was at one instant, while others go on working in it: head, tables with their rows, sequences, files. */
export async function* databaseLines(url: string): AsyncGenerator<ArchiveLine> {
  const client = new pg.Client({ connectionString: url, application_name: 'wuqing-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    yield ['wuqing-backup', 1, await headOf(client)];
    const { rows: tables } = await client.query<{ name: string }>(TABLES, [productSchemas]);
    for (const { name } of tables) yield* tableLines(client, name);
    yield* sequenceLines(client);
    const files = await storedFiles(client);
    // Copying them may take long, and needs nothing of the database any more.
    await client.query('COMMIT');
    yield* fileLines(files);
  } finally {
    await client.end();
  }
}

async function headOf(client: pg.Client): Promise<BackupHead> {
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT name FROM schema_migration ORDER BY id',
  );
  const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  return { takenAt: rows[0]!.at.toISOString(), migrations: migrations.map(({ name }) => name) };
}

async function* tableLines(client: pg.Client, table: string): AsyncGenerator<ArchiveLine> {
  const { rows: columns } = await client.query<ArchiveColumn>(COLUMNS, [table]);
  yield ['table', table, columns];
  const names = columns.map((column) => client.escapeIdentifier(column.name)).join(', ');
  await client.query(`DECLARE dumped NO SCROLL CURSOR FOR SELECT ROW(${names})::text AS row FROM ${table}`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${BATCH} FROM dumped`);
    for (const { row } of rows) yield row;
    if (rows.length < BATCH) break;
  }
  await client.query('CLOSE dumped');
}

async function* sequenceLines(client: pg.Client): AsyncGenerator<ArchiveLine> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE relkind = 'S' AND nspname = ANY ($1) AND relname NOT LIKE 'schema\\_migration%' ORDER BY 1`,
    [productSchemas],
  );
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${name}`,
    );
    yield ['sequence', name, state[0]!.last, state[0]!.called];
  }
}
