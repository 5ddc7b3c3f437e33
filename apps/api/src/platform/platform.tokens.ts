/** Nest's name for the press. */
export const PAPER_PRESS = Symbol('paper press');
