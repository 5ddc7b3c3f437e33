import pg from 'pg';

async function asked<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows[0];
  } finally {
    await client.end();
  }
}

/** The key of a person as it is kept; null once it is erased. */
export const keptKeyOf = async (url: string, subjectId: string): Promise<string | null> =>
  (await asked<{ wrapped: string | null }>(url, 'SELECT wrapped FROM data_subject_key WHERE id = $1', [
    subjectId,
  ]))!.wrapped;

/** All that PostgreSQL's own file of the keys holds, rows as they were among it. */
export async function bytesOfKeys(url: string): Promise<Buffer> {
  await asked(url, 'CHECKPOINT');
  const sql = `SELECT pg_read_binary_file(pg_relation_filepath('data_subject_key')) AS bytes`;
  return (await asked<{ bytes: Buffer }>(url, sql))!.bytes;
}
