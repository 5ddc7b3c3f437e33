import type { Journey, JourneyStep } from '@wuqing/process-library';
import type { Json, JsonObject } from '@wuqing/kernel';

const DAY_MS = 86_400_000;
const WEEK = 7;
const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

export interface Moved {
  readonly village: string;
  readonly title: string;
  /** Of the journey's steps those that are taken; one that is refused in the journey is left out. */
  readonly steps: number;
  /** Days between the last of them and today, at least. */
  readonly daysAgo: number;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/**
 * A journey as if it had come near today: by whole weeks, so that working days stay working days as far as no holiday falls on
 * them, with every date that its forms hold.
 */
export function movedJourney(journey: Journey, { village, title, steps, daysAgo, today }: Moved): Journey {
  const taken = journey.steps.filter(({ expect }) => expect?.refusedBy === undefined).slice(0, steps);
  const last = taken.at(-1)?.on ?? journey.start.on;
  const room = daysBetween(last, today) - daysAgo;
  const days = Math.floor(room / WEEK) * WEEK;
  return {
    ...journey,
    village,
    start: { ...journey.start, on: laterBy(days, journey.start.on), title },
    steps: taken.map((step) => named(title, journey.start.title, stepLaterBy(days, step))),
  };
}

/** A form that says what the case is called says what it is called now. */
function named(title: string, before: string, step: JourneyStep): JourneyStep {
  if (!('submit' in step) || step.submit['title'] !== before) return step;
  return { ...step, submit: { ...step.submit, title } };
}

/** What is looked for afterwards is not what the journey's own calendar said. */
function stepLaterBy(days: number, step: JourneyStep): JourneyStep {
  const { expect: _expect, ...rest } = step;
  return valueLaterBy(days, rest as unknown as JsonObject) as unknown as JourneyStep;
}

function valueLaterBy(days: number, value: Json): Json {
  if (typeof value === 'string') return value.replace(DAY, (day) => laterBy(days, day));
  if (Array.isArray(value)) return value.map((one) => valueLaterBy(days, one as Json));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, valueLaterBy(days, one as Json)]),
  );
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const laterBy = (days: number, day: string): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
