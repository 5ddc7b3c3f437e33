import { Injectable } from '@nestjs/common';
import type { Holder, Resource } from '@wuqing/access';
import {
  findLedgerEdit,
  findLedgerRow,
  listLedgerEdits,
  type LedgerEditFilter,
  type LedgerEditRow,
  type LedgerRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { notFound } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { ledgerResource, writerResource } from './ledger-resource.js';
import { VisibleLedgers, type SeenLedger } from './visible-ledgers.js';

export interface SeenEdit {
  readonly ledger: SeenLedger;
  readonly edit: Known<LedgerEditRow>;
  /** Of the rows of its unit. */
  readonly resource: Resource;
}

/** A unit in which the caller writes rows of a ledger by hand. */
export interface WritableUnit {
  /** Of the rows. */
  readonly resource: Resource;
  /** The seats that write. */
  readonly writers: readonly Holder[];
}

export type EditsAsked = Pick<LedgerEditFilter, 'after' | 'limit'> & {
  readonly unitId?: string | undefined;
};

/** What is written by hand, for those who write and confirm it, and for 纪委办. */
@Injectable()
export class VisibleLedgerEdits {
  constructor(
    private readonly units: UnitDirectory,
    private readonly ledgers: VisibleLedgers,
  ) {}

  /** The ledger in a unit where the caller writes by hand; a unit whose rows he does not read has none. */
  async writable(caller: Caller, { kind }: SeenLedger, unitId: string): Promise<WritableUnit> {
    const tree = await this.units.tree();
    if (tree.units.get(unitId)?.kind !== kind.unitKind) throw notFound();
    const resource = ledgerResource(kind, unitId, tree);
    caller.requireSight('ledger.read', resource);
    const writer = writerResource(kind, unitId, tree);
    caller.require('ledger.edit', writer);
    return { resource, writers: writer.holders ?? [] };
  }

  /** Units in which the caller writes rows by hand. */
  async writableUnits(caller: Caller, { kind }: Pick<SeenLedger, 'kind'>): Promise<readonly string[]> {
    if (!kind.handEdit) return [];
    const tree = await this.units.tree();
    return caller
      .reach()
      .filter((id) => tree.units.get(id)?.kind === kind.unitKind)
      .filter((id) => caller.may('ledger.edit', writerResource(kind, id, tree)));
  }

  /** Units in which the caller is told what waits and what was decided. */
  async readableUnits(caller: Caller, { kind }: Pick<SeenLedger, 'kind'>): Promise<readonly string[]> {
    if (!kind.handEdit) return [];
    const tree = await this.units.tree();
    return caller
      .reach()
      .filter((id) => tree.units.get(id)?.kind === kind.unitKind)
      .filter((id) => caller.may('ledger-edit.read', ledgerResource(kind, id, tree)));
  }

  async edits(
    work: Work,
    caller: Caller,
    ledger: SeenLedger,
    { unitId, after, limit }: EditsAsked,
  ): Promise<KnownRows<LedgerEditRow>> {
    const readable = new Set(await this.readableUnits(caller, ledger));
    if (readable.size === 0) throw notFound();
    const unitIds = [...readable].filter((id) => unitId === undefined || id === unitId);
    return knownPage({
      limit,
      after,
      rowsAfter: (place, count) =>
        listLedgerEdits(work, { ledger: ledger.kind.key, unitIds, after: place, limit: count }),
      placeOf: (row) => [shownMoment(row.place), row.id] as const,
      mayKnow: (row) => readable.has(row.unitId),
    });
  }

  async edit(work: Work, caller: Caller, id: string): Promise<SeenEdit> {
    const edit = await findLedgerEdit(work, id);
    if (!edit) throw notFound();
    const ledger = await this.ledgers.ledger(work, edit.ledger);
    const resource = await this.ledgers.resourceOf(ledger, edit.unitId);
    caller.requireSight('ledger-edit.read', resource);
    return { ledger, edit: asKnown(edit), resource };
  }

  /** The caller's own, by an id made of his own: whether this is a retry. */
  async own(work: Work, { personId }: Caller, id: string): Promise<Known<LedgerEditRow> | undefined> {
    const edit = await findLedgerEdit(work, id);
    return edit?.proposedBy === personId ? asKnown(edit) : undefined;
  }

  /** The row of an edit as it stands; of another ledger or unit there is none. */
  async standing(work: Work, { edit }: Pick<SeenEdit, 'edit'>): Promise<Known<LedgerRow> | undefined> {
    return edit.rowId === null ? undefined : this.rowIn(work, edit, edit.rowId);
  }

  async rowIn(
    work: Work,
    { ledger, unitId }: Pick<LedgerRow, 'ledger' | 'unitId'>,
    rowId: string,
  ): Promise<Known<LedgerRow> | undefined> {
    const row = await findLedgerRow(work, rowId);
    return row?.ledger === ledger && row.unitId === unitId ? asKnown(row) : undefined;
  }
}
