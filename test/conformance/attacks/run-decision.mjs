import { compileDecisions } from '@wuqing/bpmn-definition';
import { evaluateDecision } from '@wuqing/decision';

const context = { now: Date.UTC(2026, 7, 24, 4), timeZone: 'Asia/Shanghai', hostFunctions: {} };

/** What becomes of decision `d` of a file for x = 1: the rules that refuse it, its value, or the error that ends it. */
export async function runDecision(xml) {
  const compiled = await compileDecisions(xml, { hostFunctionNames: [] });
  if (!compiled.ok) return `refused: ${[...new Set(compiled.error.map(({ rule }) => rule))].join(', ')}`;
  const result = evaluateDecision(compiled.value.d, (name) => (name === 'x' ? 1 : undefined), context);
  return result.ok ? `value: ${JSON.stringify(result.value).slice(0, 40)}` : `error: ${result.error.code}`;
}
