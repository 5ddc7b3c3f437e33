import { evaluate, readsOf } from '@wuqing/expression';
import { instant, type Json } from '@wuqing/kernel';
import type { ExpressionCompiler } from '../compile/expression-compiler.js';

/** Two moments that share neither year, month, day nor hour. */
const MOMENTS = [instant(0), instant(1_000_000_000_000)] as const;

/**
 * The value of a text that is the same in every case: itself without `=`, else that of an expression which reads no variable, no
 * clock and nothing of the town's. Undefined of every other.
 */
export function constantValue(expressions: ExpressionCompiler, text: string): Json | undefined {
  if (!text.startsWith('=')) return text;
  const parsed = expressions.parse(text.slice(1).trim());
  if (!parsed.ok || readsOf(parsed.value).length > 0) return undefined;
  const [one, other] = MOMENTS.map((now) =>
    evaluate(parsed.value, () => undefined, { now, timeZone: 'UTC', hostFunctions: {} }),
  );
  if (!one?.ok || !other?.ok) return undefined;
  return JSON.stringify(one.value) === JSON.stringify(other.value) ? one.value : undefined;
}
