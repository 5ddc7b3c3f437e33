import type { EngineEvent, JournalEntry } from '@wuqing/bpmn-engine';
import {
  alertsOfCase,
  deadlinesOfCase,
  historyOf,
  noticesOfCase,
  openIncidents,
  openSubscriptions,
  readEntries,
  submissionsOf,
  type AlertRow,
  type CaseNotice,
  type DeadlineRow,
  type HistoryEntry,
  type IncidentRow,
  type SubmissionRow,
  type SubscriptionRow,
  type Work,
} from '@wuqing/persistence';
import type { SeenCase } from './case-reader.js';
import { historyAsSeen } from './history-as-seen.js';
import { asKnown, type Known } from './known.js';
import type { SeenTask } from './visible-records.js';

/** Clocks of one case on its page and in its story. */
const CLOCKS_MAX = 1_000;

/** What a case's pages show of it: each record only to whoever may know of its step. */
export const clocksOf = async (work: Work, { row, sight }: SeenCase): Promise<Known<DeadlineRow>[]> =>
  (await deadlinesOfCase(work, row.id, CLOCKS_MAX))
    .filter(({ step }) => sight.knows(step.elementId))
    .map(asKnown);

export const incidentsOf = async (work: Work, { row, sight }: SeenCase): Promise<Known<IncidentRow>[]> =>
  (await openIncidents(work, row.id)).filter(({ elementId }) => sight.knows(elementId)).map(asKnown);

/** What the case waits for, as far as it may be known that it waits. */
export const waitingFor = async (work: Work, { row, sight }: SeenCase): Promise<Known<SubscriptionRow>[]> =>
  (await openSubscriptions(work, row.id))
    .filter(({ elementId }) => sight.knowsWaiting(elementId))
    .map(asKnown);

export const alertsIn = async (work: Work, { row, sight }: SeenCase): Promise<Known<AlertRow>[]> =>
  (await alertsOfCase(work, row.id)).filter(({ step }) => sight.knows(step.elementId)).map(asKnown);

export const noticesIn = async (work: Work, { row, sight }: SeenCase): Promise<Known<CaseNotice>[]> =>
  (await noticesOfCase(work, row.id)).filter(({ elementId }) => sight.knows(elementId)).map(asKnown);

export const submissionsIn = async (
  work: Work,
  { row, sight, opened }: SeenCase,
): Promise<Known<SubmissionRow>[]> => {
  const own = (await submissionsOf(work, row.id)).filter(({ elementId }) => sight.knows(elementId));
  return (await opened(work, own)).map(asKnown);
};

/** What was submitted in a step that the reader knows, also when it was done before. */
export const submissionsOfStep = async (
  work: Work,
  { row, opened }: SeenTask,
): Promise<Known<SubmissionRow>[]> => {
  const own = (await submissionsOf(work, row.caseId)).filter(({ elementId }) => elementId === row.elementId);
  return (await opened(work, own)).map(asKnown);
};

/** The case's journal, as far as the reader may know it. */
export const historyIn = async (
  work: Work,
  { row, sight, definition }: SeenCase,
): Promise<Known<HistoryEntry>[]> => {
  const history = await historyOf(work, row.id);
  return historyAsSeen(history, { sight, process: definition.compiled }).map(asKnown);
};

/** The whole journal as it was written, to decide by and never to show. */
export const journalToDecideBy = (work: Work, { row }: SeenCase): Promise<JournalEntry[]> =>
  readEntries(work, row.id, 0);

/** The same, for whoever has one of its steps in hand. */
export const journalOfTask = (work: Work, { row }: SeenTask): Promise<JournalEntry[]> =>
  readEntries(work, row.caseId, 0);

/** All that happened, by the ids of the version that the case goes by now; to decide by and never to show. */
export const eventsToDecideBy = async (work: Work, { row }: SeenCase): Promise<EngineEvent[]> =>
  (await historyOf(work, row.id)).flatMap(({ events }) => events);
