import { GENESIS_HASH } from '@wuqing/audit';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  ORDER_PROCESS,
  auditCaseAct,
  insertCase,
  insertCaseLink,
  lockCase,
  orderEvidence,
  personNames,
  unitNameOf,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import { dayOf } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { isStarterOpen } from '../platform/process-facts.js';
import { numberOrder } from '../supervision/orders/number-order.js';

export interface NewCaseFacts {
  readonly caseId: string;
  readonly unitId: string;
  readonly title: string;
  readonly definition: ProcessDefinitionVersion;
  /** Epoch ms, in the case's own time, and what that is ahead of the real one. */
  readonly startedAt: number;
  readonly clockOffsetMs: number;
  readonly startedBy: string;
  /** The case that this one comes out of. */
  readonly firstCaseId?: string;
  /** Of an order: the term that it is about. */
  readonly clockId?: string | null;
}

/**
 * The case row, its link, of an order its number, and its first audit entry; nothing where a retry finds the case there. Answers
 * the order's number.
 */
export async function openCase(
  work: Work,
  facts: NewCaseFacts,
  detail: JsonObject = {},
): Promise<string | undefined> {
  const { caseId, unitId, definition, startedAt, firstCaseId } = facts;
  const isNew = await insertCase(work, {
    id: caseId,
    unitId,
    processKey: definition.key,
    definitionChecksum: definition.checksum,
    title: facts.title.trim(),
    names: [await unitNameOf(work, unitId), ...(await starterNames(work, facts))],
    clockOffsetMs: facts.clockOffsetMs,
    startedBy: facts.startedBy,
    startedAt,
    auditHead: GENESIS_HASH,
    year: Number(dayOf(startedAt).slice(0, 4)),
  });
  if (!isNew) return undefined;
  if (firstCaseId !== undefined) await insertCaseLink(work, { caseId, firstCaseId, unitId });
  const order = definition.key === ORDER_PROCESS ? await numberOrder(work, facts) : undefined;
  const head = required(await lockCase(work, caseId), `case ${caseId} that was just inserted`);
  const started = { processKey: definition.key, definitionChecksum: definition.checksum, ...detail };
  const at = new Date(startedAt).toISOString();
  const evidence = order ? [orderEvidence(order)] : [];
  const act = { action: 'CreateCase', subject: 'case', detail: started, at, evidence };
  await auditCaseAct(work, head, act, sha256);
  return order?.number;
}

/** Whoever opened a case may be searched for by name where every reader of it is told who that was. */
async function starterNames(work: Work, { startedBy, definition }: NewCaseFacts): Promise<string[]> {
  if (!isStarterOpen(definition.compiled)) return [];
  return [...(await personNames(work, [startedBy])).values()];
}
