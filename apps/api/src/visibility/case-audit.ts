import type { AuditEntry, CaseEvidence } from '@wuqing/audit';
import { required } from '@wuqing/kernel';
import {
  alertsOfCase,
  auditChainOf,
  deadlinesOfCase,
  elementsByKey,
  historyOf,
  readEvidence,
  type HistoryEntry,
  type Work,
} from '@wuqing/persistence';
import type { SeenCase } from './case-reader.js';
import { historyAsSeen, WITHHELD } from './history-as-seen.js';

const CLOCKS_MAX = 1_000;

/**
 * A case's audit as this reader may know it: without what was done to steps that are closed to him, and without the names
 * of senders who are. The numbers of what is left out are missing: the chain is whole, and says so.
 */
export async function auditIn(work: Work, seen: SeenCase): Promise<AuditEntry[]> {
  const { row, sight, definition } = seen;
  const chain = await auditChainOf(work, row.id);
  const history = await historyOf(work, row.id);
  const told = historyAsSeen(history, { sight, process: definition.compiled });
  const toldOf = new Map(history.map(({ commandId }, index) => [commandId, told[index]!]));
  const elementOf = elementsByKey(history.flatMap(({ events }) => events));
  const closed = await closedRecords(work, seen);
  const isTold = ({ subject, detail }: AuditEntry): boolean => {
    const entry = entryOf(toldOf, detail);
    if (entry) return entry.commandId !== '';
    return !closed.has(subject) && (!subject.includes('#') || sight.knows(elementOf(subject)));
  };
  return chain.filter(isTold).map((entry) => namedAs(entry, entryOf(toldOf, entry.detail)));
}

/** All that the case's chain answers for, to be verified and never to be shown. */
export const evidenceIn = async (work: Work, { row }: SeenCase): Promise<CaseEvidence> =>
  required((await readEvidence(work, [row.id]))[0], `evidence of case ${row.id}`);

const entryOf = (
  toldOf: ReadonlyMap<string, HistoryEntry>,
  { commandId }: AuditEntry['detail'],
): HistoryEntry | undefined => (typeof commandId === 'string' ? toldOf.get(commandId) : undefined);

const namedAs = (entry: AuditEntry, told: HistoryEntry | undefined): AuditEntry =>
  told?.actorId === WITHHELD ? { ...entry, actorId: WITHHELD } : entry;

/** Clocks and alerts, which the audit names by their ids. */
async function closedRecords(work: Work, { row, sight }: SeenCase): Promise<ReadonlySet<string>> {
  const clocks = await deadlinesOfCase(work, row.id, CLOCKS_MAX);
  const records = [...clocks, ...(await alertsOfCase(work, row.id))];
  return new Set(records.filter(({ step }) => !sight.knows(step.elementId)).map(({ id }) => id));
}
