import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import type { LockedCase } from './locked-case.js';
import { eventsOf, isoAt } from './rows-of-entry.js';

/** Incidents, as rows that operators look for. */
export async function writeIncidents(
  work: Work,
  proposal: JournalProposal,
  locked: LockedCase,
): Promise<void> {
  await raiseIncidents(work, proposal, locked);
  await resolveIncidents(work, proposal);
}

async function raiseIncidents(work: Work, proposal: JournalProposal, { unitId }: LockedCase): Promise<void> {
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

async function resolveIncidents(work: Work, proposal: JournalProposal): Promise<void> {
  const resolved = eventsOf(proposal.events, 'IncidentResolved').map((event) => event.key);
  if (resolved.length === 0) return;
  await work.query(
    'UPDATE incident SET resolved_at = $3 WHERE case_id = $1 AND element_key = ANY ($2) AND resolved_at IS NULL',
    [proposal.caseId, resolved, isoAt(proposal)],
  );
}
