import { Injectable } from '@nestjs/common';
import type { Resource } from '@wuqing/access';
import type { LedgerKind, RowVersion } from '@wuqing/ledger';
import {
  findLedgerKind,
  findLedgerRow,
  ledgerKindVersions,
  ledgerRowVersions,
  listLedgerLooks,
  listLedgerRows,
  type CaseRow,
  type LedgerFilter,
  type LedgerLookRow,
  type LedgerRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { notFound } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { keeperResource, ledgerResource } from './ledger-resource.js';
import { VisibleRecords } from './visible-records.js';

/** A ledger that the caller asks about, in every version of its kind. */
export interface SeenLedger {
  readonly kind: LedgerKind;
  readonly versions: ReadonlyMap<number, LedgerKind>;
}

export interface SeenRow {
  readonly ledger: SeenLedger;
  readonly row: Known<LedgerRow>;
  readonly history: readonly Known<RowVersion>[];
  readonly resource: Resource;
}

export type RowsAsked = Omit<LedgerFilter, 'ledger' | 'unitIds'> & { readonly unitId?: string | undefined };

/** Rows of ledgers, for whoever may know of them; a row of another village is not there. */
@Injectable()
export class VisibleLedgers {
  constructor(
    private readonly units: UnitDirectory,
    private readonly records: VisibleRecords,
  ) {}

  /** What a ledger is, every official may know, as he may of a process. */
  async ledger(work: Work, key: string): Promise<SeenLedger> {
    const kind = await findLedgerKind(work, key);
    if (!kind) throw notFound();
    return { kind, versions: await ledgerKindVersions(work, key) };
  }

  async rows(
    work: Work,
    caller: Caller,
    { kind }: SeenLedger,
    { unitId, ...asked }: RowsAsked,
  ): Promise<KnownRows<LedgerRow>> {
    const tree = await this.units.tree();
    const reach = caller.reach();
    const readable = new Set(reach.filter((id) => caller.may('ledger.read', ledgerResource(kind, id, tree))));
    const unitIds = [...readable].filter((id) => unitId === undefined || id === unitId);
    return knownPage({
      limit: asked.limit,
      after: asked.after,
      rowsAfter: (after, limit) =>
        listLedgerRows(work, { ...asked, ledger: kind.key, unitIds, after, limit }),
      placeOf: (row) => [shownMoment(row.recordedAt), row.id] as const,
      mayKnow: (row) => Promise.resolve(readable.has(row.unitId)),
    });
  }

  async row(work: Work, caller: Caller, id: string): Promise<SeenRow> {
    const row = await findLedgerRow(work, id);
    if (!row) throw notFound();
    const ledger = await this.ledger(work, row.ledger);
    const resource = await this.resourceOf(ledger, row.unitId);
    caller.requireSight('ledger.read', resource);
    const history = (await ledgerRowVersions(work, id)).map(asKnown);
    return { ledger, row: asKnown(row), history, resource };
  }

  async resourceOf({ kind }: SeenLedger, unitId: string): Promise<Resource> {
    return ledgerResource(kind, unitId, await this.units.tree());
  }

  /** Of the cases out of which a row was written those that the caller may know of, by id. */
  async origins(
    work: Work,
    caller: Caller,
    history: readonly Known<RowVersion>[],
  ): Promise<ReadonlyMap<string, Known<CaseRow>>> {
    const ids = [...new Set(history.flatMap(({ origin }) => origin?.caseId ?? []))];
    const found = await Promise.all(ids.map((id) => this.records.case(work, caller, id)));
    return new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  }

  /** Whether the caller is told who looks at the ledger's rows, in some unit. */
  async keeps(caller: Caller, { kind }: Pick<SeenLedger, 'kind'>): Promise<readonly string[]> {
    const tree = await this.units.tree();
    return caller.reach().filter((id) => caller.may('ledger-look.read', keeperResource(kind, id, tree)));
  }

  async looks(
    work: Work,
    caller: Caller,
    ledger: SeenLedger,
    { after, limit }: { readonly after: readonly [string, string] | undefined; readonly limit: number },
  ): Promise<KnownRows<LedgerLookRow>> {
    const unitIds = await this.keeps(caller, ledger);
    if (unitIds.length === 0) throw notFound();
    const kept = new Set(unitIds);
    return knownPage({
      limit,
      after,
      rowsAfter: (place, count) =>
        listLedgerLooks(work, { ledger: ledger.kind.key, unitIds, after: place, limit: count }),
      placeOf: (row) => [shownMoment(row.at), row.id] as const,
      mayKnow: (row) => Promise.resolve(kept.has(row.unitId)),
    });
  }
}
