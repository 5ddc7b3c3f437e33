import type { JournalProposal } from '@wuqing/bpmn-engine';
import { insertOrFindMessage } from '../messages/message.repository.js';
import { insertOrFindSignal } from '../messages/signal.repository.js';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { LockedCase } from './locked-case.js';
import { effectsOf } from './rows-of-entry.js';

/**
 * Messages and signals that the entry throws, as rows. Nobody is given them here: that would lock other cases under this
 * one's lock, in any order. The message router does it in a transaction of its own.
 */
export async function writeThrown(
  work: Work,
  proposal: JournalProposal,
  { unitId, clockOffsetMs }: LockedCase,
  { newId }: EntryContext,
): Promise<void> {
  const { caseId, at, effects } = proposal;
  const publishedAt = at - clockOffsetMs;
  const thrown = {
    unitId,
    clockOffsetMs,
    publishedAt,
    reach: null,
    reachesWalled: true,
    publishedBy: `case:${caseId}`,
  };
  for (const { messageName: name, messageId, correlationKey, timeToLiveMs, variables } of effectsOf(
    effects,
    'PublishMessage',
  )) {
    const id = { id: newId(), name, messageId: `${caseId}/${messageId}` };
    const expiresAt = publishedAt + timeToLiveMs;
    await insertOrFindMessage(work, { ...thrown, ...id, correlationKey, variables, expiresAt });
  }
  for (const { signalName: name, signalId, variables, toldAtHome = false } of effectsOf(
    effects,
    'BroadcastSignal',
  )) {
    await insertOrFindSignal(work, {
      ...thrown,
      id: newId(),
      name,
      signalId: `${caseId}/${signalId}`,
      variables,
      home: toldAtHome ? caseId : null,
    });
  }
}
