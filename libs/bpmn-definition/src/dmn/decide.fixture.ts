import { evaluateDecision } from '@wuqing/decision';
import { instantOf, type Json, type JsonObject } from '@wuqing/kernel';
import { compileDecisions } from './compile-decisions.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };

/** What a file's decision `d` says: its value, `fault: …`, or `refused: …` with every problem. */
export async function said(xml: string, scope: JsonObject = {}, id = 'd'): Promise<Json> {
  const compiled = await compileDecisions(xml, { hostFunctionNames: [] });
  if (!compiled.ok)
    return `refused: ${compiled.error.map(({ elementId = '', message }) => `${elementId} ${message}`).join(' | ')}`;
  const decision = compiled.value[id];
  if (!decision) throw new Error(`Expected a decision ${id}`);
  const kept = JSON.parse(JSON.stringify(decision)) as typeof decision;
  const result = evaluateDecision(kept, (name) => scope[name], context);
  return result.ok ? result.value : `fault: ${result.error.code}: ${result.error.message}`;
}
