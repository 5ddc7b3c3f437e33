import { dayOf, type StepOutcome } from '@wuqing/dev-runtime/drive';
import type { Journey, JourneyStep } from '@wuqing/process-library';
import type { Known } from './one-day-too-early.js';

export interface Told {
  readonly step: JourneyStep;
  readonly outcome: StepOutcome;
}

export const timerDays = ({ lines }: StepOutcome): string[] =>
  lines.filter(({ kind }) => kind === 'timer').map(({ on }) => on);

interface SheetDates {
  /** Element → the last days of its terms, one for each time that it opened. */
  readonly due: Readonly<Record<string, readonly string[]>>;
  /** Every day on which the case went on by itself. */
  readonly timers: readonly string[];
}

/** The days as sheet 1(c) itself tells them, whatever the journey's file says. */
export function expectSheet(told: readonly Told[], { due, timers }: SheetDates): void {
  const opened = told.flatMap(({ outcome }) => outcome.opened);
  for (const [element, days] of Object.entries(due)) {
    const found = opened.filter(({ elementId }) => elementId === element).map(({ clock }) => clock?.dueOn);
    expect([element, found]).toEqual([element, days]);
  }
  expect(told.flatMap(({ outcome }) => timerDays(outcome))).toEqual(timers);
}

/** Element → last day of its term, of the tasks that opened. */
export function expectDates(
  { opened }: StepOutcome,
  expected: Readonly<Record<string, string | null>> = {},
): void {
  expect(Object.fromEntries(opened.map(({ elementId, clock }) => [elementId, clock?.dueOn ?? null]))).toEqual(
    expected,
  );
}

export function expectStep(
  { on, expect: expected = {}, ...step }: JourneyStep,
  outcome: StepOutcome,
  { timers }: Known,
): void {
  expect([on, outcome.refusal?.guard]).toEqual([on, expected.refusedBy]);
  expect(outcome.seen.incidents).toEqual([]);
  if (expected.opens || expected.refusedBy) expectDates(outcome, expected.opens);
  if (expected.cancels) {
    const canceled = outcome.canceled.map(({ elementId }) => elementId).sort();
    expect(canceled).toEqual([...expected.cancels].sort());
  }
  if ('wait' in step) {
    expect(outcome.openedEarly).toEqual([]);
    expect(timerDays(outcome)).toEqual(Object.values(timers).filter((day) => day === on));
  }
  if (expected.ends)
    expect([outcome.seen.status, dayOf(outcome.seen.endedAt ?? '')]).toEqual(['completed', on]);
}

/**
 * A step's expectation as far as its own case shows it: an end beside the main road is none of the case, and what a called process
 * opens is in a case of its own.
 */
export function seenFromCase(
  { steps }: Journey,
  { expect: expected = {}, ...step }: JourneyStep,
): JourneyStep {
  const { ends, opens, ...rest } = expected;
  const own = Object.entries(opens ?? {}).filter(([element]) => !element.includes('/'));
  const isLast = steps.at(-1)?.on === step.on && ends !== undefined && !WITHIN.includes(ends);
  return {
    ...step,
    expect: { ...rest, ...(opens && { opens: Object.fromEntries(own) }), ...(isLast && { ends }) },
  } as JourneyStep;
}

const WITHIN = [
  'end-extended',
  'end-extension-refused',
  'end-hearing',
  'end-urgent',
  'end-reminded',
  'end-withdrawal',
  'end-evidence-filed',
  'end-linked',
];
