import {
  payloadProblems,
  readOfPayload,
  type DeclaredPayload,
  type PayloadProblem,
} from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { declaredPayloads, type Work } from '@wuqing/persistence';
import { invalid, type FieldProblem } from '../http/problem.js';

/**
 * What was sent, of which only what the message declares is taken (`wq:payload`); a message that declares nothing takes
 * nothing. Throws 422 with the name of each value that is not taken.
 */
export function requirePayload(payload: DeclaredPayload | undefined, values: JsonObject): JsonObject {
  const problems = problemsOf(payload, values);
  if (problems.length > 0) throw invalid(problems.map(atVariables));
  return values;
}

/** Of a message or a signal by its name: one of the versions that know it has to take it whole. */
export async function requireDeclared(
  work: Work,
  kind: 'message' | 'signal',
  name: string,
  values: JsonObject,
): Promise<JsonObject> {
  if (Object.keys(values).length === 0) return values;
  const payloads = await declaredPayloads(work, kind, name);
  const taken = payloads.find((payload) => problemsOf(payload, values).length === 0);
  return requirePayload(taken ?? payloads[0], values);
}

/** The part of it that expressions read, which alone may enter Temporal. */
export const readPayload = (
  payload: DeclaredPayload | undefined,
  values: JsonObject,
  reads: readonly string[],
): JsonObject => (payload ? readOfPayload(payload, values, reads) : {});

/** What cases send each other may be null, which says nothing; a client leaves such a value out, as every optional field. */
function problemsOf(payload: DeclaredPayload | undefined, values: JsonObject): readonly PayloadProblem[] {
  const problems = payloadProblems(payload, values);
  const nulls = Object.keys(values).filter(
    (name) => values[name] === null && !problems.some((problem) => problem.name === name),
  );
  return [...problems, ...nulls.map((name) => ({ name, message: '不能为空值，没有可不填。' }))];
}

const atVariables = ({ name, message }: PayloadProblem): FieldProblem => ({
  path: `/variables/${name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  message,
});
