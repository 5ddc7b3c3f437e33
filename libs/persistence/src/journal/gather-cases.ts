import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { casesGathered, GATHER_CASES } from '@wuqing/ledger/services';
import type { EntryExtra } from './entry-extra.js';
import { eventsOf } from './rows-of-entry.js';

/** Ids of the cases that the service tasks `wuqing.gather-cases` of this entry name. */
function gatheredIn({ events }: Pick<JournalProposal, 'events'>, process: ExecutableProcess): string[] {
  return eventsOf(events, 'ElementCompleted').flatMap(({ key, elementId }) => {
    const node = process.nodes[elementId];
    if (node?.type !== 'serviceTask' || node.taskType !== GATHER_CASES) return [];
    const inputs = eventsOf(events, 'VariablesSet').filter(({ scope }) => scope === key);
    const read = casesGathered(Object.assign({}, ...inputs.map(({ values }) => values)) as JsonObject);
    return read.ok ? read.value : [];
  });
}

/** Cases that a process counted together are linked to the one that made the number full, in the entry that counted. */
export const gatherCases: EntryExtra = {
  concerns: (proposal, { process }) => gatheredIn(proposal, process).length > 0,
  write: async (work, { proposal, locked, context }) => {
    await work.query(
      `INSERT INTO gathered_case (case_id, gathered_id, unit_id)
       SELECT $1, c.id, $2 FROM process_instance c WHERE c.id = ANY ($3) AND c.id <> $1`,
      [locked.caseId, locked.unitId, gatheredIn(proposal, context.process)],
    );
  },
};
