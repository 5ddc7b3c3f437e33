import type { Statements, Work } from '../unit-of-work.js';

/** A letter as it was issued, with what became of it. */
export interface LetterRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  /** The letter whose next rung it is. */
  readonly followsId: string | null;
  readonly followsNumber: string | null;
  /** Number of the letter that is its next rung. */
  readonly followedBy: string | null;
  readonly matter: string;
  /** As they stand on the paper. */
  readonly paragraphs: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly answerBy: string;
  /** Of what the paper says, hexadecimal. */
  readonly contentHash: string;
  /** By which the paper is known again. */
  readonly code: string;
  readonly issuedBy: string;
  readonly onBehalfOf: readonly string[];
  readonly issuedAt: Date;
  /** Null until it is answered. */
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredFor: readonly string[] | null;
  readonly answeredAt: Date | null;
}

const letters = `SELECT l.id, l.number, l.kind, l.from_unit_id AS "fromUnitId", l.to_unit_id AS "toUnitId", l.follows_id AS "followsId",
    b.number AS "followsNumber", n.number AS "followedBy", l.matter, l.paragraphs, l.answer_by::text AS "answerBy",
    l.content_hash AS "contentHash", l.code, l.issued_by AS "issuedBy", l.on_behalf_of AS "onBehalfOf", l.issued_at AS "issuedAt",
    a.text AS answer, a.answered_by AS "answeredBy", a.on_behalf_of AS "answeredFor", a.answered_at AS "answeredAt"
  FROM letter l LEFT JOIN letter b ON b.id = l.follows_id LEFT JOIN letter n ON n.follows_id = l.id
  LEFT JOIN letter_answer a ON a.letter_id = l.id`;

/** Nobody else issues of this kind until the transaction ends: so a retry finds its first attempt, and takes no number. */
export const lockLetters = (work: Work, kind: string): Promise<unknown> =>
  work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`letter/${kind}`]);

export async function findLetter(work: Statements, id: string): Promise<LetterRow | undefined> {
  const [row] = await work.query<LetterRow>(`${letters} WHERE l.id = $1`, [id]);
  return row;
}

export async function letterByCode(work: Statements, code: string): Promise<LetterRow | undefined> {
  const [row] = await work.query<LetterRow>(`${letters} WHERE l.code = $1`, [code]);
  return row;
}

export interface LetterPage {
  /** Moment and id of the last one seen. */
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** A letter is issued at a whole millisecond: a place in the list names its moment exactly. */
const listed = (work: Statements, where: string, first: unknown, { after, limit }: LetterPage) =>
  work.query<LetterRow>(
    `${letters} WHERE ${where} AND ($2::timestamptz IS NULL OR (l.issued_at, l.id) < ($2, $3::uuid))
     ORDER BY l.issued_at DESC, l.id DESC LIMIT $4`,
    [first, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** What these units issued; the latest first. */
export const listIssuedLetters = (work: Statements, unitIds: readonly string[], page: LetterPage) =>
  listed(work, 'l.from_unit_id = ANY ($1)', unitIds, page);

/** What is addressed to these units; the latest first. */
export const listReceivedLetters = (work: Statements, unitIds: readonly string[], page: LetterPage) =>
  listed(work, 'l.to_unit_id = ANY ($1)', unitIds, page);

export type NewLetter = Pick<
  LetterRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'fromUnitId'
  | 'toUnitId'
  | 'followsId'
  | 'matter'
  | 'paragraphs'
  | 'answerBy'
  | 'contentHash'
  | 'code'
  | 'issuedBy'
  | 'onBehalfOf'
> & {
  /** ISO. */
  readonly at: string;
};

export async function insertLetter(work: Work, letter: NewLetter): Promise<void> {
  await work.query(
    `INSERT INTO letter (id, number, kind, from_unit_id, to_unit_id, follows_id, matter, paragraphs, answer_by, content_hash, code,
       issued_by, on_behalf_of, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[letter.id, letter.number, letter.kind, letter.fromUnitId, letter.toUnitId, letter.followsId],
      ...[letter.matter, letter.paragraphs, letter.answerBy, letter.contentHash, letter.code],
      ...[letter.issuedBy, letter.onBehalfOf, letter.at],
    ],
  );
}

export interface NewLetterAnswer {
  readonly letterId: string;
  readonly text: string;
  readonly answeredBy: string;
  readonly onBehalfOf: readonly string[];
  /** ISO. */
  readonly at: string;
}

/** Answers whether it was this answer: a letter is answered once. */
export async function insertLetterAnswer(work: Work, answer: NewLetterAnswer): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO letter_answer (letter_id, text, answered_by, on_behalf_of, answered_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (letter_id) DO NOTHING RETURNING letter_id`,
    [answer.letterId, answer.text, answer.answeredBy, answer.onBehalfOf, answer.at],
  );
  return rows.length > 0;
}
