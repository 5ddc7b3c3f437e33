/** One line of a case's story. `at` is epoch ms in the case's own time. */
export interface TimelineItem {
  readonly at: number;
  readonly kind:
    | 'started'
    | 'completed'
    | 'opened'
    | 'withdrawn'
    | 'timer'
    | 'message'
    | 'service'
    | 'returned'
    | 'operated'
    | 'ended'
    | 'incident'
    | 'alert'
    | 'claimed'
    | 'released'
    | 'handed-over'
    | 'urged'
    | 'term-moved'
    | 'notice';
  readonly text: string;
  /** The element that it tells of, where it tells of one. */
  readonly elementId?: string;
  readonly isLate?: boolean;
  readonly actorId: string | null;
  /** Persons the actor stood in for. */
  readonly onBehalfOf?: readonly string[];
  readonly detail?: string;
  readonly fields?: readonly TimelineField[];
}

/** A field of a submission, as far as this reader may see it. */
export interface TimelineField {
  readonly key: string;
  readonly title: string;
  readonly value: unknown;
}
