import type { Resource } from '@wuqing/access';
import type { LedgerKind } from '@wuqing/ledger';
import { unitAt, type CandidateReference, type OrganizationIndex } from '@wuqing/organization';
import { holdersAt } from '../platform/process-facts.js';

/** Rows of one ledger in one unit, as `access` needs to know them: all of them are closed alike. */
export function ledgerResource(kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource {
  const { by = [], confirm = [] } = kind.handEdit ?? {};
  return addressedTo([...by, ...confirm], kind, unitId, tree);
}

/** The same for who writes them by hand. */
export const writerResource = (kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource =>
  addressedTo(kind.handEdit?.by ?? [], kind, unitId, tree);

/** The same for who confirms what is written by hand. */
export const deciderResource = (kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource =>
  addressedTo(kind.handEdit?.confirm ?? [], kind, unitId, tree);

function addressedTo(
  seats: readonly CandidateReference[],
  { readers: { rows: level, offices } }: LedgerKind,
  unitId: string,
  tree: OrganizationIndex,
): Resource {
  return {
    unitId,
    level,
    holders: holdersAt(seats, unitId, tree),
    handlingUnitIds: offices.flatMap((code) => unitAt(`office:${code}`, unitId, tree)?.id ?? []),
  };
}

/** Those who keep the ledger: who confirms what is written by hand. */
export const keeperResource = (kind: LedgerKind, unitId: string, tree: OrganizationIndex): Resource => ({
  unitId,
  holders: holdersAt(kind.handEdit?.confirm ?? [], unitId, tree),
});
