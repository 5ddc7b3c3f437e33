import type { Caller } from '../access/caller.js';
import { auditCaseAct, lockCase, type UserTaskRow, type Work } from '@wuqing/persistence';
import { isAddressedTo } from '../visibility/resources.js';
import { required, type JsonObject } from '@wuqing/kernel';
import { conflict } from '../http/problem.js';
import { sha256 } from '../platform/fingerprint.js';

export interface HolderChange {
  readonly action: 'ClaimUserTask' | 'ReleaseUserTask' | 'HandOverUserTask';
  /** What the record says beside the step. */
  readonly detail?: JsonObject;
  /** Changes the row if it is still as the caller saw it. */
  readonly change: (work: Work) => Promise<boolean>;
}

const CHANGED = '该任务已被他人签收、办结或变更，请刷新待办后再试。';

/** The case row first, as every writer; then the task row; then the audit. Never wakes the workflow. */
export async function changeTaskHolder(
  work: Work,
  caller: Caller,
  { id, caseId, elementKey, candidates }: UserTaskRow,
  { action, detail, change }: HolderChange,
  now: number,
): Promise<void> {
  const head = required(await lockCase(work, caseId), `case ${caseId} of a user task`);
  if (!(await change(work))) throw conflict(CHANGED);
  const onBehalfOf = caller.onBehalfOf(isAddressedTo(candidates));
  const at = new Date(now + head.clockOffsetMs).toISOString();
  await auditCaseAct(
    work,
    head,
    { action, subject: elementKey, detail: { userTaskId: id, onBehalfOf, ...detail }, at },
    sha256,
  );
}
