import { isBlank } from '@wuqing/kernel';
import type { LedgerKind } from './ledger-kind.js';

/** What became of a write that somebody proposed by hand. */
export const editOutcomes = ['confirmed', 'refused', 'withdrawn'] as const;
export type EditOutcome = (typeof editOutcomes)[number];

/** Who proposed, and for whom he stood in when he did. */
export interface EditProposal {
  readonly proposedBy: string;
  readonly onBehalfOf: readonly string[];
}

/** Who decides, and all those for whom he stands in on that day, in whatever seat. */
export interface EditDecider {
  readonly personId: string;
  readonly standsInFor: readonly string[];
}

/** Whether what is written by hand waits for a second person: always where the town has yet to confirm the ledger. */
export const needsSecondPerson = ({
  unconfirmed,
  handEdit,
}: Pick<LedgerKind, 'unconfirmed' | 'handEdit'>): boolean => unconfirmed || handEdit?.confirm !== undefined;

/**
 * Why that person, whose seat gives it, may not decide so; undefined where he may. Nobody decides what is his own, or was
 * proposed in his name, or by one for whom he stands in; nobody but who proposed takes it back.
 */
export function objectionToDecision(
  edit: EditProposal,
  { personId, standsInFor }: EditDecider,
  outcome: EditOutcome,
): string | undefined {
  const isOwn = edit.proposedBy === personId;
  if (outcome === 'withdrawn') return isOwn ? undefined : '只有提出登记的人可以撤回。';
  if (isOwn) return '这是您自己提出的登记，须由另一人确认；不再需要的请撤回。';
  const decides = [personId, ...standsInFor];
  if ([edit.proposedBy, ...edit.onBehalfOf].some((id) => decides.includes(id)))
    return '提出登记的人与您互为代理，须由另一人确认。';
  return undefined;
}

/** A refusal says why. */
export const lacksSentence = (outcome: EditOutcome, sentence: string | undefined): boolean =>
  outcome === 'refused' && (sentence === undefined || isBlank(sentence));
