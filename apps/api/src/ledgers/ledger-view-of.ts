import type { Resource } from '@wuqing/access';
import { maskFor } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  formOfKind,
  isInForce,
  needsSecondPerson,
  retainedUntil,
  stateOf,
  type LedgerKind,
  type RowVersion,
} from '@wuqing/ledger';
import type { OrganizationIndex } from '@wuqing/organization';
import type { CaseRow, LedgerRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { dayOf } from '../platform/clock.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import type { Known } from '../visibility/known.js';
import type { SeenLedger } from '../visibility/visible-ledgers.js';
import type { LedgerKindView, LedgerRowView, LedgerVersionView } from './dto/ledger.view.js';

/** What the caller may do with a kind's ledger. */
export type KindRights = Pick<LedgerKindView, 'mayReadLooks' | 'mayReadEdits' | 'writableUnits'>;

export const kindViewOf = (kind: LedgerKind, rights: KindRights): LedgerKindView => ({
  key: kind.key,
  version: kind.version,
  title: kind.title,
  basis: kind.basis ?? null,
  unconfirmed: kind.unconfirmed,
  unitKind: kind.unitKind,
  schema: kind.schema,
  ui: kind.ui ?? {},
  states: kind.states.map(({ key, title, ends }) => ({ key, title, ends })),
  keyFields: [...kind.unique.fields],
  looks: kind.looks,
  secondPerson: needsSecondPerson(kind),
  ...rights,
});

/** With whose eyes rows are shown, and on which day. */
export interface LedgerReader {
  readonly caller: Caller;
  readonly resourceIn: (unitId: string) => Resource;
  readonly tree: OrganizationIndex;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const kindOf = ({ versions }: SeenLedger, version: number): LedgerKind =>
  required(versions.get(version), `version ${version} of a kind`);

const dataFor = (
  kind: LedgerKind,
  data: JsonObject,
  { caller }: LedgerReader,
  resource: Resource,
): JsonObject => maskFor(formOfKind(kind), data, levelsOf(caller, resource));

export function rowViewOf(ledger: SeenLedger, row: Known<LedgerRow>, reader: LedgerReader): LedgerRowView {
  const kind = kindOf(ledger, row.kindVersion);
  const recordedAt = shownMoment(row.recordedAt);
  return {
    id: row.id,
    ledger: row.ledger,
    unitId: row.unitId,
    unitName: reader.tree.units.get(row.unitId)?.name ?? '',
    version: row.version,
    state: row.state,
    stateTitle: stateOf(kind, row.state)?.title ?? row.state,
    inForce: isInForce(kind, row, reader.today),
    data: dataFor(kind, row.data, reader, reader.resourceIn(row.unitId)),
    endedFrom: row.endedFrom,
    recordedAt,
    changedAt: shownMoment(row.changedAt),
    keptUntil: retainedUntil(kind, { recordedOn: dayOf(Date.parse(recordedAt)), endedFrom: row.endedFrom }),
  };
}

export interface VersionFacts {
  readonly names: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, Known<CaseRow>>;
}

export function versionViewOf(
  ledger: SeenLedger,
  version: Known<RowVersion>,
  reader: LedgerReader,
  { names, cases }: VersionFacts,
): LedgerVersionView {
  const kind = kindOf(ledger, version.kindVersion);
  const origin = version.origin && cases.get(version.origin.caseId);
  return {
    version: version.version,
    act: version.act,
    state: version.state,
    stateTitle: stateOf(kind, version.state)?.title ?? version.state,
    data: dataFor(kind, version.data, reader, reader.resourceIn(version.unitId)),
    endedFrom: version.endedFrom,
    reason: version.reason,
    actorName: names.get(version.actorId) ?? '系统',
    confirmedByName: version.confirmedBy === null ? null : (names.get(version.confirmedBy) ?? null),
    at: version.at,
    case: origin ? { id: origin.id, number: origin.number, title: origin.title } : null,
    hash: version.hash,
  };
}
