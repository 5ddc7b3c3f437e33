import type { PostgresServer } from '../postgres/postgres-server.js';
import { TEMPORAL_DATABASE, VISIBILITY_DATABASE } from './temporal-schema.js';
import type { TemporalPorts } from './temporal-ports.js';

/** What the server's embedded configuration template reads. The number of shards can never change for a database. */
export function serverEnvironment(
  postgres: PostgresServer,
  ports: TemporalPorts,
  dynamicConfigFile: string,
): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    DB: 'postgres12_pgx',
    DBNAME: TEMPORAL_DATABASE,
    VISIBILITY_DBNAME: VISIBILITY_DATABASE,
    POSTGRES_SEEDS: postgres.host,
    DB_PORT: String(postgres.port),
    POSTGRES_USER: postgres.user,
    POSTGRES_PWD: postgres.password,
    NUM_HISTORY_SHARDS: '4',
    SQL_MAX_CONNS: '10',
    SQL_MAX_IDLE_CONNS: '10',
    SQL_VIS_MAX_CONNS: '3',
    SQL_VIS_MAX_IDLE_CONNS: '3',
    BIND_ON_IP: '127.0.0.1',
    TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigFile,
    LOG_LEVEL: 'warn',
    GOGC: '400', // memory for speed: about a fifth more throughput
  };
}
