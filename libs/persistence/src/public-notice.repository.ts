import type { PublicNoticeEntity } from './entities/public-notice.entity.js';
import type { Board } from './journal/entry-context.js';
import type { Work } from './unit-of-work.js';

export type PublicNotice = Readonly<PublicNoticeEntity> & {
  /** Of its case, which may live on another day: by how much its days are ahead of ours. */
  readonly clockOffsetMs: number;
};

/** A notice of a case, with the step that published it. */
export interface CaseNotice extends PublicNotice {
  readonly elementId: string;
}

/** What nobody learns of who is not told by name: whole definitions, and steps that are closed further than their case. */
export interface OutOfSight {
  readonly checksums: readonly string[];
  readonly steps: readonly { readonly checksum: string; readonly elementId: string }[];
}

const columns = `n.id, n.case_id AS "caseId", n.unit_id AS "unitId", n.user_task_id AS "userTaskId", n.kind, n.board, n.title, n.fields,
  n.from_on::text AS "fromOn", n.to_on::text AS "toOn", n.published_at AS "publishedAt", n.verification_code AS "verificationCode",
  c.clock_offset_ms::float8 AS "clockOffsetMs"`;
const tables = `public_notice n JOIN process_instance c ON c.id = n.case_id JOIN user_task t ON t.id = n.user_task_id`;

/** The day that a moment (epoch ms) is for the case, where the township is. */
const dayAt = (moment: string): string =>
  `((to_timestamp(${moment}::float8 / 1000) + c.clock_offset_ms * interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date`;

/** `$1` definitions, `$2` and `$3` steps that are out of sight: of the case, of its callers, or where they called it. */
const isInSight = `NOT (c.definition_checksum || c.callers && $1::text[])
  AND NOT EXISTS (SELECT 1 FROM unnest($2::text[], $3::text[]) AS closed (checksum, element_id)
    WHERE (closed.checksum, closed.element_id) = (coalesce(t.definition_checksum, c.definition_checksum), t.element_id)
      OR (closed.checksum, closed.element_id) IN (
        SELECT * FROM unnest(c.callers, string_to_array(split_part(c.call_key, '#', 1), '/'))))`;

const parametersOf = ({ checksums, steps }: OutOfSight): readonly unknown[] => [
  checksums,
  steps.map(({ checksum }) => checksum),
  steps.map(({ elementId }) => elementId),
];

export interface NoticePage {
  /** Of this village alone. */
  readonly unitId?: string;
  readonly board?: Board;
  /** 'YYYY-MM': published in this month where the township is. */
  readonly month?: string;
  /** Epoch ms: without those that still hang at this moment. */
  readonly endedAt?: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Notices on one page, the newest first, and how many there are in all. */
export async function listNotices(
  work: Work,
  outOfSight: OutOfSight,
  { unitId, board, month, endedAt, page, pageSize }: NoticePage,
): Promise<{ rows: PublicNotice[]; total: number }> {
  const where = `${isInSight} AND ($4::uuid IS NULL OR n.unit_id = $4) AND ($5::text IS NULL OR n.board = $5)
    AND ($6::text IS NULL OR (n.published_at >= ($6 || '-01 Asia/Shanghai')::timestamptz
      AND n.published_at < (($6 || '-01')::date + interval '1 month')::timestamp AT TIME ZONE 'Asia/Shanghai'))
    AND ($7::float8 IS NULL OR n.to_on IS NULL OR n.to_on < ${dayAt('$7')})`;
  const parameters = [
    ...parametersOf(outOfSight),
    unitId ?? null,
    board ?? null,
    month ?? null,
    endedAt ?? null,
  ];
  const [count] = await work.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${tables} WHERE ${where}`,
    parameters,
  );
  const rows = await work.query<PublicNotice>(
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY n.published_at DESC, n.id DESC LIMIT $8 OFFSET $9`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { rows, total: count!.total };
}

export async function findNotice(
  work: Work,
  outOfSight: OutOfSight,
  id: string,
): Promise<PublicNotice | undefined> {
  const rows = await work.query<PublicNotice>(
    `SELECT ${columns} FROM ${tables} WHERE ${isInSight} AND n.id = $4`,
    [...parametersOf(outOfSight), id],
  );
  return rows[0];
}

/** Notices that still hang at `now` (epoch ms), the one that ends first before the others. */
export const hangingNotices = (
  work: Work,
  outOfSight: OutOfSight,
  { unitId, board, now, limit }: Pick<NoticePage, 'board'> & Hanging,
): Promise<PublicNotice[]> =>
  work.query<PublicNotice>(
    `SELECT ${columns} FROM ${tables} WHERE ${isInSight} AND n.unit_id = $4 AND ($5::text IS NULL OR n.board = $5)
       AND n.to_on >= ${dayAt('$6')} ORDER BY n.to_on, n.id LIMIT $7`,
    [...parametersOf(outOfSight), unitId, board ?? null, now, limit],
  );

interface Hanging {
  readonly unitId: string;
  readonly now: number;
  readonly limit: number;
}

/** Notices whose papers bear this code. */
export const noticesByCode = (work: Work, outOfSight: OutOfSight, code: string): Promise<PublicNotice[]> =>
  work.query<PublicNotice>(
    `SELECT ${columns} FROM ${tables} WHERE ${isInSight} AND n.verification_code = $4 ORDER BY n.published_at`,
    [...parametersOf(outOfSight), code],
  );

/** What the case of a notice has made public besides it, the newest first. */
export const noticesBeside = (
  work: Work,
  outOfSight: OutOfSight,
  { caseId, id }: Pick<PublicNotice, 'caseId' | 'id'>,
  limit: number,
): Promise<PublicNotice[]> =>
  work.query<PublicNotice>(
    `SELECT ${columns} FROM ${tables} WHERE ${isInSight} AND n.case_id = $4 AND n.id <> $5
     ORDER BY n.published_at DESC, n.id DESC LIMIT $6`,
    [...parametersOf(outOfSight), caseId, id, limit],
  );

/** What a case has made public, the oldest first. */
export const noticesOfCase = (work: Work, caseId: string): Promise<CaseNotice[]> =>
  work.query<CaseNotice>(
    `SELECT ${columns}, t.element_id AS "elementId" FROM ${tables} WHERE n.case_id = $1 ORDER BY n.published_at, n.id`,
    [caseId],
  );
