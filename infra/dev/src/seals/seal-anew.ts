import { UnitOfWork, systemActor, type Work } from '@wuqing/persistence';
import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import {
  openText,
  sealText,
  sealedColumns,
  sealingKeyOf,
  type SealedColumn,
  type SealedUse,
} from '@wuqing/workflow-contracts/sealed-text';
import { withDatabase } from '../postgres/with-database.js';

/** How many were sealed anew, by use. */
export type SealedAnew = Readonly<Record<SealedUse, number>>;

/**
 * Seals all that is sealed at rest under the ring's current key; it may run beside the product. All of a table or nothing: throws
 * where one of them opens under no key of the ring.
 */
export async function sealAnew(ownerUrl: string, ring: PayloadKeyRing): Promise<SealedAnew> {
  return withDatabase(ownerUrl, 'wuqing-reseal', async (source) => {
    const unitOfWork = new UnitOfWork(source);
    const counts: [SealedUse, number][] = [];
    for (const use of Object.keys(sealedColumns) as SealedUse[]) {
      const sealed = await unitOfWork.run(systemActor('operator'), (work) => columnAnew(work, use, ring));
      counts.push([use, sealed]);
    }
    return Object.fromEntries(counts) as SealedAnew;
  });
}

/** What is kept for good may be sealed anew: the owner puts the triggers that keep it aside, for this transaction. */
async function columnAnew(work: Work, use: SealedUse, ring: PayloadKeyRing): Promise<number> {
  const { table, column, id }: SealedColumn = sealedColumns[use];
  await work.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const rows = await work.query<{ id: string; sealed: string }>(
    `SELECT ${id}::text AS id, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL FOR UPDATE`,
  );
  const due = rows.filter(({ sealed }) => sealingKeyOf(sealed) !== ring.current);
  for (const row of due) {
    const sealed = sealText(openText(row.sealed, { use, id: row.id }, ring), { use, id: row.id }, ring);
    await work.query(`UPDATE ${table} SET ${column} = $3 WHERE ${id}::text = $1 AND ${column} = $2`, [
      ...[row.id, row.sealed, sealed],
    ]);
  }
  await work.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  return due.length;
}
