import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { entities } from './entities/index.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections in the pool, at most. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** How long one statement may take, in ms; `null`: as long as it takes. */
  readonly queryWithinMs?: number | null;
  /** Only those migrations that these names name; all of this release where absent. */
  readonly migrationNames?: readonly string[];
}

/** A TypeORM data source that never changes a schema by itself. */
export function createDataSource({
  url,
  poolSize = 10,
  applicationName = 'wuqing',
  queryWithinMs = 15_000,
  migrationNames,
}: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    synchronize: false,
    migrations: migrations.filter(({ name }) => migrationNames?.includes(name) ?? true),
    migrationsTableName: 'schema_migration',
    entities: [...entities],
    logging: false,
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      ...(queryWithinMs !== null && { query_timeout: queryWithinMs }),
      // Said once a connection, not once a transaction.
      options: '-c default_transaction_isolation=read\\ committed',
    },
  });
}
