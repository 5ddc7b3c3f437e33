import { bounded } from './sentence.js';

/** A fault of a BPMN file, for the person who draws it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Name of the lint rule, which is the name of its file. */
  readonly rule: string;
  /** Where `rule` is `bpmn-standard`: which constraint of BPMN 2.0.2 is broken, see `StandardRule`. */
  readonly constraint?: string;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
  readonly elementId?: string;
  /** Line of the XML, from 1. */
  readonly line?: number;
}

/** The one place where a problem is made: its sentence repeats no more of the file than `echoMax`. */
export const problemOf = (problem: Problem): Problem => ({ ...problem, message: bounded(problem.message) });

export const errorOf = (
  rule: string,
  message: string,
  at: Pick<Problem, 'elementId' | 'line'> = {},
): Problem => problemOf({ severity: 'error', rule, message, ...at });
