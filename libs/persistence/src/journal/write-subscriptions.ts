import type { JournalProposal } from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import { takeBuffered } from '../messages/take-buffered.js';
import type { Work } from '../unit-of-work.js';
import { receptionOf } from '../binding.repository.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryExtra } from './entry-extra.js';
import type { LockedCase } from './locked-case.js';
import { effectsOf, eventsOf, isoAt } from './rows-of-entry.js';

async function write(work: Work, { proposal, locked }: CalledEntry): Promise<void> {
  await openForMessages(work, proposal, locked);
  await openForSignals(work, proposal, locked);
  await close(work, 'message_subscription', proposal, closedForMessages(proposal));
  await close(work, 'signal_subscription', proposal, closedForSignals(proposal));
}

/**
 * What a case waits for, as rows that the message router and pages look for. A new message subscription takes a message
 * that came before it. One that the command itself triggered is closed by its event, which needs no wish.
 */
export const writeSubscriptions: EntryExtra = {
  concerns: (proposal) =>
    effectsOf(proposal.effects, 'OpenMessageSubscription').length > 0 ||
    effectsOf(proposal.effects, 'OpenSignalSubscription').length > 0 ||
    closedForMessages(proposal).length > 0 ||
    closedForSignals(proposal).length > 0,
  write,
};

async function openForMessages(
  work: Work,
  proposal: JournalProposal,
  { unitId, clockOffsetMs, callers }: LockedCase,
): Promise<void> {
  const closed = new Set(closedForMessages(proposal));
  for (const opened of effectsOf(proposal.effects, 'OpenMessageSubscription')) {
    if (closed.has(opened.subscription)) continue; // it never waited
    const { caseId, at } = proposal;
    const { subscription, elementId, messageName, correlationKey } = opened;
    await work.query(
      `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [caseId, subscription, elementId, unitId, messageName, correlationKey, isoAt(proposal)],
    );
    const checksum = proposal.definitionChecksum;
    const waiting = { caseId, subscription, unitId, messageName, correlationKey, openedAt: instant(at) };
    const receiver = { ...waiting, elementId, checksum };
    const { reads, walled } = await receptionOf(work, [proposal.definitionChecksum, ...callers]);
    await takeBuffered(work, { ...receiver, reads }, walled, at - clockOffsetMs);
  }
}

async function openForSignals(work: Work, proposal: JournalProposal, { unitId }: LockedCase): Promise<void> {
  const closed = new Set(closedForSignals(proposal));
  for (const opened of effectsOf(proposal.effects, 'OpenSignalSubscription')) {
    if (closed.has(opened.subscription)) continue;
    await work.query(
      `INSERT INTO signal_subscription (case_id, element_key, element_id, unit_id, signal_name, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [proposal.caseId, opened.subscription, opened.elementId, unitId, opened.signalName, isoAt(proposal)],
    );
  }
}

async function close(
  work: Work,
  table: 'message_subscription' | 'signal_subscription',
  proposal: JournalProposal,
  closed: readonly string[],
): Promise<void> {
  if (closed.length === 0) return;
  await work.query(
    `UPDATE ${table} SET closed_at = $3 WHERE case_id = $1 AND element_key = ANY ($2) AND closed_at IS NULL`,
    [proposal.caseId, closed, isoAt(proposal)],
  );
}

const closedForMessages = ({ events, effects }: JournalProposal): string[] => [
  ...effectsOf(effects, 'CloseMessageSubscription').map(({ subscription }) => subscription),
  ...eventsOf(events, 'MessageCorrelated').map(({ key }) => key),
];

const closedForSignals = ({ events, effects }: JournalProposal): string[] => [
  ...effectsOf(effects, 'CloseSignalSubscription').map(({ subscription }) => subscription),
  ...eventsOf(events, 'SignalReceived').map(({ key }) => key),
];
