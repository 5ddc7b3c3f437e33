import { runCommand } from '../process/run-command.js';
import { ensureDatabases, type PostgresServer } from '../postgres/postgres-server.js';

export const TEMPORAL_DATABASE = 'temporal';
export const VISIBILITY_DATABASE = 'temporal_visibility';

const SCHEMAS = [
  { database: TEMPORAL_DATABASE, schema: 'postgresql/v12/temporal' },
  { database: VISIBILITY_DATABASE, schema: 'postgresql/v12/visibility' },
] as const;

/** Brings both of Temporal's databases to the schema that `sqlTool` carries; does nothing where they have it. */
export async function ensureTemporalSchema(sqlTool: string, postgres: PostgresServer): Promise<void> {
  await ensureDatabases(postgres, [TEMPORAL_DATABASE, VISIBILITY_DATABASE]);
  await Promise.all(
    SCHEMAS.map(async ({ database, schema }) => {
      const connection = [
        '--pl',
        'postgres12_pgx',
        '--ep',
        postgres.host,
        '-p',
        String(postgres.port),
        '-u',
        postgres.user,
      ];
      const run = (...args: string[]): Promise<string> =>
        // the password by the environment: arguments can be read by every user of the machine
        runCommand(sqlTool, [...connection, '--db', database, ...args], {
          env: { ...process.env, SQL_PASSWORD: postgres.password },
        });
      await run('setup-schema', '-v', '0.0'); // makes the version tables if there are none
      await run('update-schema', '--schema-name', schema);
    }),
  );
}
