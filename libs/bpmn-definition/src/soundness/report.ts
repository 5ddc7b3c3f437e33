/** `not-proved`: neither shown nor refuted within the limits. */
export type Verdict = 'holds' | 'violated' | 'not-proved';

/** The properties of soundness (van der Aalst 1998, with the implicit end of BPMN 2.0.2 §13.1). */
export interface Properties {
  /** No flow ever holds two tokens. */
  readonly safe: Verdict;
  /** A token can always move on as long as there is one. */
  readonly noDeadlock: Verdict;
  /** Whatever has happened, the scope can still come to its end. */
  readonly optionToComplete: Verdict;
  /** No end event is reached twice in one run of its scope. */
  readonly properCompletion: Verdict;
  /** Every activity is carried out in some run. */
  readonly noDeadActivity: Verdict;
}

export type FindingKind =
  | 'deadlock'
  | 'livelock'
  | 'unsafe'
  | 'improper-completion'
  | 'dead-element'
  | 'unhandled'
  | 'unbounded'
  | 'limit';

export interface SoundnessFinding {
  readonly kind: FindingKind;
  /** The process or sub-process that was looked at. */
  readonly scope: string;
  /** The nodes and flows that it is about. */
  readonly elementIds: readonly string[];
  /** Node and flow ids in the order of one run of the scope that leads there; empty for what no run reaches. */
  readonly path: readonly string[];
}

export interface SoundnessReport extends Properties {
  /** `sound` only where every property is proved. */
  readonly verdict: 'sound' | 'unsound' | 'not-proved';
  readonly findings: readonly SoundnessFinding[];
  /** States that were looked at after reduction, over all scopes. */
  readonly states: number;
}
