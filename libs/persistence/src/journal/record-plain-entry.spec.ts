import { instant } from '@wuqing/kernel';
import type { JournalProposal } from '@wuqing/bpmn-engine';
import { systemActor } from '../actor.js';
import type { Statements } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import { recordPlainEntry } from './record-journal-entry.js';

const CASE = '00000000-0000-4000-8000-000000000001';

const proposal = (parts: Partial<JournalProposal> = {}): JournalProposal => ({
  caseId: CASE,
  definitionChecksum: 'd',
  position: 3,
  commandId: 'c',
  commandKind: 'CompleteUserTask',
  actorId: 'a',
  at: instant(0),
  events: [],
  effects: [],
  statusAfter: 'running',
  ...parts,
});

const row = {
  caseId: CASE,
  callKey: null,
  definitionChecksum: 'd',
  callers: [],
  unitId: CASE,
  journalPosition: 3,
  auditSeq: 5,
  auditHead: 'head',
  clockOffsetMs: 0,
  ownPosition: null,
  names: [],
  files: [],
  onBehalfOf: [],
  reason: null,
};

/** A database that answers what it is told to, and remembers what it was asked. */
function database(tree: readonly object[], written: string) {
  const asked: string[] = [];
  const statements: Statements = {
    actor: systemActor('test'),
    query: () => Promise.reject(new Error('Expected prepared statements alone')),
    prepared: <Row>(name: string) => {
      asked.push(name);
      return Promise.resolve((name === 'read-tree' ? tree : [{ written }]) as Row[]);
    },
  };
  return { asked, statements };
}

const context = { newId: () => 'id', sha256: () => 'hash' } as unknown as EntryContext;

it.each([
  ['is written by two statements', [row], 'written', 2, 'recorded'],
  ['whose task has changed is a conflict', [row], 'conflict', 2, 'conflict'],
  ['that somebody was before of goes the long way', [row], 'moved', 2, undefined],
  ['that stands already goes the long way', [{ ...row, ownPosition: 2 }], 'written', 1, undefined],
  [
    'of a case that is elsewhere goes the long way',
    [{ ...row, journalPosition: 4 }],
    'written',
    1,
    undefined,
  ],
  ['of a case that has called goes the long way', [row, { ...row, caseId: 'x' }], 'written', 1, undefined],
] as const)('an entry %s', async (_, tree, written, statementsCount, kind) => {
  const { asked, statements } = database(tree, written);
  const answer = await recordPlainEntry(statements, proposal(), context);
  expect([answer?.kind, asked.length]).toEqual([kind, statementsCount]);
});

const key = 'e#1';
it.each<[string, Partial<JournalProposal>]>([
  ['ends the case', { statusAfter: 'completed' }],
  [
    'raises an incident',
    { events: [{ type: 'IncidentRaised', key, elementId: 'e', code: 'x', message: '' }] as never },
  ],
  ['mends one', { events: [{ type: 'IncidentResolved', key }] }],
  ['takes an element back', { events: [{ type: 'ElementTerminated', key, elementId: 'e' }] }],
  ['suspends', { events: [{ type: 'ProcessInstanceSuspended', at: instant(0), reason: '' }] }],
  ['resumes', { events: [{ type: 'ProcessInstanceResumed', at: instant(0), reason: '' }] }],
  ['migrates', { events: [{ type: 'ProcessInstanceMigrated' }] as never }],
  ['hears a message', { events: [{ type: 'MessageCorrelated', key }] }],
  ['waits for a message', { effects: [{ type: 'OpenMessageSubscription' }] as never }],
  ['waits no more', { effects: [{ type: 'CloseSignalSubscription' }] as never }],
  ['throws', { effects: [{ type: 'BroadcastSignal' }] as never }],
  ['lies in called processes', { called: { parts: [], owners: {} } as never }],
])('an entry that %s is not even begun on the short way', async (_, parts) => {
  const { asked, statements } = database([row], 'written');
  expect(await recordPlainEntry(statements, proposal(parts), context)).toBeUndefined();
  expect(asked).toEqual([]);
});
