import { payloadProblems, readOfPayload, type DeclaredPayload } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { declaredPayloads, type Work } from '@wuqing/persistence';
import { invalid } from '../http/problem.js';

/**
 * What was sent, of which only what the message declares is taken (`wq:payload`); a message that declares nothing takes
 * nothing. Throws 422 with the name of each value that is not taken.
 */
export function requirePayload(payload: DeclaredPayload | undefined, variables: object | null): JsonObject {
  const values = valuesOf(variables);
  const problems = payloadProblems(payload, values);
  if (problems.length > 0) throw invalid(problems.map(atVariables));
  return values;
}

/** Of a message or a signal by its name: one of the versions that know it has to take it whole. */
export async function requireDeclared(
  work: Work,
  kind: 'message' | 'signal',
  name: string,
  variables: object | null,
): Promise<JsonObject> {
  const values = valuesOf(variables);
  if (Object.keys(values).length === 0) return values;
  const payloads = await declaredPayloads(work, kind, name);
  const taken = payloads.find((payload) => payloadProblems(payload, values).length === 0);
  return requirePayload(taken ?? payloads[0], values);
}

/** The part of it that expressions read, which alone may enter Temporal. */
export const readPayload = (
  payload: DeclaredPayload | undefined,
  values: JsonObject,
  reads: readonly string[],
): JsonObject => (payload ? readOfPayload(payload, values, reads) : {});

function valuesOf(variables: object | null): JsonObject {
  if (variables === null) throw invalid([{ path: '/variables', message: '内容应为一组字段。' }]);
  return variables as JsonObject;
}

const atVariables = ({ name, message }: { readonly name: string; readonly message: string }) => ({
  path: `/variables/${name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  message,
});
