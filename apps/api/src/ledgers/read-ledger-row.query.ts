import { Injectable } from '@nestjs/common';
import { verifyRow } from '@wuqing/ledger';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { PersonNames } from '../platform/person-names.js';
import { writerResource } from '../visibility/ledger-resource.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerRowDetailView } from './dto/ledger.view.js';
import { LedgerLooks } from './ledger-looks.js';
import { rowViewOf, versionViewOf } from './ledger-view-of.js';

/** A row with every version of it, and whether they are as they were written. */
@Injectable()
export class ReadLedgerRowQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly looks: LedgerLooks,
    private readonly units: UnitDirectory,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<LedgerRowDetailView> {
    const { seen, cases } = await this.unitOfWork.run(caller.actor, async (work) => {
      const found = await this.ledgers.row(work, caller, id);
      await this.looks.note(work, caller, found.ledger, [found.row], 'row');
      return { seen: found, cases: await this.ledgers.origins(work, caller, found.history) };
    });
    const { ledger, row, history, resource } = seen;
    const persons = history.flatMap(({ actorId, confirmedBy }) => [actorId, confirmedBy ?? actorId]);
    const names = await this.names.of([...new Set(persons)]);
    const reader = {
      caller,
      tree: await this.units.tree(),
      today: this.clock.today(),
      resourceIn: () => resource,
    };
    return {
      row: rowViewOf(ledger, row, reader),
      versions: history.map((version) => versionViewOf(ledger, version, reader, { names, cases })),
      intact: verifyRow(history, sha256).ok && history.at(-1)?.hash === row.hash,
      mayEdit: caller.may('ledger.edit', writerResource(ledger.kind, row.unitId, reader.tree)),
    };
  }
}
