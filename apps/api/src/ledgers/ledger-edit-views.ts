import { Injectable } from '@nestjs/common';
import type { LedgerEditRow, LedgerRow, Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import { PersonNames } from '../platform/person-names.js';
import type { Known } from '../visibility/known.js';
import { ledgerResource } from '../visibility/ledger-resource.js';
import { VisibleLedgerEdits } from '../visibility/visible-ledger-edits.js';
import type { SeenLedger } from '../visibility/visible-ledgers.js';
import type { LedgerEditView } from './dto/ledger-edit.view.js';
import { editViewOf, personsIn } from './ledger-edit-view-of.js';
import { LedgerLooks } from './ledger-looks.js';

/** Edits with the rows that they are about, as they stand. */
export interface ReadEdits {
  readonly ledger: SeenLedger;
  readonly edits: readonly Known<LedgerEditRow>[];
  readonly standing: ReadonlyMap<string, Known<LedgerRow>>;
}

/** Shows edits to whoever may know of them; a look at their rows is a look. */
@Injectable()
export class LedgerEditViews {
  constructor(
    private readonly visible: VisibleLedgerEdits,
    private readonly looks: LedgerLooks,
    private readonly units: UnitDirectory,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that reads or writes them. */
  async read(
    work: Work,
    caller: Caller,
    ledger: SeenLedger,
    edits: readonly Known<LedgerEditRow>[],
  ): Promise<ReadEdits> {
    const standing = new Map<string, Known<LedgerRow>>();
    for (const edit of edits) {
      const row = await this.visible.standing(work, { edit });
      if (row) standing.set(row.id, row);
    }
    await this.looks.note(work, caller, ledger, [...standing.values()], 'list');
    return { ledger, edits, standing };
  }

  /** Behind it. */
  async shown(caller: Caller, { ledger, edits, standing }: ReadEdits): Promise<LedgerEditView[]> {
    const names = await this.names.of([...new Set(edits.flatMap(personsIn))]);
    const tree = await this.units.tree();
    const resourceIn = (unitId: string) => ledgerResource(ledger.kind, unitId, tree);
    const reader = { caller, tree, today: this.clock.today(), resourceIn };
    return edits.map((edit) => {
      const row = edit.rowId === null ? undefined : standing.get(edit.rowId);
      return editViewOf(ledger, edit, reader, { names, standing: row });
    });
  }
}
