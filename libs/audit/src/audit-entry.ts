import { assert, canonicalJson, instantOf, isoOf, type Json, type JsonObject } from '@wuqing/kernel';

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. It comes in by the door. */
export type Sha256 = (text: string) => string;

/** What happened in a case, before it is chained. */
export interface AuditFacts {
  readonly caseId: string;
  /** 1, 2, 3 … within the case. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds: `2026-08-24T01:00:00.000Z`. */
  readonly at: string;
  /** A person's id, or `system:<name>`. */
  readonly actorId: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: JsonObject;
}

export interface AuditEntry extends AuditFacts {
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

/** True for an ISO moment in the one form that is hashed. */
export function isHashedMoment(at: string): boolean {
  const moment = instantOf(at);
  return !Number.isNaN(moment) && isoOf(moment) === at;
}

/** The text whose hash an entry carries: canonical JSON of the facts and the hash before. */
export function hashedText(
  { caseId, seq, at, actorId, action, subject, detail }: AuditFacts,
  previousHash: string,
): string {
  const content: Record<string, Json> = { caseId, seq, at, actorId, action, subject, detail, previousHash };
  return canonicalJson(content);
}

/**
 * The facts as the next entry of the chain whose head is `previousHash`. Numbers in `detail` must be finite, and `at`
 * in its one form, so that the same entry read from a database gives the same hash.
 */
export function chainEntry(previousHash: string, facts: AuditFacts, sha256: Sha256): AuditEntry {
  assert(Number.isSafeInteger(facts.seq) && facts.seq >= 1, `Expected seq from 1, found ${facts.seq}`);
  assert(isHashedMoment(facts.at), `Expected an ISO moment in UTC with milliseconds, found ${facts.at}`);
  const { caseId, seq, at, actorId, action, subject, detail } = facts;
  const hash = sha256(hashedText(facts, previousHash));
  return { caseId, seq, at, actorId, action, subject, detail, previousHash, hash };
}
