import type { JournalProposal, ServiceAnswer } from '@wuqing/bpmn-engine';
import { canonicalJson, type Json } from '@wuqing/kernel';
import { isoAt } from '../journal/rows-of-entry.js';
import type { LockedCase } from '../journal/locked-case.js';
import type { Work } from '../unit-of-work.js';
import { answerLedger, ledgersAsked } from './answer-ledger.js';
import { lockLedgers, writeLedgerRow } from './write-ledger-row.js';

/** A question of the entry is answered otherwise than it was decided by: all of the entry is undone. */
export class AnsweredOtherwise extends Error {
  override readonly name = 'AnsweredOtherwise';
  constructor(readonly answers: readonly ServiceAnswer[]) {
    super(`Expected ${answers.at(-1)?.serviceTask} to be answered as the entry was decided`);
  }
}

/**
 * The ledgers' part of an entry, behind all else that it writes: each question is asked again under the ledger's lock, in order,
 * and what is to be written is written. Throws `AnsweredOtherwise` where an answer is not the one the entry was decided by.
 */
export async function settleLedgers(
  work: Work,
  proposal: JournalProposal,
  { caseId, unitId }: Pick<LockedCase, 'caseId' | 'unitId'>,
  sha256: (text: string) => string,
): Promise<void> {
  const { answers = [], commandId, actorId } = proposal;
  await lockLedgers(work, ledgersAsked(answers));
  const at = isoAt(proposal);
  const scene = { caseId, unitId, commandId, actorId, at };
  for (const [index, answer] of answers.entries()) {
    const { result, writing } = await answerLedger(work, scene, answer);
    if (!same(result, answer.result))
      throw new AnsweredOtherwise([...answers.slice(0, index), { ...answer, result }]);
    if (!writing) continue;
    const origin = { caseId, commandId, step: answer.serviceTask };
    const written = await writeLedgerRow(work, writing, { actorId, confirmedBy: null, at, origin }, sha256);
    if (!written.ok)
      throw new Error(`Expected the write that was judged a moment ago: ${written.error.code}`);
  }
}

const same = (a: ServiceAnswer['result'], b: ServiceAnswer['result']): boolean =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
