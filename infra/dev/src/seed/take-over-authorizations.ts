import { createHash } from 'node:crypto';
import { required } from '@wuqing/kernel';
import { findLedgerKind, lockLedgers, writeLedgerRow, type Work } from '@wuqing/persistence';

const LEDGER = 'assembly-authorizations';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Authorization {
  readonly id: string;
  readonly unitId: string;
  readonly no: string;
  readonly matterTypes: string[];
  readonly grantedOn: string;
  readonly postedOn: string;
  readonly filedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * The authorizations of the villagers' assemblies stood in a table of their own before there were ledgers: each that is not in
 * the ledger becomes a row there, under its own id, which routed cases name.
 */
export async function takeOverAuthorizations(work: Work, now: Date): Promise<void> {
  const left = await work.query<Authorization>(
    `SELECT id, unit_id AS "unitId", matter_types AS "matterTypes", decided_on::text AS "grantedOn",
       posted_on::text AS "postedOn", filed_on::text AS "filedOn", effective_from::text AS "validFrom",
       effective_to::text AS "validTo",
       extract(year FROM decided_on) || '-' || row_number() OVER (PARTITION BY unit_id ORDER BY decided_on, id) AS no
     FROM assembly_authorization a WHERE NOT EXISTS (SELECT 1 FROM ledger_row r WHERE r.id = a.id) ORDER BY unit_id, 9`,
  );
  if (left.length === 0) return;
  const kind = required(await findLedgerKind(work, LEDGER), `ledger ${LEDGER}`);
  await lockLedgers(work, [kind]);
  const by = { actorId: 'system:library', confirmedBy: null, at: now.toISOString(), origin: null };
  for (const { id: rowId, unitId, ...data } of left) {
    const write = { act: 'enter', data, reason: '由原有授权数据转入' } as const;
    const written = await writeLedgerRow(work, { kind, rowId, unitId, write }, by, sha256);
    if (!written.ok)
      throw new Error(`Expected authorization ${rowId} to be entered: ${written.error.message}`);
  }
}
