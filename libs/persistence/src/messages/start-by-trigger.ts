import { GENESIS_HASH } from '@wuqing/audit';
import { payloadAt, startTriggersOf, variablesOfPayload, type ExecutableProcess } from '@wuqing/bpmn-model';
import { instant, ok, required, type JsonObject, type Result } from '@wuqing/kernel';
import { localDateOf, yearOf } from '@wuqing/working-calendar';
import { v5 } from 'uuid';
import { auditCaseAct, insertCase, lockCase } from '../case.repository.js';
import { rollOf } from '../roll-of.js';
import { withNewestCalendar } from '../command.repository.js';
import type { Work } from '../unit-of-work.js';
import { acceptedAt, onlyRead } from './accepted-payload.js';
import { auditRefusal } from './refuse-payload.js';

/** Any fixed UUID will do; it must never change, or a retry would start a second case. */
const CASE_NAMESPACE = '0b0c3a4e-3b6f-5d8e-9a53-0f3b7a1c9e21';

/** What comes in by the door. */
export interface StartContext {
  /** Epoch ms on the real clock. */
  readonly now: number;
  /** Where a case's number gets its year. */
  readonly zone: string;
  readonly sha256: (text: string) => string;
}

/** What starts a case: a message, or a signal. */
export interface Occurrence {
  readonly name: string;
  /** Unique for its name: the same occurrence starts the same case, however often it is tried. */
  readonly occurrenceId: string;
  readonly variables: JsonObject;
  readonly unitId: string;
  readonly reachesWalled: boolean;
  readonly publishedBy: string;
  readonly clockOffsetMs: number;
}

export interface TriggerInForce {
  readonly processKey: string;
  readonly processName: string;
  readonly checksum: string;
  readonly compiled: ExecutableProcess;
  readonly reads: readonly string[];
  readonly elementId: string;
}

/** The ways in which processes in force begin with this occurrence, by process key. */
export async function triggersInForce(
  work: Work,
  kind: 'message' | 'signal',
  { name, reachesWalled }: Pick<Occurrence, 'name' | 'reachesWalled'>,
): Promise<TriggerInForce[]> {
  const rows = await work.query<Omit<TriggerInForce, 'elementId'>>(
    `SELECT key AS "processKey", name AS "processName", checksum, compiled, names_read(d) AS reads
     FROM process_definition_version d
     WHERE state = 'in-force' AND ($2 OR NOT is_walled(compiled))
       AND jsonb_path_exists(compiled -> CASE $1 WHEN 'message' THEN 'messages' ELSE 'signals' END,
                             '$.* ? (@.name == $name)', jsonb_build_object('name', $3::text))
     ORDER BY key`,
    [kind, reachesWalled, name],
  );
  return rows.flatMap((row) => {
    const started = startTriggersOf(row.compiled).find(
      ({ definition }) => nameOf(row.compiled, definition, kind) === name,
    );
    return started ? [{ ...row, elementId: started.elementId }] : [];
  });
}

function nameOf(
  process: ExecutableProcess,
  definition: ReturnType<typeof startTriggersOf>[number]['definition'],
  kind: 'message' | 'signal',
): string | undefined {
  if (definition.kind !== kind) return undefined;
  return definition.kind === 'message'
    ? process.messages[definition.message]?.name
    : process.signals?.[definition.signal]?.name;
}

/** What publishes in the name of a case: `case:<id>`. */
const BY_CASE = 'case:';

/**
 * What the process takes of the occurrence, as it reads it. A case that begins has no other door: its variables are set
 * before its start event happens.
 */
function acceptedBy(
  { compiled, reads, elementId }: TriggerInForce,
  said: JsonObject,
): Result<JsonObject, string> {
  const payload = payloadAt(compiled, elementId);
  const accepted = acceptedAt({ process: compiled, reads }, elementId, said);
  return accepted.ok && payload ? ok(variablesOfPayload(payload, accepted.value)) : accepted;
}

/** A person was told at the door. */
async function tellSender(
  work: Work,
  { processKey }: TriggerInForce,
  { name, publishedBy }: Occurrence,
  { reason, context }: { readonly reason: string; readonly context: StartContext },
): Promise<void> {
  if (!publishedBy.startsWith(BY_CASE)) return;
  const refused = { action: 'RefuseMessage', name, subject: processKey, reason } as const;
  await auditRefusal(work, publishedBy.slice(BY_CASE.length), refused, context);
}

/**
 * The case, its first audit entry and its first command, in this transaction; idempotent by the occurrence. Undefined where
 * the process does not accept what it brings; a case that sent it has that in its audit.
 */
export async function startByTrigger(
  work: Work,
  trigger: TriggerInForce,
  occurrence: Occurrence,
  context: StartContext,
): Promise<{ readonly caseId: string; readonly commandId: string } | undefined> {
  const { now, zone, sha256 } = context;
  const { name, occurrenceId, unitId, clockOffsetMs, publishedBy } = occurrence;
  const accepted = acceptedBy(trigger, occurrence.variables);
  if (!accepted.ok) {
    await tellSender(work, trigger, occurrence, { reason: accepted.error, context });
    return undefined;
  }
  const caseId = v5(JSON.stringify([trigger.processKey, name, occurrenceId]), CASE_NAMESPACE);
  const commandId = `start:${caseId}`;
  const startedAt = now + clockOffsetMs;
  const today = localDateOf(instant(startedAt), zone);
  const isNew = await insertCase(work, {
    id: caseId,
    unitId,
    processKey: trigger.processKey,
    definitionChecksum: trigger.checksum,
    title: trigger.processName,
    clockOffsetMs,
    startedBy: publishedBy,
    startedAt,
    auditHead: GENESIS_HASH,
    year: yearOf(today),
  });
  if (!isNew) return { caseId, commandId };
  const head = required(await lockCase(work, caseId), `case ${caseId} that was just inserted`);
  const detail = { processKey: trigger.processKey, definitionChecksum: trigger.checksum, startedBy: name };
  const at = new Date(startedAt).toISOString();
  await auditCaseAct(work, head, { action: 'CreateCase', subject: 'case', detail, at }, sha256);
  const known = { caseId, unitId, roll: await rollOf(work, unitId, today) };
  const variables = { ...accepted.value, ...onlyRead(known, trigger.reads) };
  const command = { type: 'StartProcessInstance', startEvent: trigger.elementId, variables };
  await work.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
     VALUES ($1, $2, $3, $4, 'StartProcessInstance', $5::jsonb || ${withNewestCalendar}, '', to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0))`,
    [commandId, caseId, unitId, publishedBy, JSON.stringify({ command }), now],
  );
  return { caseId, commandId };
}
