import { productSchemas } from '@wuqing/persistence';
import pg from 'pg';
import { SetupFailure } from '../setup-failure.js';
import { archiveLines, type ArchiveColumn, type ArchiveContent } from './archive.js';

const BATCH = 500;

/**
 * Puts the rows of an archive into a database that has its schema and no rows, in one transaction: all of them, or none.
 * Foreign keys are taken away meanwhile and proved at the end. Triggers are silent: what they would write lies in the archive.
 */
export async function loadDatabase(
  url: string,
  file: string,
  { rows: expected }: ArchiveContent,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'wuqing-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    const foreignKeys = await takeAwayForeignKeys(client);
    await setTriggers(client, 'DISABLE');
    const loaded = await loadRows(client, file);
    for (const [table, many] of Object.entries(expected))
      if (loaded[table] !== many)
        throw new SetupFailure(`Expected ${many} rows of ${table} in ${file}, found ${loaded[table] ?? 0}.`);
    for (const statement of foreignKeys) await client.query(statement);
    await setTriggers(client, 'ENABLE');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Answers the statements that bring them back. */
async function takeAwayForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE contype = 'f' AND nspname = ANY ($1)`,
    [productSchemas],
  );
  for (const { owner, name } of rows) await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  return rows.map(
    ({ owner, name, definition }) => `ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`,
  );
}

async function setTriggers(client: pg.Client, state: 'ENABLE' | 'DISABLE'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger t
       JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT tgisinternal AND nspname = ANY ($1)`,
    [productSchemas],
  );
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} ${state} TRIGGER USER`);
}

async function loadRows(client: pg.Client, file: string): Promise<Record<string, number>> {
  const loaded: Record<string, number> = {};
  let table: TableLoad | undefined;
  for await (const line of archiveLines(file)) {
    if (typeof line === 'string') {
      await table?.add(line);
      continue;
    }
    await table?.flush();
    if (table) loaded[table.name] = table.many;
    table = undefined;
    if (line[0] === 'table') table = await TableLoad.begin(client, line[1], line[2]);
    if (line[0] === 'sequence') await client.query('SELECT setval($1::regclass, $2, $3)', line.slice(1));
  }
  return loaded;
}

/** Rows on their way into one table, by their text. */
class TableLoad {
  many = 0;
  private waiting: string[] = [];

  private constructor(
    private readonly client: pg.Client,
    readonly name: string,
    private readonly insert: string,
  ) {}

  static async begin(
    client: pg.Client,
    table: string,
    columns: readonly ArchiveColumn[],
  ): Promise<TableLoad> {
    const type = client.escapeIdentifier(`archived ${table}`);
    const written = columns
      .map((column) => `${client.escapeIdentifier(column.name)} ${column.type}`)
      .join(', ');
    await client.query(`CREATE TYPE pg_temp.${type} AS (${written})`);
    // A schema's own rows (the zero row of a sequence table, say) would stand twice.
    await client.query(`DELETE FROM ${table}`);
    const names = columns.map((column) => client.escapeIdentifier(column.name));
    const insert = `INSERT INTO ${table} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${names.map((column) => `(row).${column}`).join(', ')}
      FROM (SELECT text::pg_temp.${type} AS row FROM unnest($1::text[]) AS text OFFSET 0) AS read`;
    return new TableLoad(client, table, insert);
  }

  async add(row: string): Promise<void> {
    this.waiting.push(row);
    this.many += 1;
    if (this.waiting.length === BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.waiting.length > 0) await this.client.query(this.insert, [this.waiting]);
    this.waiting = [];
  }
}
