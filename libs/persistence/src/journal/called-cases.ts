import { GENESIS_HASH } from '@wuqing/audit';
import { rootKeyOf, type CalledPart, type JournalProposal } from '@wuqing/bpmn-engine';
import { instant, required } from '@wuqing/kernel';
import { v5 } from 'uuid';
import type { Work } from '../unit-of-work.js';
import { chainAudit } from './append-audit.js';
import type { EntryContext } from './entry-context.js';
import type { LockedCase, LockedTree } from './locked-case.js';
import { isoAt } from './rows-of-entry.js';
import { partsOf, type Facts, type PartOfEntry } from './split-entry.js';

/** Any fixed UUID will do; it must never change, or a retry would open a second case. */
const CALLED_NAMESPACE = '5e2f9f6a-0d0c-5b54-8c0f-6f2a9a1d7c33';

/** What an entry does in the case of one called process: an entry of that case's own, beside the root's. */
export interface CalledEntry {
  readonly proposal: JournalProposal;
  /** Of the root: what lies in called processes too, which its journal keeps. */
  readonly kept?: Facts;
  readonly locked: LockedCase;
  readonly context: EntryContext;
}

/** The entries of the called processes' cases that this entry of the root concerns; new cases are opened. */
export async function calledEntries(
  work: Work,
  proposal: JournalProposal,
  tree: LockedTree,
  context: EntryContext,
): Promise<CalledEntry[]> {
  const cases = new Map(tree.called.map((locked) => [required(locked.callKey, 'a call key'), locked]));
  const parts = partsOf(proposal, ({ definitionChecksum }) =>
    rootKeyOf(context.inCalled(definitionChecksum).process),
  );
  const endings = endingsOf(proposal, tree);
  const begun = new Set<string>();
  for (const { part, enters } of parts) {
    if (cases.has(part.call) || !enters) continue;
    const caller = part.caller === undefined ? tree.root : cases.get(part.caller);
    if (!caller) continue;
    const opened = await openCalledCase(work, proposal, { root: tree.root, caller, part }, context);
    cases.set(part.call, opened);
    begun.add(part.call);
  }
  return [...cases].flatMap(([call, locked]) => {
    const part = parts.find((one) => one.part.call === call);
    const ending = endings.get(call);
    if (!part && !ending) return [];
    const own = part ? context.inCalled(locked.definitionChecksum) : context;
    const entry = entryOf(proposal, locked, { part, ending, isFirst: begun.has(call) });
    return [{ proposal: entry, locked, context: own }];
  });
}

type Ending = 'completed' | 'terminated';

/** How each called process that this entry ends has ended, by its call; with the root all end that run. */
function endingsOf({ events, statusAfter }: JournalProposal, { called }: LockedTree): Map<string, Ending> {
  const rootEnds = statusAfter === 'completed' || statusAfter === 'terminated';
  const endings = new Map<string, Ending>(
    rootEnds ? called.map(({ callKey }) => [callKey ?? '', 'terminated']) : [],
  );
  for (const event of events) {
    if (event.type === 'ElementCompleted') endings.set(event.key, 'completed');
    if (event.type === 'ElementTerminated') endings.set(event.key, 'terminated');
  }
  return endings;
}

interface EntryParts {
  readonly part: PartOfEntry | undefined;
  readonly ending: Ending | undefined;
  readonly isFirst: boolean;
}

function entryOf(
  proposal: JournalProposal,
  { caseId, definitionChecksum, processKey, journalPosition }: LockedCase,
  { part, ending, isFirst }: EntryParts,
): JournalProposal {
  const { called: _called, bindings: _bindings, ...rest } = proposal;
  const at = instant(proposal.at);
  return {
    ...rest,
    caseId,
    definitionChecksum,
    position: journalPosition,
    events: [
      ...(isFirst ? [{ type: 'ProcessInstanceStarted' as const, processKey, at, flags: [] }] : []),
      ...(part?.events ?? []),
      ...(ending === 'completed' ? [{ type: 'ProcessInstanceCompleted' as const, at }] : []),
      ...(ending === 'terminated'
        ? [{ type: 'ProcessInstanceTerminated' as const, at, reason: '上级事项已离开这一步' }]
        : []),
    ],
    effects: part?.effects ?? [],
    statusAfter: ending ?? 'running',
  };
}

interface NewCalledCase {
  readonly root: LockedCase;
  readonly caller: LockedCase;
  readonly part: CalledPart;
}

/** Its number is the root's with one of its own behind; unit, title, time and actor are the root's. */
async function openCalledCase(
  work: Work,
  proposal: JournalProposal,
  { root, caller, part: { call, definitionChecksum } }: NewCalledCase,
  { sha256 }: EntryContext,
): Promise<LockedCase> {
  const caseId = v5(JSON.stringify([root.caseId, call]), CALLED_NAMESPACE);
  const callers = [...caller.callers, caller.definitionChecksum];
  const { actorId } = proposal;
  const at = isoAt(proposal);
  const rows = await work.query<Pick<LockedCase, 'number' | 'processKey'>>(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, clock_offset_ms,
       audit_head, parent_id, root_id, call_key, callers, started_by, started_at, need_to_know, barred_person_ids)
     SELECT $1, root.number || '-' || (SELECT count(*) + 1 FROM process_instance WHERE root_id = $2), root.unit_id, d.key,
       d.checksum, root.title, 'running', root.clock_offset_ms, $3, $4, $2, $5, $6, $7, $8, root.need_to_know, root.barred_person_ids
     FROM process_instance root, process_definition_version d WHERE root.id = $2 AND d.checksum = $9
     RETURNING number, process_key AS "processKey"`,
    [caseId, root.caseId, GENESIS_HASH, caller.caseId, call, callers, actorId, at, definitionChecksum],
  );
  const opened = required(rows[0], `definition ${definitionChecksum} of a called process`);
  const facts = {
    caseId,
    unitId: root.unitId,
    actorId,
    action: 'CreateCase',
    subject: 'case',
    at,
    detail: { processKey: opened.processKey, definitionChecksum, calledBy: caller.caseId },
  };
  const head = await chainAudit(work, { seq: 0, hash: GENESIS_HASH }, facts, sha256);
  await work.query('UPDATE process_instance SET audit_seq = $2, audit_head = $3 WHERE id = $1', [
    caseId,
    head.seq,
    head.hash,
  ]);
  return {
    ...root,
    ...opened,
    caseId,
    callKey: call,
    definitionChecksum,
    callers,
    journalPosition: 0,
    auditSeq: head.seq,
    auditHead: head.hash,
    ownPosition: null,
    completedElementId: null,
    completedTaskId: null,
  };
}
