import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  auditCaseAct,
  leftClaims,
  lockCase,
  releaseUserTask,
  systemActor,
  type LeftClaim,
  type Work,
} from '@wuqing/persistence';
import { required } from '@wuqing/kernel';
import { Loops } from '../loops.js';
import { rowQueue } from '../row-work/row-queue.js';

const IDLE_MS = 5_000;
const AT_ONCE = 50;

const LEFT = rowQueue<LeftClaim>({
  queue: 'left-claim',
  limit: AT_ONCE,
  byTheClock: true,
  find: leftClaims,
  handleOne: giveBack,
});

/** What somebody has claimed and whose seat he has left since goes back to all who hold it now; its term goes on. */
@Injectable()
export class ClaimKeeper {
  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'claim-keeper',
      actor: systemActor('claim-keeper'),
      queues: [LEFT],
      idleMs: IDLE_MS,
    });
  }
}

/** The case row first, as every writer. A step that moved meanwhile is looked at again at the next beat. */
async function giveBack(work: Work, claim: LeftClaim, now: number): Promise<void> {
  const { id, caseId, elementKey, personId, rowVersion } = claim;
  const head = required(await lockCase(work, caseId), `case ${caseId} of a user task`);
  if (!(await releaseUserTask(work, id, rowVersion, personId))) return;
  const at = new Date(now + head.clockOffsetMs).toISOString();
  const detail = { userTaskId: id, personId, cause: 'seat-left' };
  await auditCaseAct(work, head, { action: 'ReleaseUserTask', subject: elementKey, detail, at }, (text) =>
    createHash('sha256').update(text, 'utf8').digest('hex'),
  );
}
