import type { Json, JsonObject } from '@wuqing/kernel';
import { pointerOf, titleOf, type FieldProblem } from './field-problem.js';
import type { FormDefinition } from './form-definition.js';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';

/**
 * What a date of a form says of the world (`x-date`). `happened`: something that is over; `planned`: something to come;
 * `stated`: a day that a paper names, which nothing is counted from.
 */
export const dateKinds = ['happened', 'planned', 'stated'] as const;

/**
 * How far a date that happened may lie before its step opened: `reason` (where nothing is said) back to the day on which
 * the case began, with a reason, as an entry afterwards (补录); `never`; `free`: `back` days and without a reason.
 */
export const earlyEntries = ['reason', 'never', 'free'] as const;

/** Days of the case's own time, 'YYYY-MM-DD'. */
export interface DateContext {
  readonly caseBeganOn: string;
  readonly openedOn: string;
  readonly today: string;
}

/** A date that is entered afterwards: it lies before its step opened. */
export interface PastEntry {
  /** JSON Pointer. */
  readonly path: string;
  readonly title: string;
  readonly day: string;
}

export interface CheckedDates {
  readonly problems: readonly FieldProblem[];
  /** They need a reason, and are marked. */
  readonly pastEntries: readonly PastEntry[];
}

/** Days that a plan may lie ahead, and a free date behind, where the form says nothing. */
const AHEAD_DAYS = 366;
const BACK_DAYS = 3_660;
const DAY_MS = 86_400_000;

interface Place {
  readonly path: readonly (string | number)[];
  readonly field: JsonObject;
  readonly day: string;
}

/** Whether each date of a valid answer lies where its declaration says that it may. */
export function checkDates({ schema }: FormDefinition, data: JsonObject, context: DateContext): CheckedDates {
  const judged = datesIn(data, resolveSchema(schema, schema), schema, []).map((place) =>
    judge(place, context),
  );
  return {
    problems: judged.flatMap(({ problem }) => problem ?? []),
    pastEntries: judged.flatMap(({ past }) => past ?? []),
  };
}

function datesIn(value: Json, field: JsonObject, root: JsonObject, path: Place['path']): Place[] {
  if (typeof value === 'string')
    return isJsonObject(field['x-date']) ? [{ path, field, day: value.slice(0, 10) }] : [];
  if (Array.isArray(value)) {
    const item = itemOf(field, root);
    return value.flatMap((one, index) => datesIn(one as Json, item, root, [...path, index]));
  }
  if (!isJsonObject(value)) return [];
  const fields = fieldsOf(field, root);
  return Object.entries(value).flatMap(([key, one]) => datesIn(one, fields[key] ?? {}, root, [...path, key]));
}

interface Judged {
  readonly problem?: FieldProblem;
  readonly past?: PastEntry;
}

function judge(place: Place, context: DateContext): Judged {
  const rule = place.field['x-date'] as JsonObject;
  if (rule['is'] === 'happened') return judgeHappened(place, rule, context);
  return rule['is'] === 'planned' ? judgePlanned(place, rule, context) : {};
}

function judgeHappened(
  place: Place,
  rule: JsonObject,
  { caseBeganOn, openedOn, today }: DateContext,
): Judged {
  const { day, path, field } = place;
  if (day > today) return refused(place, `已经发生的日期不得晚于今天（${today}）`);
  const early = rule['early'] ?? 'reason';
  if (early === 'free') {
    const first = daysFrom(openedOn, -daysOf(rule['back'], BACK_DAYS));
    return day < first ? refused(place, `不得早于 ${first}`) : {};
  }
  if (day >= openedOn) return {};
  const first = early === 'never' || caseBeganOn > openedOn ? openedOn : caseBeganOn;
  if (day >= first) return { past: { path: pointerOf(path), title: titleOf(field), day } };
  return refused(
    place,
    `应在${first === openedOn ? '本步骤开始之日' : '事项发起之日'}（${first}）至今天（${today}）之间`,
  );
}

function judgePlanned(place: Place, rule: JsonObject, { openedOn, today }: DateContext): Judged {
  const last = daysFrom(today, daysOf(rule['ahead'], AHEAD_DAYS));
  if (place.day >= openedOn && place.day <= last) return {};
  return refused(place, `应在本步骤开始之日（${openedOn}）至 ${last} 之间`);
}

const refused = ({ path, field }: Place, must: string): Judged => ({
  problem: { path: pointerOf(path), keyword: 'x-date', message: `请更正${titleOf(field)}，${must}。` },
});

const daysOf = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
