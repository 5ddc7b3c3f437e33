import { assert, canonicalJson, instantOf, isoOf, type Json, type JsonObject } from '@wuqing/kernel';
import type { EvidencePart } from './evidence.js';
import type { Sha256 } from './sha256.js';

/** What happened in a case, before it is chained. */
export interface AuditFacts {
  readonly caseId: string;
  readonly unitId: string;
  /** 1, 2, 3 … within the case. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds (`2026-08-24T01:00:00.000Z`), or as `fullMoment` gives it. */
  readonly at: string;
  /** A person's id, or `system:<name>`. */
  readonly actorId: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: JsonObject;
  /** The rows that were written with it. */
  readonly parts: readonly EvidencePart[];
}

/**
 * What an entry's hash covers. 1: the entry without its unit, its time to the millisecond, and nothing of what was decided; none is
 * written any more. 2: all of the entry, and the rows that were written with it by their hashes.
 */
export type AuditFormat = 1 | 2;

export interface AuditEntry extends AuditFacts {
  readonly format: AuditFormat;
  /** Hash of the entry before, `GENESIS_HASH` for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditActor {
  readonly kind: 'person' | 'system';
  readonly id: string;
}

/**
 * 64 zeros. The case id stands in every hashed entry, so chains of two cases cannot be exchanged although they begin
 * alike.
 */
export const GENESIS_HASH = '0'.repeat(64);

/** System actors are named with a prefix; every other id is a person's. */
export const auditActorOf = (actorId: string): AuditActor => ({
  kind: actorId.startsWith('system:') ? 'system' : 'person',
  id: actorId,
});

/** The moment as a database keeps it, to the microsecond: `2026-08-24T01:00:00.000000Z`. */
export const fullMoment = (iso: string): string => iso.replace(/\.(\d{3})Z$/, '.$1000Z');

/** True for an ISO moment in UTC with milliseconds, or with microseconds. */
export function isHashedMoment(at: string): boolean {
  const toTheMs = at.replace(/\.(\d{3})\d{3}Z$/, '.$1Z');
  const moment = instantOf(toTheMs);
  return !Number.isNaN(moment) && isoOf(moment) === toTheMs;
}

/** The text whose hash an entry carries: canonical JSON of what its format covers, and the hash before. */
export function hashedText(
  { caseId, unitId, seq, at, actorId, action, subject, detail, parts }: AuditFacts,
  previousHash: string,
  format: AuditFormat,
): string {
  const common = { caseId, seq, actorId, action, subject, detail, previousHash };
  const content: Record<string, Json> =
    format === 1
      ? { ...common, at: at.replace(/\.(\d{3})000Z$/, '.$1Z') }
      : { ...common, at: fullMoment(at), unitId, format, parts: parts.map((part) => ({ ...part })) };
  return canonicalJson(content);
}

/**
 * The facts as the next entry of the chain whose head is `previousHash`, in the newest format. Numbers in `detail` must be finite,
 * and `at` an ISO moment in UTC, so that the same entry read from a database gives the same hash.
 */
export function chainEntry(previousHash: string, facts: AuditFacts, sha256: Sha256): AuditEntry {
  assert(Number.isSafeInteger(facts.seq) && facts.seq >= 1, `Expected seq from 1, found ${facts.seq}`);
  assert(isHashedMoment(facts.at), `Expected an ISO moment in UTC with milliseconds, found ${facts.at}`);
  const format = 2;
  const hash = sha256(hashedText(facts, previousHash, format));
  return { ...facts, at: fullMoment(facts.at), format, previousHash, hash };
}
