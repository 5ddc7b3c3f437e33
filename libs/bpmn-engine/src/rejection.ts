/** A command refused: nothing happened, and the sentence says what was expected. */
export interface Rejection {
  readonly code:
    | 'already-started'
    | 'not-running'
    | 'unknown-element'
    | 'not-active'
    | 'suspended'
    | 'guard'
    | 'not-executed'
    | 'too-large'
    | 'invalid';
  /** A sentence for the user; from a `wq:guard` it is the law's own, in Chinese. */
  readonly message: string;
  readonly elementId?: string;
  /** Id of the guard that refused. */
  readonly guard?: string;
}
