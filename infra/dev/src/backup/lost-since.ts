import pg from 'pg';

/** How far the cases of a database have come: entries by number. */
export type CasePositions = ReadonlyMap<string, number>;

/** Undefined where there is no product in this database. */
export async function casePositions(url: string): Promise<CasePositions | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'wuqing-restore' });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.process_instance') IS NOT NULL AS there`,
    );
    if (!found[0]?.there) return undefined;
    const { rows } = await client.query<{ number: string; position: number }>(
      'SELECT number, journal_position AS position FROM process_instance',
    );
    return new Map(rows.map(({ number, position }) => [number, position]));
  } finally {
    await client.end();
  }
}

/** What `before` held and `after` does not, a sentence a case: numbers and counts, never content. */
export function lostSince(before: CasePositions | undefined, after: CasePositions | undefined): string[] {
  if (!before) return [];
  const lost: string[] = [];
  for (const [number, position] of before) {
    const kept = after?.get(number);
    if (kept === undefined) lost.push(`${number}: 备份之后发起，整件已不在（${position} 条记录）`);
    else if (kept < position) lost.push(`${number}: 备份之后的 ${position - kept} 条记录已不在`);
  }
  return lost.sort();
}
