import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { lacksSentence, objectionToDecision, type EditOutcome } from '@wuqing/ledger';
import {
  UnitOfWork,
  insertLedgerEditDecision,
  lockLedgers,
  rowOfEdit,
  writeLedgerRow,
  type LedgerEditDecision,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { conflict, denied, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { commandIdOf, sha256 } from '../platform/fingerprint.js';
import { deciderResource } from '../visibility/ledger-resource.js';
import { isAddressedTo } from '../visibility/resources.js';
import { VisibleLedgerEdits, type SeenEdit } from '../visibility/visible-ledger-edits.js';
import type { DecideLedgerEditDto } from './dto/ledger-edit.dto.js';
import type { LedgerEditView } from './dto/ledger-edit.view.js';
import { stoodInForBy } from './ledger-edit-view-of.js';
import { LedgerEditViews } from './ledger-edit-views.js';

interface Decision {
  readonly id: string;
  readonly outcome: EditOutcome;
  readonly sentence: string | null;
}

/**
 * Confirms, refuses or takes back what was proposed by hand. What is confirmed is judged again, as the ledger stands now, and
 * written in the same transaction; what is no longer possible stays undecided, and is told.
 */
@Injectable()
export class DecideLedgerEditHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visible: VisibleLedgerEdits,
    private readonly views: LedgerEditViews,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    editId: string,
    key: string,
    { outcome, sentence }: DecideLedgerEditDto,
  ): Promise<LedgerEditView> {
    if (lacksSentence(outcome, sentence))
      throw invalid([{ path: '/sentence', message: '请写明退回的理由，不超过 500 字。' }]);
    const id = commandIdOf(caller.personId, `ledger-edits/${editId}/decision`, key);
    const decision = { id, outcome, sentence: sentence?.trim() ?? null };
    const read = await this.unitOfWork.run(caller.actor, async (work) => {
      const { ledger } = await this.visible.edit(work, caller, editId);
      await lockLedgers(work, [ledger.kind]);
      const seen = await this.visible.edit(work, caller, editId);
      if (!isDecided(seen.edit.decision, decision)) await this.decide(work, caller, seen, decision);
      const { edit } = await this.visible.edit(work, caller, editId);
      return this.views.read(work, caller, ledger, [edit]);
    });
    return required((await this.views.shown(caller, read))[0], 'the edit that was decided');
  }

  private async decide(work: Work, caller: Caller, seen: SeenEdit, decision: Decision): Promise<void> {
    const { edit } = seen;
    const { outcome } = decision;
    if (!edit.waits) throw conflict('这一项登记无须确认，登记时已经生效。');
    const onBehalfOf = outcome === 'withdrawn' ? [] : await this.requireSeat(caller, seen);
    const decider = { personId: caller.personId, standsInFor: stoodInForBy(caller) };
    const objection = objectionToDecision(edit, decider, outcome);
    if (objection !== undefined) throw denied(objection);
    const at = new Date(this.clock.now()).toISOString();
    const by = { decidedBy: caller.personId, onBehalfOf, at };
    await insertLedgerEditDecision(work, { editId: edit.id, ...decision, ...by });
    if (outcome === 'confirmed') await this.write(work, seen, caller.personId, at);
  }

  /** Whoever's seat confirms; answers for whom he stands in where it is not his own. */
  private async requireSeat(caller: Caller, { ledger, edit }: SeenEdit): Promise<readonly string[]> {
    const resource = deciderResource(ledger.kind, edit.unitId, await this.units.tree());
    caller.require('ledger-edit.decide', resource);
    return caller.onBehalfOf(isAddressedTo(resource.holders ?? []));
  }

  private async write(
    work: Work,
    { ledger: { kind }, edit }: SeenEdit,
    confirmedBy: string,
    at: string,
  ): Promise<void> {
    const writing = { kind, rowId: rowOfEdit(edit), unitId: edit.unitId, write: edit.write };
    const by = { actorId: edit.proposedBy, confirmedBy, at, origin: null };
    const written = await writeLedgerRow(work, writing, by, sha256);
    if (!written.ok) throw conflict(`现在不能这样登记：${written.error.message}`);
  }
}

const decided: Readonly<Record<EditOutcome, string>> = {
  confirmed: '确认',
  refused: '退回',
  withdrawn: '撤回',
};

/** Whether this very decision stands; throws where another one does. */
function isDecided(standing: LedgerEditDecision | null, { id, outcome, sentence }: Decision): boolean {
  if (!standing) return false;
  const isSame = standing.outcome === outcome && standing.sentence === sentence;
  if (standing.id === id && !isSame) throw keyUsedOtherwise();
  if (standing.id !== id) throw conflict(`这一项登记已经${decided[standing.outcome]}，请刷新后再看。`);
  return true;
}
