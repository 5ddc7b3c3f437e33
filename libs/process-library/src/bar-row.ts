import type { JsonObject } from '@wuqing/kernel';
import type { CaseWalker } from './case-walker.js';
import type { Detour } from './walk-to.js';

/** One way into a bar. */
export interface BarRow {
  readonly bar: number;
  readonly guard: string;
  readonly what: string;
  readonly journey?: string;
  readonly element: string;
  /** How the case comes to the element, where the journey's own road does not lead into the bar. */
  readonly by?: (walker: CaseWalker) => void;
  readonly stopAt?: string;
  readonly detour?: Detour;
  readonly submit?: JsonObject;
}
