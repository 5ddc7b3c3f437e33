import { letterKindOf, type LetterKind } from './letter-kind.js';

/** What became of a letter, by the days of the town. */
export interface LetterCourse {
  readonly kind: string;
  /** 'YYYY-MM-DD'. */
  readonly answerBy: string;
  /** Day of the answer; null while there is none. */
  readonly answeredOn: string | null;
  /** Whether the next rung was taken. */
  readonly isFollowed: boolean;
}

/** `followed`: nobody answered, and the next rung stands in its place. */
export type LetterStanding = 'waits' | 'late' | 'followed' | 'answered' | 'answered-late';

export function letterStanding(
  { answerBy, answeredOn, isFollowed }: LetterCourse,
  today: string,
): LetterStanding {
  if (answeredOn !== null) return answeredOn > answerBy ? 'answered-late' : 'answered';
  if (isFollowed) return 'followed';
  return today > answerBy ? 'late' : 'waits';
}

/** The kind that may follow now; undefined while it is not late, and where there is no rung above. */
export function nextRungOf(course: LetterCourse, today: string): LetterKind | undefined {
  const next = letterKindOf(course.kind)?.next;
  return next && letterStanding(course, today) === 'late' ? letterKindOf(next) : undefined;
}
