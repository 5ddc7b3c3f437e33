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

export const errorOf = (
  rule: string,
  message: string,
  at: Pick<Problem, 'elementId' | 'line'> = {},
): Problem => ({
  severity: 'error',
  rule,
  message,
  ...at,
});
