import { dueColumn, instantsColumn, policyColumn } from '../clock-columns.js';
import type { ClockRow } from '../service-level-clock.repository.js';
import { stepColumn, type StepRow } from '../step-row.js';
import type { Work } from '../unit-of-work.js';
import { inScope, runKeyColumn, scopeParameters, type WatchScope } from './watch-scope.js';

/** Red: its term is broken. Yellow: it was warned of, or was broken before it was extended. */
export type WatchColor = 'red' | 'yellow';

const isColored = `k.state = 'running' AND (k.breached_at IS NOT NULL OR (k.next_index > 0 AND k.instants -> (k.next_index - 1) ->> 'kind' <> 'opened'))`;
const lastFired = `CASE WHEN k.next_index > 0 THEN k.instants -> (k.next_index - 1) END`;
const isRed = `coalesce(${lastFired} ->> 'kind' IN ('due', 'rung'), false)`;

export interface ClosedSteps {
  /** Steps that are closed further than their cases, by run key and element id. */
  readonly steps: readonly { readonly runKey: string; readonly elementId: string }[];
  /** Clocks of such steps that the reader may know of nevertheless. */
  readonly openClocks: readonly string[];
}

/** `$6` to `$8`: without the clocks of steps that are closed to the reader. */
const isOpenStep = `((${runKeyColumn}, k.element_id) NOT IN (SELECT * FROM unnest($6::text[], $7::text[])) OR k.id = ANY ($8::uuid[]))`;
const closedParameters = ({ steps, openClocks }: ClosedSteps): readonly unknown[] => [
  steps.map(({ runKey }) => runKey),
  steps.map(({ elementId }) => elementId),
  openClocks,
];

/** Clocks of closed steps that are red or yellow: few, and each is asked for. */
export function coloredClosedClocks(
  work: Work,
  scope: WatchScope,
  steps: ClosedSteps['steps'],
): Promise<{ readonly id: string; readonly step: StepRow }[]> {
  if (steps.length === 0) return Promise.resolve([]);
  return work.query(
    `SELECT k.id, ${stepColumn} AS step
     FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id JOIN user_task t ON t.id = k.user_task_id
     WHERE k.unit_id = ANY ($1) AND ${isColored} AND ${inScope('c', runKeyColumn)}
       AND (${runKeyColumn}, k.element_id) IN (SELECT * FROM unnest($6::text[], $7::text[]))`,
    [...scopeParameters(scope), steps.map(({ runKey }) => runKey), steps.map(({ elementId }) => elementId)],
  );
}

export interface ColorFigures {
  readonly unitId: string;
  readonly processKey: string;
  readonly red: number;
  readonly yellow: number;
  /** Of the red ones: those told at the second rung or above. */
  readonly redHigh: number;
  /** Of the yellow ones: those whose last day is at most the next one. */
  readonly yellowNext: number;
}

/** Cases with a red or yellow clock, by unit and process; a case counts once, by its worst. `now`: epoch ms. */
export const coloredCases = (
  work: Work,
  scope: WatchScope,
  closed: ClosedSteps,
  now: number,
): Promise<ColorFigures[]> =>
  work.query<ColorFigures>(
    `SELECT unit_id AS "unitId", process_key AS "processKey", count(*) FILTER (WHERE red)::int AS red,
       count(*) FILTER (WHERE NOT red)::int AS yellow, count(*) FILTER (WHERE high)::int AS "redHigh",
       count(*) FILTER (WHERE NOT red AND next)::int AS "yellowNext"
     FROM (SELECT k.case_id, c.unit_id, c.process_key, bool_or(${isRed}) AS red,
         bool_or(${isRed} AND coalesce((${lastFired} ->> 'rung')::int >= 2, false)) AS high,
         bool_or(k.due_on <= (to_timestamp(($9::float8 + c.clock_offset_ms) / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date + 1) AS next
       FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id
       WHERE k.unit_id = ANY ($1) AND ${isColored} AND ${inScope('c', runKeyColumn)} AND ${isOpenStep} AND c.id <> ALL ($10::uuid[])
       GROUP BY 1, 2, 3) cases GROUP BY 1, 2`,
    [...scopeParameters(scope), ...closedParameters(closed), now, scope.without],
  );

/** A case that is red or yellow, with the clock that makes it so. */
export interface WatchedCaseRow extends ClockRow {
  readonly red: boolean;
  readonly nextIndex: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly clockOffsetMs: number;
  readonly processKey: string;
  readonly processName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly step: StepRow;
  /** Who claimed it, else who may, by name. */
  readonly holders: readonly string[];
  /** Real moment at which the term ends, ISO. */
  readonly dueOrder: string;
  readonly urges: number;
  readonly lastUrgedAt: Date | null;
  readonly orderCaseId: string | null;
  readonly orderNumber: string | null;
  readonly orderStep: string | null;
}

/** Names of those who may do the task `t` on the day of that parameter. */
const holdersOn = (
  day: string,
): string => `CASE WHEN t.assignee_id IS NOT NULL THEN (SELECT jsonb_build_array(p.name) FROM person p WHERE p.id = t.assignee_id)
  ELSE (SELECT coalesce(jsonb_agg(DISTINCT p.name), '[]') FROM user_task_candidate d
    JOIN position o ON o.unit_id = d.unit_id AND o.key = d.position_key AND o.from_on <= ${day}::date AND (o.to_on IS NULL OR o.to_on >= ${day}::date)
    JOIN person p ON p.id = o.person_id WHERE d.user_task_id = t.id) END`;

const watchedColumns = (
  day: string,
): string => `${isRed} AS red, k.next_index AS "nextIndex", k.id, k.name, ${policyColumn} AS policy, k.anchor::text,
  k.due_on::text AS "dueOn", k.provisional, ${instantsColumn} AS instants, k.state, to_jsonb(k.breached_at) #>> '{}' AS "breachedAt",
  to_jsonb(k.paused_at) #>> '{}' AS "pausedAt", to_jsonb(k.stopped_at) #>> '{}' AS "stoppedAt",
  c.id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle", c.clock_offset_ms::float8 AS "clockOffsetMs",
  c.process_key AS "processKey", v.name AS "processName", k.unit_id AS "unitId", u.name AS "unitName", t.id AS "taskId",
  t.name AS "taskName", ${stepColumn} AS step, ${holdersOn(day)} AS holders,
  (SELECT count(*)::int FROM urge g WHERE g.user_task_id = t.id) AS urges,
  (SELECT max(g.at) FROM urge g WHERE g.user_task_id = t.id) AS "lastUrgedAt",
  o.case_id AS "orderCaseId", o.number AS "orderNumber", o.step AS "orderStep"`;
const watchedJoins = `JOIN process_instance c ON c.id = k.case_id JOIN unit u ON u.id = k.unit_id
  JOIN user_task t ON t.id = k.user_task_id JOIN process_definition_version v ON v.checksum = c.definition_checksum
  LEFT JOIN LATERAL (SELECT s.case_id, s.number, (SELECT name FROM user_task WHERE case_id = s.case_id AND state = 'open' ORDER BY created_at DESC LIMIT 1) AS step
    FROM supervision_order s JOIN process_instance oc ON oc.id = s.case_id
    WHERE s.first_case_id = c.id ORDER BY oc.ended_at IS NULL DESC, s.issued_at DESC LIMIT 1) o ON true`;

export interface WatchedPage {
  readonly color: WatchColor;
  /** 'YYYY-MM-DD', for the names of holders. */
  readonly today: string;
  /** `dueOrder` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Cases of one color by their worst clock, the earliest due first. */
export const watchedCases = (
  work: Work,
  scope: WatchScope,
  closed: ClosedSteps,
  { color, today, after, limit }: WatchedPage,
): Promise<WatchedCaseRow[]> =>
  work.query<WatchedCaseRow>(
    `WITH worst AS (
       SELECT DISTINCT ON (case_id) id, red, due FROM (
         SELECT k.case_id, k.id, ${isRed} AS red, coalesce(${dueColumn} - c.clock_offset_ms * interval '1 millisecond', 'infinity') AS due
         FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id
         WHERE k.unit_id = ANY ($1) AND ${isColored} AND ${inScope('c', runKeyColumn)} AND ${isOpenStep}) colored
       ORDER BY case_id, red DESC, due, id
     ), page AS (
       SELECT id, due FROM worst WHERE red = $10 AND ($11::timestamptz IS NULL OR (due, id) > ($11, $12::uuid))
       ORDER BY due, id LIMIT $13
     )
     SELECT ${watchedColumns('$9')}, page.due::text AS "dueOrder" FROM page JOIN service_level_clock k ON k.id = page.id ${watchedJoins}
     ORDER BY page.due, page.id`,
    [
      ...scopeParameters(scope),
      ...closedParameters(closed),
      today,
      color === 'red',
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ],
  );

/** The same of these clocks, whatever their color, in the order of their ids: whoever asks is checked against each. */
export const watchedClocks = (work: Work, ids: readonly string[], today: string): Promise<WatchedCaseRow[]> =>
  work.query<WatchedCaseRow>(
    `SELECT ${watchedColumns('$2')}, coalesce(${dueColumn} - c.clock_offset_ms * interval '1 millisecond', 'infinity')::text AS "dueOrder"
     FROM service_level_clock k ${watchedJoins} WHERE k.id = ANY ($1::uuid[]) ORDER BY k.id`,
    [ids, today],
  );
