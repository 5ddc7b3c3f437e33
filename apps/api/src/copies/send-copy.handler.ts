import { Injectable } from '@nestjs/common';
import { UnitOfWork, personNames, sendCopies, auditCaseAct, lockCase, type Work } from '@wuqing/persistence';
import { required } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { commandIdOf, sha256 } from '../platform/fingerprint.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { SendCopyDto } from './dto/copy.dto.js';

/**
 * 抄送: tells persons of a case. It opens nothing: whoever may not read the case sees no copy, and the sender is not told who
 * may. The same act again tells nobody twice.
 */
@Injectable()
export class SendCopyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    caseId: string,
    key: string,
    { personIds, note }: SendCopyDto,
  ): Promise<void> {
    const ids = [...new Set(personIds.map((id) => id.toLowerCase()))];
    await this.unitOfWork.run(caller.actor, async (work) => {
      const { row } = await this.cases.require(work, caller, caseId);
      await requirePersons(work, ids);
      const head = required(await lockCase(work, caseId), `case ${caseId} of a copy`);
      const at = new Date(this.clock.now()).toISOString();
      const act = { caseId, unitId: row.unitId, sentBy: caller.personId, note: note?.trim() ?? '', at };
      const copies = ids.map((personId) => ({
        id: commandIdOf(caller.personId, `cases/${caseId}/copies/${personId}`, key),
        personId,
      }));
      const told = await sendCopies(work, act, copies);
      if (told.length === 0) return;
      const caseAt = new Date(this.clock.now() + head.clockOffsetMs).toISOString();
      const detail = { personIds: told };
      await auditCaseAct(work, head, { action: 'SendCopy', subject: 'case', detail, at: caseAt }, sha256);
    });
  }
}

async function requirePersons(work: Work, ids: readonly string[]): Promise<void> {
  const known = await personNames(work, ids);
  const unknown = ids.flatMap((id, at) => (known.has(id) ? [] : [at]));
  if (unknown.length > 0)
    throw invalid(
      unknown.map((at) => ({ path: `/personIds/${at}`, message: '没有这个人，请重新选择抄送对象。' })),
    );
}
