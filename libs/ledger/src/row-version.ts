import { canonicalJson, err, ok, type JsonObject, type Result } from '@wuqing/kernel';

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. It comes in by the door. */
export type Sha256 = (text: string) => string;

/** What a version did to its row: began it, moved it on, mended what was written wrongly, ended it. */
export const rowActs = ['enter', 'change', 'correct', 'end'] as const;
export type RowAct = (typeof rowActs)[number];

/** The step of a case that wrote a version. */
export interface RowOrigin {
  readonly caseId: string;
  readonly commandId: string;
  /** Key of the service task's visit. */
  readonly step: string;
}

/** One version of one row, before it is chained. */
export interface RowFacts {
  readonly ledger: string;
  /** Of the kind by which it was written. */
  readonly kindVersion: number;
  readonly rowId: string;
  /** 1, 2, 3 … within the row. */
  readonly version: number;
  readonly unitId: string;
  readonly rowKey: string;
  readonly act: RowAct;
  readonly state: string;
  readonly data: JsonObject;
  /** First day on which the row is no longer in force, where it has ended. */
  readonly endedFrom: string | null;
  /** Why, in words. */
  readonly reason: string;
  /** A person's id, or `system:<name>`. */
  readonly actorId: string;
  /** The second person, where the kind asks for one. */
  readonly confirmedBy: string | null;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Null where it was written by hand. */
  readonly origin: RowOrigin | null;
}

export interface RowVersion extends RowFacts {
  /** Hash of the version before, `FIRST_HASH` of the first. */
  readonly previousHash: string;
  readonly hash: string;
}

export const FIRST_HASH = '0'.repeat(64);

/** The facts as the next version of the row whose last hash is `previousHash`. */
export function recordedVersion(previousHash: string, facts: RowFacts, sha256: Sha256): RowVersion {
  const version = { ...factsIn(facts), previousHash };
  return { ...version, hash: sha256(canonicalJson(jsonOf(version))) };
}

/** Exactly the facts, so that what a database adds to a row is not hashed. */
function factsIn(facts: RowFacts): RowFacts {
  const { ledger, kindVersion, rowId, version, unitId, rowKey, act, state, data } = facts;
  const { endedFrom, reason, actorId, confirmedBy, at, origin } = facts;
  return {
    ...{ ledger, kindVersion, rowId, version, unitId, rowKey, act, state, data },
    ...{ endedFrom, reason, actorId, confirmedBy, at },
    origin: origin && { caseId: origin.caseId, commandId: origin.commandId, step: origin.step },
  };
}

const jsonOf = ({ origin, ...facts }: RowFacts & { readonly previousHash: string }): JsonObject => ({
  ...facts,
  origin: origin && { ...origin },
});

/** The first version that is not what was written, or is not where it was: its place, counted from 1, and why. */
export interface RowBreak {
  readonly version: number;
  readonly message: string;
}

/** Walks a row's versions in the order given; ok is how many there are. */
export function verifyRow(versions: readonly RowVersion[], sha256: Sha256): Result<number, RowBreak> {
  let previous = FIRST_HASH;
  for (const [index, version] of versions.entries()) {
    const place = index + 1;
    const broken = (what: string) => err({ version: place, message: `Expected ${what} of version ${place}` });
    if (version.version !== place) return broken('the number');
    if (version.rowId !== versions[0]?.rowId) return broken('the row');
    if (version.previousHash !== previous) return broken('the hash before');
    if (recordedVersion(previous, version, sha256).hash !== version.hash) return broken('the hash');
    previous = version.hash;
  }
  return ok(versions.length);
}
