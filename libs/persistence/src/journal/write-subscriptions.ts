import { extensionsNamed, type ExecutableProcess } from '@wuqing/bpmn-model';
import { instant } from '@wuqing/kernel';
import { takeBuffered } from '../messages/take-buffered.js';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { EntryProposal, LockedCase } from './journal-proposal.js';
import { effectsOf, eventsOf, isoAt } from './rows-of-entry.js';

/**
 * Message subscriptions, as rows that the message router and pages look for. A new one takes a message that came before
 * it; one that the command itself correlated is closed by the event.
 */
export async function writeSubscriptions(
  work: Work,
  proposal: EntryProposal,
  locked: LockedCase,
  context: EntryContext,
): Promise<void> {
  await closeSubscriptions(work, proposal);
  await openSubscriptions(work, proposal, locked, context);
}

async function openSubscriptions(
  work: Work,
  proposal: EntryProposal,
  { unitId, clockOffsetMs }: LockedCase,
  { process }: EntryContext,
): Promise<void> {
  const closed = new Set(closedIn(proposal));
  for (const opened of effectsOf(proposal.effects, 'OpenMessageSubscription')) {
    if (closed.has(opened.subscription)) continue; // opened and closed in one entry: it never waited
    const { caseId, at } = proposal;
    const { subscription, elementId, messageName, correlationKey } = opened;
    await work.query(
      `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [caseId, subscription, elementId, unitId, messageName, correlationKey, isoAt(proposal)],
    );
    const receiver = { caseId, subscription, unitId, messageName, correlationKey, openedAt: instant(at) };
    await takeBuffered(work, { ...receiver, reads: process.reads }, isWalled(process), at - clockOffsetMs);
  }
}

async function closeSubscriptions(work: Work, proposal: EntryProposal): Promise<void> {
  const closed = closedIn(proposal);
  if (closed.length === 0) return;
  await work.query(
    'UPDATE message_subscription SET closed_at = $3 WHERE case_id = $1 AND element_key = ANY ($2) AND closed_at IS NULL',
    [proposal.caseId, closed, isoAt(proposal)],
  );
}

/** Outsiders must not even learn of its cases, so what they publish does not reach them (SQL: `is_walled`). */
const isWalled = ({ extensions }: ExecutableProcess): boolean =>
  extensionsNamed(extensions, 'confidential').some(
    ({ attributes: { level } }) => level === 'T' || level === 'N',
  );

/** By effect, or by the event of the command that correlated it, which needs no wish. */
function closedIn({ events, effects }: EntryProposal): string[] {
  return [
    ...effectsOf(effects, 'CloseMessageSubscription').map(({ subscription }) => subscription),
    ...eventsOf(events, 'MessageCorrelated').map(({ key }) => key),
  ];
}
