import type { CompiledDecision } from '@wuqing/decision';
import type { Result } from '@wuqing/kernel';
import type { Problem } from '../problem.js';

/** What a file holds, each with its own problems: what is wrong with one does not refuse another that does without it. */
export interface DecisionModel {
  readonly decisions: readonly ModelElement[];
  /** Knowledge models and services: as a decision that calls them on what its parameters are called. */
  readonly functions: readonly ModelElement[];
  /** All that is wrong with the file, each once. */
  readonly problems: readonly Problem[];
}

export interface ModelElement {
  readonly id: string;
  readonly name: string;
  readonly compiled: Result<CompiledDecision, readonly Problem[]>;
}
