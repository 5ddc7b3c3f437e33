import { fullMoment, type EvidenceRow } from '@wuqing/audit';
import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { Json } from '@wuqing/kernel';
import type { SubmittedFile } from '../files/submitted-file.js';
import type { PlannedNotice } from '../journal/entry-context.js';
import type { LockedCase } from '../journal/locked-case.js';
import { isoAt } from '../journal/rows-of-entry.js';

/** What an entry writes beside its journal row where it completes a step. */
export interface ClosedStep {
  readonly submissionId?: string;
  readonly files: readonly SubmittedFile[];
  readonly notices: readonly (PlannedNotice & { readonly id: string })[];
}

/** The rows of an entry for which its audit entry answers, word for word as `readEvidence` finds them in the database. */
export function evidenceOfEntry(
  proposal: JournalProposal,
  locked: LockedCase,
  { submissionId, files, notices }: ClosedStep,
): EvidenceRow[] {
  const { caseId, position, commandId, commandKind, actorId } = proposal;
  const { unitId, completedTaskId, submission } = locked;
  const isMoved = proposal.definitionChecksum !== locked.definitionChecksum;
  const common = { caseId, unitId, at: fullMoment(isoAt(proposal)) };
  const step = { ...common, userTaskId: completedTaskId };
  const journal = {
    ...common,
    commandId,
    commandKind,
    actorId,
    events: proposal.events as unknown as Json,
    effects: proposal.effects as unknown as Json,
    bindings: (proposal.bindings ?? null) as unknown as Json,
    migratedFrom: isMoved ? locked.definitionChecksum : null,
    migratedTo: isMoved ? proposal.definitionChecksum : null,
  };
  return [
    { kind: 'journal', id: String(position), content: journal },
    ...(submissionId !== undefined && submission
      ? [
          {
            kind: 'submission',
            id: submissionId,
            content: { ...step, commandId, actorId, data: submission },
          } as const,
        ]
      : []),
    ...files.map(({ id, path, sha256, levels }): EvidenceRow => ({
      kind: 'file',
      id: `${id}/${commandId}`,
      content: { ...step, path, sha256, levels },
    })),
    ...notices.map(({ id, ...notice }): EvidenceRow => ({
      kind: 'notice',
      id,
      content: { ...step, ...notice },
    })),
  ];
}
