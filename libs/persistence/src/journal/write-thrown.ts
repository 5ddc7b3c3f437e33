import { insertOrFindMessage } from '../messages/message.repository.js';
import { insertOrFindSignal } from '../messages/signal.repository.js';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryExtra } from './entry-extra.js';
import { effectsOf } from './rows-of-entry.js';

async function write(work: Work, { proposal, locked, context }: CalledEntry): Promise<void> {
  const { unitId, clockOffsetMs } = locked;
  const { newId } = context;
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

/**
 * Messages and signals that the entry throws, as rows. Nobody is given them here: that would lock other cases under this
 * one's lock, in any order. The message router does it in a transaction of its own.
 */
export const writeThrown: EntryExtra = {
  concerns: ({ effects }) =>
    effectsOf(effects, 'PublishMessage').length > 0 || effectsOf(effects, 'BroadcastSignal').length > 0,
  write,
};
