import { required } from '@wuqing/kernel';
import { auditCaseAct, lockCase } from '../case.repository.js';
import type { Work } from '../unit-of-work.js';

/** What comes in by the door. */
export interface RefusalContext {
  /** Epoch ms on the real clock. */
  readonly now: number;
  readonly sha256: (text: string) => string;
}

/** What was sent and not taken, and why, in the sentence that its sender would have read. */
export interface RefusedPayload {
  readonly action: 'RefuseMessage' | 'RefuseSignal';
  readonly name: string;
  readonly subject: string;
  readonly reason: string;
}

/** Leaves the refusal in the audit of a case: nothing that was sent is dropped in silence. */
export async function auditRefusal(
  work: Work,
  caseId: string,
  { action, name, subject, reason }: RefusedPayload,
  { now, sha256 }: RefusalContext,
): Promise<void> {
  const head = required(await lockCase(work, caseId), `case ${caseId} of a refusal`);
  const at = new Date(now + head.clockOffsetMs).toISOString();
  await auditCaseAct(work, head, { action, subject, detail: { name, reason }, at }, sha256);
}
