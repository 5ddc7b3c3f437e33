import type { EngineEvent, JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryExtra } from './entry-extra.js';
import type { LockedCase } from './locked-case.js';
import { hasEnded, isoAt } from './rows-of-entry.js';

type IncidentEvent = Extract<
  EngineEvent,
  { type: 'IncidentRaised' | 'IncidentResolved' | 'ElementTerminated' }
>;

async function write(work: Work, { proposal, locked }: CalledEntry): Promise<void> {
  const last = [...lastByKey(proposal.events).values()];
  const raised = last.filter((event) => event.type === 'IncidentRaised');
  await closeIncidents(
    work,
    proposal,
    last.filter((event) => event.type !== 'IncidentRaised').map(({ key }) => key),
  );
  await raiseIncidents(work, proposal, locked, raised);
}

/** Incidents, as rows that operators look for: what was mended and failed again within the entry still stands. */
export const writeIncidents: EntryExtra = {
  concerns: (proposal) => hasEnded(proposal) || lastByKey(proposal.events).size > 0,
  write,
};

/** What the entry says last of each key. */
function lastByKey(events: readonly EngineEvent[]): Map<string, IncidentEvent> {
  const last = new Map<string, IncidentEvent>();
  for (const event of events)
    if (
      event.type === 'IncidentRaised' ||
      event.type === 'IncidentResolved' ||
      event.type === 'ElementTerminated'
    )
      last.set(event.key, event);
  return last;
}

async function raiseIncidents(
  work: Work,
  proposal: JournalProposal,
  { unitId }: LockedCase,
  raised: readonly Extract<EngineEvent, { type: 'IncidentRaised' }>[],
): Promise<void> {
  for (const { key, elementId, code, message } of raised) {
    await work.query(
      `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (case_id, element_key) DO UPDATE
         SET code = excluded.code, message = excluded.message, raised_at = excluded.raised_at, resolved_at = NULL`,
      [proposal.caseId, key, unitId, elementId, code, message, isoAt(proposal)],
    );
  }
}

/** Those of what was mended or ended otherwise, and in a case that has ended all that are left. */
async function closeIncidents(work: Work, proposal: JournalProposal, keys: readonly string[]): Promise<void> {
  const isOver = hasEnded(proposal);
  if (keys.length === 0 && !isOver) return;
  await work.query(
    `UPDATE incident SET resolved_at = $3
     WHERE case_id = $1 AND ($4 OR element_key = ANY ($2)) AND resolved_at IS NULL`,
    [proposal.caseId, keys, isoAt(proposal), isOver],
  );
}
