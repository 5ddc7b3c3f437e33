import type { Rejection } from '@wuqing/bpmn-engine';
import type { Instant, Result } from '@wuqing/kernel';
import type { Decision } from './decide.js';

/** On what a command was decided: the same command on the same state at the same moment has the same answer. */
export interface Premise {
  readonly commandId: string;
  readonly position: number;
  readonly now: Instant;
}

/**
 * What an update's validator has decided, for the command's own turn a moment later: where nothing has happened since
 * it need not be decided twice. It is handed out once.
 */
export class EarlyDecision {
  private kept: (Premise & { readonly decision: Result<Decision, Rejection> }) | undefined;

  keep({ commandId, position, now }: Premise, decision: Result<Decision, Rejection>): void {
    this.kept = { commandId, position, now, decision };
  }

  take({ commandId, position, now }: Premise): Result<Decision, Rejection> | undefined {
    const { kept } = this;
    this.kept = undefined;
    return kept?.commandId === commandId && kept.position === position && kept.now === now
      ? kept.decision
      : undefined;
  }

  /** Something else that it was decided on has changed. */
  forget(): void {
    this.kept = undefined;
  }
}
