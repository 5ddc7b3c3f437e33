import type { JournalProposal } from '@wuqing/bpmn-engine';
import { instant, isoOf } from '@wuqing/kernel';
import type { ServiceLevelClock } from '@wuqing/service-level';
import type { Work } from '../unit-of-work.js';
import { clocksWhere, writeClocks } from './clock-rows.js';
import type { EntryContext } from './entry-context.js';
import type { TreeExtra } from './entry-extra.js';
import type { LockedTree } from './locked-case.js';
import { eventsOf } from './rows-of-entry.js';

async function write(
  work: Work,
  proposal: JournalProposal,
  tree: LockedTree,
  context: EntryContext,
): Promise<void> {
  const [suspended] = eventsOf(proposal.events, 'ProcessInstanceSuspended');
  const [resumed] = eventsOf(proposal.events, 'ProcessInstanceResumed');
  if (!suspended && !resumed) return;
  const caseIds = [tree.root, ...tree.called].map(({ caseId }) => caseId);
  const at = suspended ? isoOf(suspended.at) : null;
  await work.query('UPDATE process_instance SET suspended_at = $2 WHERE id = ANY ($1)', [caseIds, at]);
  const reason = suspended?.reason ?? (await suspensionReason(work, proposal.caseId));
  const now = instant(proposal.at);
  const move = (clock: ServiceLevelClock): ServiceLevelClock =>
    suspended
      ? context.pauseClock(clock, now, reason)
      : context.resumeClock({ ...clock, pauseReason: clock.pauseReason ?? reason }, now);
  const clocks = await clocksWhere(work, caseIds, 'k.state = $2', suspended ? 'running' : 'paused');
  await writeClocks(
    work,
    clocks.map((stored) => ({ ...stored, clock: move(stored.clock) })),
  );
}

/**
 * A case that is suspended stands still whole: the clocks of its steps, and of the processes that it calls, keep what
 * was left of them in working time, and go on with it when the case is resumed.
 */
export const moveWithSuspension: TreeExtra = {
  concerns: ({ events }) =>
    eventsOf(events, 'ProcessInstanceSuspended').length > 0 ||
    eventsOf(events, 'ProcessInstanceResumed').length > 0,
  write,
};

async function suspensionReason(work: Work, caseId: string): Promise<string> {
  const rows = await work.query<{ reason: string }>(
    `SELECT event ->> 'reason' AS reason FROM journal_entry, jsonb_array_elements(events) AS event
     WHERE case_id = $1 AND event ->> 'type' = 'ProcessInstanceSuspended' ORDER BY position DESC LIMIT 1`,
    [caseId],
  );
  return rows[0]?.reason ?? '';
}
