import type { Work } from '../unit-of-work.js';
import type { EntryProposal, LockedCase } from './journal-proposal.js';
import { effectsOf, eventsOf, isoAt } from './rows-of-entry.js';

/** Message subscriptions and incidents, as rows that others look for. */
export async function writeEventRows(work: Work, proposal: EntryProposal, locked: LockedCase): Promise<void> {
  await openSubscriptions(work, proposal, locked);
  await closeSubscriptions(work, proposal);
  await raiseIncidents(work, proposal, locked);
  await resolveIncidents(work, proposal);
}

async function openSubscriptions(work: Work, proposal: EntryProposal, { unitId }: LockedCase): Promise<void> {
  for (const opened of effectsOf(proposal.effects, 'OpenMessageSubscription')) {
    await work.query(
      `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        proposal.caseId,
        opened.subscription,
        opened.elementId,
        unitId,
        opened.messageName,
        opened.correlationKey,
        isoAt(proposal),
      ],
    );
  }
}

async function closeSubscriptions(work: Work, proposal: EntryProposal): Promise<void> {
  const closed = effectsOf(proposal.effects, 'CloseMessageSubscription').map((effect) => effect.subscription);
  if (closed.length === 0) return;
  await work.query(
    'UPDATE message_subscription SET closed_at = $3 WHERE case_id = $1 AND element_key = ANY ($2) AND closed_at IS NULL',
    [proposal.caseId, closed, isoAt(proposal)],
  );
}

async function raiseIncidents(work: Work, proposal: EntryProposal, { unitId }: LockedCase): Promise<void> {
  for (const raised of eventsOf(proposal.events, 'IncidentRaised')) {
    await work.query(
      `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (case_id, element_key) DO UPDATE
         SET code = excluded.code, message = excluded.message, raised_at = excluded.raised_at, resolved_at = NULL`,
      [proposal.caseId, raised.key, unitId, raised.elementId, raised.code, raised.message, isoAt(proposal)],
    );
  }
}

async function resolveIncidents(work: Work, proposal: EntryProposal): Promise<void> {
  const resolved = eventsOf(proposal.events, 'IncidentResolved').map((event) => event.key);
  if (resolved.length === 0) return;
  await work.query(
    'UPDATE incident SET resolved_at = $3 WHERE case_id = $1 AND element_key = ANY ($2) AND resolved_at IS NULL',
    [proposal.caseId, resolved, isoAt(proposal)],
  );
}
