/** Refusals that must not tell by their time what was looked at before: nothing found, nothing shown, nothing right. */
const EVEN_KINDS: ReadonlySet<string> = new Set([
  'not-found',
  'wrong-password',
  'wrong-invitation',
  'wrong-code',
]);

/** Longer than any of them takes on a machine that is not overrun. */
export const EVEN_STEP_MS = 40;

/** Ms until such a refusal may leave: at a whole number of steps after its request came; 0 for all others. */
export function evenWaitMs(kind: string, tookMs: number, stepMs: number): number {
  if (!EVEN_KINDS.has(kind) || stepMs <= 0) return 0;
  return Math.max(1, Math.ceil(tookMs / stepMs)) * stepMs - tookMs;
}
