import { growingTables } from '@wuqing/persistence';
import { ApiUnderTest } from './testing/api-under-test.js';
import { reachedBy, usesIn } from './testing/statements-of.js';

/** Rooms whose code runs under each role. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  wuqing_api: ['apps/api', 'libs/command-dispatch', 'libs/publication'],
  wuqing_worker: [
    'apps/worker',
    'activities',
    'libs/command-dispatch',
    'libs/notifications',
    'libs/publication',
  ],
};

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('used_grants');
});

afterAll(() => api.stop());

it.each(Object.keys(rooms))('%s may do nothing that no statement of its code does', async (role) => {
  const granted = await api.query<{ table: string; right: string }>(
    `SELECT DISTINCT table_name AS "table", privilege_type AS "right" FROM information_schema.column_privileges
     WHERE grantee = $1 UNION SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = $1
     ORDER BY 1, 2`,
    [role],
  );
  const tables = await api.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema IN ('public', 'security') AND table_type IN ('BASE TABLE', 'VIEW')`,
  );
  const used = usesIn(
    reachedBy(rooms[role]!),
    tables.map(({ name }) => name),
  );
  const unused = granted.filter(
    (one) => !used.some(({ table, right }) => table === one.table && right === one.right),
  );
  expect(unused.map(({ table, right }) => `${right} ${table}`)).toEqual([]);
});

it.each(Object.keys(rooms))(
  '%s may count every table whose rows it counts before it serves',
  async (role) => {
    const closed = await api.query<{ name: string }>(
      `SELECT name FROM unnest($2::text[]) AS name WHERE NOT has_table_privilege($1, name, 'SELECT')`,
      [role, growingTables],
    );
    expect(closed).toEqual([]);
  },
);
