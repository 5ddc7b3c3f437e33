import type { Statements, Work } from '../unit-of-work.js';

/** A person of a case, by what he is in it: the `n`th of his role. */
export interface SubjectOf {
  readonly role: string;
  readonly n: number;
}

/** His key as it is kept; null once it is erased. */
export interface SubjectKeyRow extends SubjectOf {
  readonly id: string;
  readonly wrapped: string | null;
}

export interface NewSubjectKey extends SubjectOf {
  readonly id: string;
  readonly wrapped: string;
}

/** Keys of a case's persons that are not erased. */
export const subjectKeysOfCase = (work: Statements, caseId: string): Promise<NewSubjectKey[]> =>
  work.prepared<NewSubjectKey>(
    'subject-keys-of-case',
    'SELECT id, role, n, wrapped FROM data_subject_key WHERE case_id = $1 AND wrapped IS NOT NULL',
    [caseId],
  );

/** Leaves what another has written meanwhile. */
export async function insertSubjectKeys(
  work: Statements,
  caseId: string,
  keys: readonly NewSubjectKey[],
): Promise<void> {
  await work.query(
    `INSERT INTO data_subject_key (id, case_id, unit_id, role, n, wrapped)
     SELECT k.id, c.id, c.unit_id, k.role, k.n, k.wrapped
     FROM jsonb_to_recordset($2) AS k (id uuid, role text, n integer, wrapped text) JOIN process_instance c ON c.id = $1
     ON CONFLICT (case_id, role, n) WHERE wrapped IS NOT NULL DO NOTHING`,
    [caseId, JSON.stringify(keys)],
  );
}

export const subjectKeys = (work: Statements, ids: readonly string[]): Promise<SubjectKeyRow[]> =>
  work.prepared<SubjectKeyRow>(
    'subject-keys',
    'SELECT id, role, n, wrapped FROM data_subject_key WHERE id = ANY ($1)',
    [ids],
  );

/** By what a text of a person is found again. */
export interface IdentityHashRow {
  readonly subjectId: string;
  readonly field: string;
  readonly hash: string;
}

export async function insertIdentityHashes(
  work: Statements,
  hashes: readonly IdentityHashRow[],
): Promise<void> {
  await work.query(
    `INSERT INTO identity_hash (subject_id, field, hash)
     SELECT "subjectId", field, hash FROM jsonb_to_recordset($1) AS h ("subjectId" uuid, field text, hash text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(hashes)],
  );
}

/** A person of whom a text stands in a case. */
export interface FoundSubject extends SubjectOf {
  readonly caseNumber: string;
}

/** Each once, the latest cases first. */
export const subjectsByHash = (work: Statements, hash: string): Promise<FoundSubject[]> =>
  work.query<FoundSubject>(
    `SELECT c.number AS "caseNumber", k.role, k.n FROM data_subject_key k JOIN process_instance c ON c.id = k.case_id
     WHERE k.id IN (SELECT subject_id FROM identity_hash WHERE hash = $1) ORDER BY c.started_at DESC, c.number, k.role, k.n`,
    [hash],
  );

/** A person whose key is destroyed: why, and at whose word. */
export interface Erasure {
  readonly subjectIds: readonly string[];
  readonly reason: string;
  readonly by: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Destroys the keys of these persons, and all by which their texts could be found again. Of those that are already erased, or that are not
 * there, nothing is written; answers the ids of those that were. No other row changes: the audit chains stand over what is sealed.
 */
export async function eraseSubjects(work: Work, { subjectIds, reason, by, now }: Erasure): Promise<string[]> {
  const erased = await work.query<{ id: string }>(
    `WITH erased AS (
       UPDATE data_subject_key SET wrapped = NULL WHERE id = ANY ($1) AND wrapped IS NOT NULL RETURNING id
     ), forgotten AS (
       DELETE FROM identity_hash h USING erased e WHERE h.subject_id = e.id
     )
     INSERT INTO data_subject_erasure (subject_id, reason, erased_by, erased_at)
     SELECT id, $2, $3, to_timestamp($4 / 1000.0) FROM erased RETURNING subject_id AS id`,
    [subjectIds, reason, by, now],
  );
  return erased.map(({ id }) => id);
}

/** Of a case by its number: persons whose keys are there or were erased. */
export const subjectsOfCase = (work: Work, number: string): Promise<SubjectKeyRow[]> =>
  work.query<SubjectKeyRow>(
    `SELECT k.id, k.role, k.n, k.wrapped FROM data_subject_key k JOIN process_instance c ON c.id = k.case_id
     WHERE c.number = $1 ORDER BY k.role, k.n, k.id`,
    [number],
  );

/** The next keys behind `after` by id, locked until the transaction ends. */
export const someSubjectKeys = (
  work: Work,
  after: string | null,
  limit: number,
): Promise<{ readonly id: string; readonly wrapped: string }[]> =>
  work.query(
    `SELECT id, wrapped FROM data_subject_key WHERE wrapped IS NOT NULL AND ($1::uuid IS NULL OR id > $1)
     ORDER BY id LIMIT $2 FOR UPDATE`,
    [after, limit],
  );

export async function rewrapSubjectKey(
  work: Work,
  { id, wrapped }: { readonly id: string; readonly wrapped: string },
): Promise<void> {
  await work.query('UPDATE data_subject_key SET wrapped = $2 WHERE id = $1', [id, wrapped]);
}
