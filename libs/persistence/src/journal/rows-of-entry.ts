import type { Effect, EngineEvent, JournalProposal, OpenUserTask } from '@wuqing/bpmn-engine';
import { isoOf, instant } from '@wuqing/kernel';

/** Where a candidate reference leads: holders of this position in this unit. */
export interface CandidateHolder {
  readonly positionKey: string;
  readonly unitId: string;
}

/** `effects` of one kind. */
export const effectsOf = <T extends Effect['type']>(
  effects: readonly Effect[],
  type: T,
): Extract<Effect, { type: T }>[] =>
  effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);

export const eventsOf = <T extends EngineEvent['type']>(
  events: readonly EngineEvent[],
  type: T,
): Extract<EngineEvent, { type: T }>[] =>
  events.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);

/** The element key of the user task that this entry's command completes, if it does. */
export function completedTaskOf({ effects }: Pick<JournalProposal, 'effects'>): string | undefined {
  return effectsOf(effects, 'CloseUserTask').find((effect) => effect.how === 'completed')?.userTask;
}

export const canceledTasksOf = ({ effects }: Pick<JournalProposal, 'effects'>): string[] =>
  effectsOf(effects, 'CloseUserTask')
    .filter((effect) => effect.how === 'canceled')
    .map((effect) => effect.userTask);

/** A task that opened and closed in the same entry never was: nobody could have seen it. */
export function openedTasksOf({ effects }: Pick<JournalProposal, 'effects'>): OpenUserTask[] {
  const closed = new Set(effectsOf(effects, 'CloseUserTask').map((effect) => effect.userTask));
  return effectsOf(effects, 'OpenUserTask').filter((effect) => !closed.has(effect.userTask));
}

export const hasEnded = ({ statusAfter }: Pick<JournalProposal, 'statusAfter'>): boolean =>
  statusAfter === 'completed' || statusAfter === 'terminated';

/** What the audit says of an entry: what was done to which element, never its content. */
export function auditSubjectOf(proposal: JournalProposal): string {
  return (
    completedTaskOf(proposal) ??
    proposal.events.map(subjectOf).find((subject) => subject !== undefined) ??
    'case'
  );
}

const subjectOf = (event: EngineEvent): string | undefined => ('key' in event ? event.key : undefined);

export const isoAt = (proposal: JournalProposal): string => isoOf(instant(proposal.at));
