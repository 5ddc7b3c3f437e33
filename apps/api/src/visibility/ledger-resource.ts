import type { Resource } from '@wuqing/access';
import type { LedgerKind } from '@wuqing/ledger';
import { unitAt, type OrganizationIndex } from '@wuqing/organization';
import { holdersAt } from '../platform/process-facts.js';

/** Rows of one ledger in one unit, as `access` needs to know them: all of them are closed alike. */
export function ledgerResource(kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource {
  const { by = [], confirm = [] } = kind.handEdit ?? {};
  const { rows: level, offices } = kind.readers;
  return {
    unitId,
    level,
    holders: holdersAt([...by, ...confirm], unitId, tree),
    handlingUnitIds: offices.flatMap((code) => unitAt(`office:${code}`, unitId, tree)?.id ?? []),
  };
}

/** Those who keep the ledger: who confirms what is written by hand. */
export const keeperResource = (kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource => ({
  unitId,
  holders: holdersAt(kind.handEdit?.confirm ?? [], unitId, tree),
});
