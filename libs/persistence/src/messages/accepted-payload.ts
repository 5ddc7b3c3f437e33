import {
  heldNames,
  payloadAt,
  payloadProblems,
  readOfPayload,
  type DeclaredPayload,
  type ExecutableProcess,
} from '@wuqing/bpmn-model';
import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import type { Work } from '../unit-of-work.js';

export interface Reception {
  readonly process: ExecutableProcess;
  /** Names that expressions of the receiving process and of what it calls read: only these leave PostgreSQL. */
  readonly reads: readonly string[];
}

/**
 * What of a message or a signal the element takes, under its sender's names, or the sentence that refuses it. Versions from
 * before the declarations (`wq:payload`) take what they read and do not compute themselves.
 */
export function acceptedAt(
  { process, reads }: Reception,
  elementId: string,
  values: JsonObject,
): Result<JsonObject, string> {
  const payload = payloadAt(process, elementId);
  if (!payload) return ok(withoutHeld(process, onlyRead(values, reads)));
  const problems = payloadProblems(payload, values);
  return problems.length === 0
    ? ok(readOfPayload(payload, values, reads))
    : err(problems.map(({ message }) => message).join(''));
}

export const onlyRead = (variables: JsonObject, reads: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => reads.includes(name)));

function withoutHeld(process: ExecutableProcess, values: JsonObject): JsonObject {
  const held = heldNames(process);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !held.has(name)));
}

export async function processOf(work: Work, checksum: string): Promise<ExecutableProcess> {
  const rows = await work.query<{ compiled: ExecutableProcess }>(
    'SELECT compiled FROM process_definition_version WHERE checksum = $1',
    [checksum],
  );
  if (!rows[0]) throw new Error(`Expected a process with checksum ${checksum}`);
  return rows[0].compiled;
}

/** What versions in force, and those by which cases run, declare of a message or signal of this name. */
export async function declaredPayloads(
  work: Work,
  kind: 'message' | 'signal',
  name: string,
): Promise<readonly DeclaredPayload[]> {
  const rows = await work.query<{ payload: DeclaredPayload }>(
    `SELECT DISTINCT found.declared -> 'payload' AS payload
     FROM process_definition_version d,
       jsonb_path_query(d.compiled -> CASE $1 WHEN 'message' THEN 'messages' ELSE 'signals' END,
                        '$.* ? (@.name == $name && exists (@.payload))', jsonb_build_object('name', $2::text))
         AS found (declared)
     WHERE d.state = 'in-force' OR EXISTS (
       SELECT 1 FROM process_instance c WHERE c.definition_checksum = d.checksum AND c.status = 'running')`,
    [kind, name],
  );
  return rows.map(({ payload }) => payload);
}
