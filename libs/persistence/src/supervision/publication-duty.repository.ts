import type { Work } from '../unit-of-work.js';
import type { ReviewKind } from './notice-review.repository.js';
import { inScope, runKeyColumn, scopeParameters, type WatchScope } from './watch-scope.js';

/**
 * How a case stands with one of its publications. `overdue`: its step is open beyond its term; `stuck`: a step before it is;
 * `open`: its step is open in time; `late` and `published`: done, after its term or within it.
 */
export const dutyStates = ['overdue', 'stuck', 'late', 'open', 'published'] as const;
export type DutyState = (typeof dutyStates)[number];

/** Which steps publish, of which runs, and which lie before them; no step among them that is closed to the reader. */
export interface PublicationSteps {
  readonly publishing: readonly { readonly runKey: string; readonly elementId: string }[];
  readonly before: readonly {
    readonly runKey: string;
    /** The step that publishes. */
    readonly elementId: string;
    readonly beforeId: string;
  }[];
}

export interface DutyTime {
  /** Epoch ms. */
  readonly now: number;
  /** Days, 'YYYY-MM-DD': what was published from the first to before the second; what is owed counts whenever it was due. */
  readonly between: readonly [string, string];
}

export interface DutyRow {
  /** Of the step. */
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly processKey: string;
  /** The step that publishes. */
  readonly elementId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: DutyState;
  /** The last day of the term; null where no term was set, and of a publication that is not reached: of the step before it. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly noticeId: string | null;
  readonly clockId: string | null;
  /** Where it stands, of what is not published. */
  readonly stepName: string | null;
  /** When it was reviewed last, and how many lines failed. */
  readonly reviewedAt: Date | null;
  readonly failed: number | null;
  /** Its place in the list. */
  readonly dueOrder: string;
}

/** One unit by one publication: how many are in which state, and the one that is worst. */
export interface DutyFigures extends Readonly<Record<DutyState, number>> {
  readonly unitId: string;
  readonly processKey: string;
  readonly elementId: string;
  readonly worst: Pick<
    DutyRow,
    'state' | 'dueOn' | 'doneOn' | 'caseId' | 'noticeId' | 'clockId' | 'stepName'
  >;
}

const taskRunKey = runKeyColumn.replace(
  'c.definition_checksum',
  'coalesce(t.definition_checksum, c.definition_checksum)',
);
const dayThere = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Shanghai')::date`;
const caseToday = dayThere(
  `(to_timestamp($11::float8 / 1000) + c.clock_offset_ms * interval '1 millisecond')`,
);
/** The term of a step that ends first. */
const term = `LEFT JOIN LATERAL (SELECT k.id, k.due_on, k.state, k.breached_at FROM service_level_clock k
  WHERE k.user_task_id = t.id ORDER BY k.due_on, k.id LIMIT 1) k ON true`;
const isPublishing = `(${taskRunKey}, t.element_id) IN (SELECT run_key, element_id FROM publishing)`;

/** `$1`–`$5` the scope, `$6` `$7` steps that publish, `$8`–`$10` steps before them, `$11` now, `$12` `$13` between. */
const duties = `publishing AS (
    SELECT * FROM unnest($6::text[], $7::text[]) WITH ORDINALITY AS p (run_key, element_id, place)
  ), done AS (
    SELECT t.id, t.case_id, t.element_id,
      CASE WHEN k.breached_at IS NOT NULL OR ${dayThere('n.published_at')} > k.due_on THEN 'late' ELSE 'published' END AS state,
      k.due_on, ${dayThere('n.published_at')} AS done_on, n.id AS notice_id, k.id AS clock_id, NULL::text AS step_name
    FROM public_notice n JOIN user_task t ON t.id = n.user_task_id JOIN process_instance c ON c.id = n.case_id ${term}
    WHERE n.unit_id = ANY ($1) AND n.published_at >= $12::date::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND n.published_at < $13::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND ${inScope('c', runKeyColumn)} AND ${isPublishing}
      AND NOT EXISTS (SELECT FROM public_notice first WHERE first.user_task_id = n.user_task_id AND first.id < n.id)
  ), owed AS (
    SELECT t.id, t.case_id, t.element_id,
      CASE WHEN k.state = 'running' AND (k.breached_at IS NOT NULL OR ${caseToday} > k.due_on) THEN 'overdue' ELSE 'open' END AS state,
      k.due_on, NULL::date AS done_on, NULL::uuid AS notice_id, k.id AS clock_id, t.name AS step_name
    FROM user_task t JOIN process_instance c ON c.id = t.case_id ${term}
    WHERE t.unit_id = ANY ($1) AND t.state = 'open' AND ${inScope('c', runKeyColumn)} AND ${isPublishing}
  ), stuck AS (
    SELECT DISTINCT ON (c.id) t.id, c.id AS case_id, p.element_id, 'stuck' AS state, k.due_on, NULL::date AS done_on,
      NULL::uuid AS notice_id, k.id AS clock_id, t.name AS step_name
    FROM service_level_clock k JOIN user_task t ON t.id = k.user_task_id JOIN process_instance c ON c.id = k.case_id
      JOIN unnest($8::text[], $9::text[], $10::text[]) AS b (run_key, element_id, before_id) ON b.run_key = ${runKeyColumn} AND b.before_id = t.element_id
      JOIN publishing p ON p.run_key = b.run_key AND p.element_id = b.element_id
    WHERE k.unit_id = ANY ($1) AND k.state = 'running' AND k.breached_at IS NOT NULL AND ${inScope('c', runKeyColumn)}
      AND coalesce(t.definition_checksum, c.definition_checksum) = c.definition_checksum
      AND NOT EXISTS (SELECT FROM user_task d WHERE d.case_id = c.id AND d.element_id = p.element_id AND d.state <> 'canceled')
    ORDER BY c.id, k.due_on, k.id, p.place
  ), duty AS (
    SELECT d.*, c.number, c.title, c.process_key, c.unit_id FROM (SELECT * FROM done UNION ALL SELECT * FROM owed UNION ALL SELECT * FROM stuck) d
    JOIN process_instance c ON c.id = d.case_id
  )`;

const parametersOf = (
  scope: WatchScope,
  { publishing, before }: PublicationSteps,
  { now, between }: DutyTime,
): readonly unknown[] => [
  ...scopeParameters(scope),
  publishing.map(({ runKey }) => runKey),
  publishing.map(({ elementId }) => elementId),
  before.map(({ runKey }) => runKey),
  before.map(({ elementId }) => elementId),
  before.map(({ beforeId }) => beforeId),
  now,
  ...between,
];

const rank = `array_position(ARRAY['overdue', 'stuck', 'late', 'open', 'published'], d.state)`;
const countOf = (state: DutyState): string => `count(*) FILTER (WHERE d.state = '${state}')::int AS ${state}`;
const counts = dutyStates.map(countOf).join(', ');

/** Every unit by every publication of which there is one. */
export const dutyFigures = (
  work: Work,
  scope: WatchScope,
  steps: PublicationSteps,
  time: DutyTime,
): Promise<DutyFigures[]> =>
  work.query<DutyFigures>(
    `WITH ${duties}
     SELECT d.unit_id AS "unitId", d.process_key AS "processKey", d.element_id AS "elementId", ${counts},
       (array_agg(jsonb_build_object('state', d.state, 'dueOn', d.due_on, 'doneOn', d.done_on, 'caseId', d.case_id, 'noticeId', d.notice_id,
         'clockId', d.clock_id, 'stepName', d.step_name) ORDER BY ${rank}, CASE WHEN d.done_on IS NULL THEN d.due_on END, d.done_on DESC, d.id))[1] AS worst
     FROM duty d GROUP BY 1, 2, 3`,
    parametersOf(scope, steps, time),
  );

export interface DutyPage {
  readonly elementId: string | null;
  /** Null: all. */
  readonly state: DutyState | null;
  /** Only published ones that nobody has reviewed, or that somebody has; null: all. */
  readonly reviewed: boolean | null;
  /** Which reviews count; of photos only publications that have some. Null: the last of each kind. */
  readonly kind: ReviewKind | null;
  /** Only those of which lines failed in the last review. */
  readonly failedOnly: boolean;
  /** `dueOrder` and id of the last row seen. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Photos that anybody may see were handed in with the step that published. */
const hasPhotos = `EXISTS (SELECT FROM file_binding b JOIN stored_file f ON f.id = b.file_id
  WHERE b.user_task_id = d.id AND b.levels <@ ARRAY['P'] AND f.media_type LIKE 'image/%')`;

/** Publications behind a number, the earliest due first. */
export const dutyPage = (
  work: Work,
  scope: WatchScope,
  steps: PublicationSteps,
  time: DutyTime,
  { elementId, state, reviewed, kind, failedOnly, after, limit }: DutyPage,
): Promise<DutyRow[]> =>
  work.query<DutyRow>(
    `WITH ${duties}, placed AS (
       SELECT d.*, coalesce(coalesce(d.due_on, d.done_on)::timestamp AT TIME ZONE 'UTC', 'infinity') AS place FROM duty d
     )
     SELECT d.id, d.case_id AS "caseId", d.number AS "caseNumber", d.title AS "caseTitle", d.process_key AS "processKey",
       d.element_id AS "elementId", d.unit_id AS "unitId", u.name AS "unitName", d.state, d.due_on::text AS "dueOn", d.done_on::text AS "doneOn",
       d.notice_id AS "noticeId", d.clock_id AS "clockId", d.step_name AS "stepName", r.at AS "reviewedAt", r.failed, d.place::text AS "dueOrder"
     FROM placed d JOIN unit u ON u.id = d.unit_id
     LEFT JOIN LATERAL (SELECT max(last.at) AS at, sum(last.failed)::int AS failed FROM (SELECT DISTINCT ON (w.kind) w.at,
         (SELECT count(*) FROM notice_review_line l WHERE l.review_id = w.id AND l.result = 'fail') AS failed
       FROM notice_review w WHERE w.notice_id = d.notice_id AND ($20::text IS NULL OR w.kind = $20)
       ORDER BY w.kind, w.at DESC, w.id) last) r ON true
     WHERE ($14::text IS NULL OR d.element_id = $14) AND ($15::text IS NULL OR d.state = $15)
       AND ($16::boolean IS NULL OR (d.notice_id IS NOT NULL AND (r.at IS NOT NULL) = $16))
       AND (NOT $21::boolean OR r.failed > 0) AND ($20::text IS DISTINCT FROM 'onsite' OR ${hasPhotos})
       AND ($17::timestamptz IS NULL OR (d.place, d.id) > ($17, $18::uuid))
     ORDER BY d.place, d.id LIMIT $19`,
    [
      ...parametersOf(scope, steps, time),
      elementId,
      state,
      reviewed,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
      kind,
      failedOnly,
    ],
  );

/** What is still to be looked at, and where something is to be mended. */
export interface DutyReviewCounts {
  /** Published, with photos that nobody has looked at. */
  readonly onsite: number;
  /** Published, and not reviewed online. */
  readonly online: number;
  /** Published, of which lines failed in the last review of either kind. */
  readonly mend: number;
}

const isReviewed = (kind: ReviewKind): string =>
  `EXISTS (SELECT FROM notice_review w WHERE w.notice_id = d.notice_id AND w.kind = '${kind}')`;
const hasFailed = `EXISTS (SELECT FROM (SELECT DISTINCT ON (w.kind) w.id FROM notice_review w WHERE w.notice_id = d.notice_id
    ORDER BY w.kind, w.at DESC, w.id) last JOIN notice_review_line l ON l.review_id = last.id AND l.result = 'fail')`;

/** Counts by the rules of `dutyPage`. */
export async function dutyReviewCounts(
  work: Work,
  scope: WatchScope,
  steps: PublicationSteps,
  time: DutyTime,
): Promise<DutyReviewCounts> {
  const rows = await work.query<DutyReviewCounts>(
    `WITH ${duties}
     SELECT count(*) FILTER (WHERE NOT ${isReviewed('onsite')} AND ${hasPhotos})::int AS onsite,
       count(*) FILTER (WHERE NOT ${isReviewed('online')})::int AS online, count(*) FILTER (WHERE ${hasFailed})::int AS mend
     FROM duty d WHERE d.notice_id IS NOT NULL`,
    parametersOf(scope, steps, time),
  );
  return rows[0]!;
}
