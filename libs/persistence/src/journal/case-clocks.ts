import { extensionsNamed, nodeOf, type ExecutableProcess } from '@wuqing/bpmn-model';
import type { JournalProposal } from '@wuqing/bpmn-engine';
import { instant, type JsonObject } from '@wuqing/kernel';
import { readCaseClockMove, type CaseClockMove, type ServiceLevelClock } from '@wuqing/service-level';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import { clocksWhere, writeClocks, type StoredClock } from './clock-rows.js';
import type { EntryExtra } from './entry-extra.js';
import { eventsOf, openedTasksOf } from './rows-of-entry.js';

interface AskedMove {
  readonly move: CaseClockMove;
  readonly element: string;
}

/**
 * What the service tasks `wuqing.…-clock` that this entry completes ask of the clocks, in their order: their inputs are facts of the
 * entry. One that asked for what cannot be is not completed, and is the incident that its answer raises.
 */
function movesIn({ events }: Pick<JournalProposal, 'events'>, process: ExecutableProcess): AskedMove[] {
  return eventsOf(events, 'ElementCompleted').flatMap(({ key, elementId }) => {
    const node = process.nodes[elementId];
    if (node?.type !== 'serviceTask') return [];
    const inputs = eventsOf(events, 'VariablesSet').filter(({ scope }) => scope === key);
    const values = Object.assign({}, ...inputs.map((one) => one.values)) as JsonObject;
    const read = readCaseClockMove(node.taskType, values);
    return read?.ok ? [{ move: read.value, element: elementId }] : [];
  });
}

/** `moved` says of each new move by which element the process made it. */
const signed = (before: ServiceLevelClock, moved: ServiceLevelClock, element: string): ServiceLevelClock => ({
  ...moved,
  moves: moved.moves.map((move, index) => (index < before.moves.length ? move : { ...move, element })),
});

/**
 * Such a service task moves, pauses or resumes the clocks of that name in its case with the entry that comes to it: nobody sees the
 * decision without its day, or the day without the decision.
 */
export const moveCaseClocks: EntryExtra = {
  concerns: (proposal, { process }) => movesIn(proposal, process).length > 0,
  write: async (work, { proposal, locked, context }) => {
    const at = instant(proposal.at);
    for (const { move, element } of movesIn(proposal, context.process)) {
      const clocks = await clocksWhere(
        work,
        [locked.caseId],
        `k.state <> 'stopped' AND k.policy ->> 'clock' = $2`,
        move.clock,
      );
      const moved = clocks.map((stored) => ({
        ...stored,
        clock: signed(stored.clock, context.moveClock(stored.clock, move, at), element),
      }));
      await writeClocks(work, moved);
    }
  },
};

const clockNamesOf = (process: ExecutableProcess, elementId: string): string[] =>
  extensionsNamed(nodeOf(process, elementId).extensions, 'serviceLevel').flatMap(
    ({ attributes }) => attributes['clock'] ?? [],
  );

async function goOn(work: Work, { proposal, locked, context }: CalledEntry): Promise<void> {
  const opened = openedTasksOf(proposal);
  const names = [...new Set(opened.flatMap(({ elementId }) => clockNamesOf(context.process, elementId)))];
  const clocks = await clocksWhere(work, [locked.caseId], `k.policy ->> 'clock' = ANY ($2)`, names);
  const keys = opened.map(({ userTask }) => userTask);
  const fresh = await work.query<{ id: string }>(
    `SELECT k.id FROM service_level_clock k JOIN user_task t ON t.id = k.user_task_id
     WHERE k.case_id = $1 AND t.element_key = ANY ($2) AND k.policy ? 'clock'`,
    [locked.caseId, keys],
  );
  const isFresh = new Set(fresh.map(({ id }) => id));
  const continued = clocks.flatMap((stored): StoredClock[] => {
    if (!isFresh.has(stored.id)) return [];
    const { clock: name } = stored.clock.policy;
    const before = clocks.findLast(({ id, clock }) => !isFresh.has(id) && clock.policy.clock === name);
    return before ? [{ ...stored, clock: context.continueClock(stored.clock, before.clock) }] : [];
  });
  await writeClocks(work, continued);
}

/** A step that names a clock of its case goes on with it: what was broken stays broken, what was told is told once. */
export const continueCaseClocks: EntryExtra = {
  concerns: (proposal, { process }) =>
    openedTasksOf(proposal).some(({ elementId }) => clockNamesOf(process, elementId).length > 0),
  write: goOn,
};
