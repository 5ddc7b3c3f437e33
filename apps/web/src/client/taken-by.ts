import type { TimelineItemView, UserTaskDetailView } from './api.js';
import { stateWords } from '../words/state.words.js';

type Step = Pick<
  UserTaskDetailView,
  'state' | 'elementId' | 'createdAt' | 'assigneeId' | 'assigneeName' | 'mine'
>;
type Told = Pick<TimelineItemView, 'kind' | 'elementId' | 'at' | 'actor'>;

/** A colleague has it in hand, or nobody can do it any more. */
export const isTaken = ({ state, assigneeId, mine }: Pick<Step, 'state' | 'assigneeId' | 'mine'>): boolean =>
  state !== 'open' || (assigneeId !== null && !mine);

/**
 * Who has done a step that nobody had taken in hand, as the case's course tells it; null where it does not, and where several have
 * done it since (each for himself, or once more): the course does not say which of them is meant.
 */
export function doneBy({ elementId, createdAt }: Step, course: readonly Told[]): string | null {
  const names = course
    .filter((one) => one.kind === 'completed' && one.elementId === elementId)
    .filter(({ at }) => Date.parse(at) >= Date.parse(createdAt))
    .map(({ actor }) => actor?.name ?? null);
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** What is said over a step that cannot be done any more. `name`: null where it is not told whose it is. */
export function takenSaid({ state }: Pick<Step, 'state'>, name: string | null): string {
  if (state === 'canceled') return stateWords.withdrawn;
  if (name !== null) return stateWords.takenBy(name);
  return state === 'completed' ? stateWords.doneAlready : stateWords.takenBySomebody;
}
