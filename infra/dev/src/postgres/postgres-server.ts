import pg from 'pg';

/** A PostgreSQL to work with, ours or someone's. `url` is the owner's connection to a named database. */
export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  url(database: string): string;
}

export function postgresServer(parts: {
  host: string;
  port: number;
  user: string;
  password: string;
}): PostgresServer {
  const credentials = `${encodeURIComponent(parts.user)}:${encodeURIComponent(parts.password)}`;
  return { ...parts, url: (database) => `postgres://${credentials}@${parts.host}:${parts.port}/${database}` };
}

/** The server named by a `postgres://` URL; its database part is left to the caller. */
export function postgresServerOf(databaseUrl: string): PostgresServer {
  const url = new URL(databaseUrl);
  return postgresServer({
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  });
}

/** True once a connection to the maintenance database answers. */
export async function answers(server: PostgresServer): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.url('postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // the connection's end is no news: the next question asks anew
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the databases that are missing; needs the right to create databases only if one is. */
export async function ensureDatabases(server: PostgresServer, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const present = new Set(rows.map((row) => row.datname));
    for (const name of names) {
      if (!present.has(name)) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
