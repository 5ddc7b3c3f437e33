import { createDataSource } from '@wuqing/persistence';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../harness/database.js';

const DATABASE = 'wuqing_reversible';
const server = new URL(process.env['WUQING_TEST_DATABASE_URL']!);
let source: DataSource;

beforeAll(async () => {
  await createTestDatabase(server.toString(), `${DATABASE}_roles`); // the roles that rights are given to
  const client = new pg.Client({ connectionString: server.toString() });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  source = await createDataSource({
    url: url.toString(),
    poolSize: 2,
    applicationName: 'reversible',
    queryWithinMs: null,
  }).initialize();
}, 120_000);

afterAll(() => source.destroy());

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;
/** Everything that a migration can make, a line each. */
const SCHEMA = `
  SELECT format('column %s.%s.%s %s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE ${OURS} AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('constraint %s.%s %s', n.nspname, k.conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${OURS} AND k.contype <> 'n'
  UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  UNION ALL SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t WHERE NOT t.tgisinternal
  UNION ALL SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${OURS} AND p.prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
  UNION ALL SELECT format('view %s.%s %s', n.nspname, c.relname, pg_get_viewdef(c.oid)) FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND c.relkind IN ('v', 'm')
  UNION ALL SELECT format('option %s.%s %s', n.nspname, c.relname, c.reloptions) FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND c.reloptions IS NOT NULL
  UNION ALL SELECT format('right %s %s.%s %s', grantee, table_schema, table_name, privilege_type)
  FROM information_schema.role_table_grants WHERE grantee LIKE 'wuqing\\_%'
  UNION ALL SELECT format('right %s %s.%s.%s %s', grantee, table_schema, table_name, column_name, privilege_type)
  FROM information_schema.column_privileges WHERE grantee LIKE 'wuqing\\_%'
  UNION ALL SELECT format('extension %s', extname) FROM pg_extension
  UNION ALL SELECT format('schema %s %s', nspname, nspacl) FROM pg_namespace n WHERE ${OURS} AND nspname NOT LIKE 'pg\\_%'`;

/** A function or a view that says the same in other words is the same here: only that it is there counts, and with which rights it runs. */
async function shape(): Promise<readonly string[]> {
  const rows: { line: string }[] = await source.query(SCHEMA);
  return rows.map(({ line }) => {
    const text = line.replace(/\s+/g, ' ');
    if (text.startsWith('function ')) return text.split(' AS $')[0]!;
    return text.startsWith('view ') ? text.split(' ').slice(0, 2).join(' ') : text;
  });
}

/** What one has and the other has not, either way. */
function difference(found: readonly string[], expected: readonly string[]): readonly string[] {
  const only = (from: readonly string[], other: readonly string[], sign: string): readonly string[] => {
    const known = new Set(other);
    return from.filter((line) => !known.has(line)).map((line) => `${sign} ${line.slice(0, 200)}`);
  };
  return [...only(found, expected, 'left'), ...only(expected, found, 'lost')];
}

it('what each migration makes, its way back takes away again, and nothing else', async () => {
  const runner = source.createQueryRunner();
  await runner.query('CREATE TABLE schema_migration (id serial, timestamp bigint, name text)'); // that which says what has run
  const { migrations } = source;
  const before: (readonly string[])[] = [];
  for (const migration of migrations) {
    before.push(await shape());
    await migration.up(runner);
  }
  const wrong: Record<string, readonly string[]> = {};
  for (const [at, migration] of [...migrations.entries()].reverse()) {
    await migration.down(runner);
    const back = difference(await shape(), before[at]!);
    if (back.length > 0) wrong[migration.constructor.name] = back;
  }
  await runner.release();
  expect(migrations.length).toBeGreaterThan(70);
  expect(wrong).toEqual({});
}, 120_000);
