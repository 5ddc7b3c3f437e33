import type { LostOfCase } from '@wuqing/persistence';
import pg from 'pg';

interface CasePosition {
  readonly position: number;
  /** Whether it is of a process at level T or N. */
  readonly isWalled: boolean;
}

/** How far the cases of a database have come, by number. */
export type CasePositions = ReadonlyMap<string, CasePosition>;

/** Undefined where there is no product in this database. */
export async function casePositions(url: string): Promise<CasePositions | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'wuqing-restore' });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.process_instance') IS NOT NULL AS there`,
    );
    if (!found[0]?.there) return undefined;
    const { rows } = await client.query<CasePosition & { number: string }>(
      `SELECT number, journal_position AS position, is_walled_by(definition_checksum || callers) AS "isWalled"
       FROM process_instance`,
    );
    return new Map(rows.map(({ number, ...position }) => [number, position]));
  } finally {
    await client.end();
  }
}

/** What `before` held and `after` does not: numbers and counts, never content. */
export function lostSince(before: CasePositions | undefined, after: CasePositions | undefined): LostOfCase[] {
  return [...(before ?? [])]
    .map(([number, { position, isWalled }]) => {
      const kept = after?.get(number);
      return { number, entries: position - (kept?.position ?? 0), isWhole: kept === undefined, isWalled };
    })
    .filter(({ entries, isWhole }) => entries > 0 || isWhole)
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** As whoever restores reads it. */
export const lostSentence = ({ number, entries, isWhole }: LostOfCase): string =>
  isWhole
    ? `${number}: begun after the backup, the whole case is gone (${entries} entries)`
    : `${number}: ${entries} entries after the backup are gone`;
