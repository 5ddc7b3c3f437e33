import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { formOfKind, needsSecondPerson, type LedgerKind, type LedgerWrite } from '@wuqing/ledger';
import {
  UnitOfWork,
  insertLedgerEdit,
  judgeLedgerWrite,
  lockLedgers,
  tellOfPaper,
  writeLedgerRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf, sha256 } from '../platform/fingerprint.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import { deciderResource } from '../visibility/ledger-resource.js';
import { isAddressedTo } from '../visibility/resources.js';
import { VisibleLedgerEdits, type WritableUnit } from '../visibility/visible-ledger-edits.js';
import { VisibleLedgers, type SeenLedger } from '../visibility/visible-ledgers.js';
import type { ProposeLedgerEditDto } from './dto/ledger-edit.dto.js';
import type { LedgerEditView } from './dto/ledger-edit.view.js';
import { handWriteOf, refusalProblem } from './hand-write.js';
import { LedgerEditViews } from './ledger-edit-views.js';
import { maskedValues } from './masked-values.js';

interface Proposal {
  readonly id: string;
  readonly bodyHash: string;
  readonly unitId: string;
  readonly row: string | undefined;
  readonly write: LedgerWrite;
  readonly unit: WritableUnit;
}

/**
 * 手工登记: proposes what a ledger is to say. It is judged at once, and stands at once only where the kind asks for no second
 * person. The same act again proposes nothing twice.
 */
@Injectable()
export class ProposeLedgerEditHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly visible: VisibleLedgerEdits,
    private readonly views: LedgerEditViews,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    ledgerKey: string,
    key: string,
    body: ProposeLedgerEditDto,
  ): Promise<LedgerEditView> {
    const read = await this.unitOfWork.run(caller.actor, async (work) => {
      const ledger = await this.ledgers.ledger(work, ledgerKey);
      const unitId = body.unitId.toLowerCase();
      const unit = await this.visible.writable(caller, ledger, unitId);
      const write = handWriteOf(body);
      const id = commandIdOf(caller.personId, `ledgers/${ledgerKey}/edits`, key);
      const proposal = { id, bodyHash: bodyHashOf(body), unitId, row: body.row?.toLowerCase(), write, unit };
      await lockLedgers(work, [ledger.kind]);
      const known = await this.visible.own(work, caller, id);
      if (known && known.bodyHash !== proposal.bodyHash) throw keyUsedOtherwise();
      if (!known) await this.propose(work, caller, ledger, proposal);
      const edit = required(await this.visible.own(work, caller, id), `ledger edit ${id}`);
      return this.views.read(work, caller, ledger, [edit]);
    });
    return required((await this.views.shown(caller, read))[0], 'the edit that was read');
  }

  private async propose(work: Work, caller: Caller, ledger: SeenLedger, proposal: Proposal): Promise<void> {
    const { kind } = ledger;
    const { id, unitId, row, write, bodyHash, unit } = proposal;
    await this.requireWhole(work, caller, ledger, proposal);
    const writing = { kind, rowId: row ?? id, unitId, write };
    const judged = await judgeLedgerWrite(work, writing);
    if (!judged.ok) throw refusalProblem(judged.error);
    const waits = needsSecondPerson(kind);
    const onBehalfOf = caller.onBehalfOf(isAddressedTo(unit.writers));
    const at = new Date(this.clock.now()).toISOString();
    const proposed = { proposedBy: caller.personId, onBehalfOf, at };
    const edit = { id, ledger: kind.key, kindVersion: kind.version, unitId, rowId: row ?? null };
    await insertLedgerEdit(work, { ...edit, write, bodyHash, waits, ...proposed });
    if (waits) return this.tell(work, kind, proposal, [caller.personId, ...onBehalfOf]);
    const by = { actorId: caller.personId, confirmedBy: null, at, origin: null };
    const written = await writeLedgerRow(work, writing, by, sha256);
    if (!written.ok) throw refusalProblem(written.error);
  }

  /** Whoever may confirm it, save those whose proposal it is. */
  private async tell(
    work: Work,
    kind: LedgerKind,
    { id, unitId }: Proposal,
    notTo: readonly string[],
  ): Promise<void> {
    const { holders = [] } = deciderResource(kind, unitId, await this.units.tree());
    await tellOfPaper(work, {
      ...{
        template: 'ledger-edit-waits',
        id,
        name: kind.title,
        dueOn: null,
        page: `/ledgers/${kind.key}/edits`,
      },
      ...{ to: holders, notTo },
    });
  }

  /** Nobody writes back what he was shown shortened. */
  private async requireWhole(
    work: Work,
    caller: Caller,
    { kind }: SeenLedger,
    { unitId, row, write, unit }: Proposal,
  ): Promise<void> {
    if (row === undefined || write.act === 'end') return;
    const standing = await this.visible.rowIn(work, { ledger: kind.key, unitId }, row);
    const masked = standing
      ? maskedValues(formOfKind(kind), standing.data, write.data, levelsOf(caller, unit.resource))
      : [];
    const message = '您看到的是遮盖后的内容，请填写完整的内容，或者不改这一项。';
    if (masked.length > 0) throw invalid(masked.map((name) => ({ path: `/write/data/${name}`, message })));
  }
}
