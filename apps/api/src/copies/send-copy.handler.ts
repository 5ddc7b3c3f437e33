import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  UnitOfWork,
  auditCaseAct,
  lockCase,
  sendCopies,
  type CaseHead,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { requirePlaceForWords } from '../visibility/place-for-words.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf, sha256 } from '../platform/fingerprint.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { ownCopies } from '../visibility/copy-records.js';
import { CopyReaders } from './copy-readers.js';
import type { SendCopyDto } from './dto/copy.dto.js';
import type { CopyResultsView } from './dto/copy.view.js';

/** Of who may not read it as of who does not exist: the sender hears what the list of receivers says already. */
const NOT_A_READER = '这位不在能看这一件的人里，没有抄送。请从列出的人中选择。';

interface CopyAct {
  readonly id: string;
  readonly bodyHash: string;
  readonly note: string;
}

/**
 * 抄送: tells persons of a case who may read it already; it opens nothing. Whom it cannot tell keeps nobody else from it. The same
 * act again tells nobody twice.
 */
@Injectable()
export class SendCopyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly readers: CopyReaders,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  execute(
    caller: Caller,
    caseId: string,
    key: string,
    { personIds, note = '' }: SendCopyDto,
  ): Promise<CopyResultsView> {
    const ids = [...new Set(personIds.map((id) => id.toLowerCase()))];
    const act = {
      id: commandIdOf(caller.personId, `cases/${caseId}/copies`, key),
      bodyHash: bodyHashOf({ personIds: [...ids].sort(), note: note.trim() }),
      note: note.trim(),
    };
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId);
      const head = required(await lockCase(work, caseId), `case ${caseId} of a copy`);
      const sent = await ownCopies(work, caller, act.id);
      if (sent && sent.bodyHash !== act.bodyHash) throw keyUsedOtherwise();
      const told = sent?.personIds ?? (await this.send(work, caller, { seen, head, act, ids }));
      return { items: ids.map((personId) => resultOf(personId, told)) };
    });
  }

  /** Answers whom it told. */
  private async send(work: Work, caller: Caller, { seen, head, act, ids }: Sending): Promise<string[]> {
    if (act.note !== '') await requirePlaceForWords(work, this.definitions, seen);
    const readers = new Set((await this.readers.of(work, caller, seen)).map(({ personId }) => personId));
    const personIds = ids.filter((id) => readers.has(id));
    if (personIds.length === 0) return [];
    const now = this.clock.now();
    const { id: caseId, unitId } = seen.row;
    const about = { caseId, unitId, sentBy: caller.personId, at: new Date(now).toISOString() };
    await sendCopies(work, { ...about, note: act.note, actId: act.id, bodyHash: act.bodyHash }, personIds);
    const at = new Date(now + head.clockOffsetMs).toISOString();
    await auditCaseAct(
      work,
      head,
      { action: 'SendCopy', subject: 'case', detail: { personIds }, at },
      sha256,
    );
    return personIds;
  }
}

interface Sending {
  readonly seen: SeenCase;
  readonly head: CaseHead;
  readonly act: CopyAct;
  readonly ids: readonly string[];
}

const resultOf = (personId: string, told: readonly string[]) =>
  told.includes(personId)
    ? { personId, ok: true, reason: null }
    : { personId, ok: false, reason: NOT_A_READER };
