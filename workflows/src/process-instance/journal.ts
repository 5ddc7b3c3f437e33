import { ActivityFailure, ApplicationFailure, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type {
  Bindings,
  JournalAnswer,
  JournalProposal,
  JournalReading,
  ServiceResult,
  StandingEntries,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';
import {
  failureTypes,
  type BindingRequest,
  type LedgerQuestion,
  type LoadedDefinition,
  type ProcessActivities,
} from '@wuqing/workflow-contracts';

type Recording = 'recordJournalEntry' | 'readJournal' | 'nameStuckCommand' | 'askLedger';

/** One transaction: a second is long. After 15 s the command fails as unavailable and live state is untouched. */
const recording = proxyLocalActivities<Pick<ProcessActivities, Recording>>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '15s',
  localRetryThreshold: '20s',
  retry: { initialInterval: '100ms', maximumInterval: '2s' },
});

const loading = proxyLocalActivities<Omit<ProcessActivities, Recording>>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '15s',
  localRetryThreshold: '20s',
});

const PAUSE = '5s';
/** Until an operator has mended what is wrong; each time twice as long, so that the history does not fill up meanwhile. */
const MENDING_PAUSE_MS = 60_000;
const MENDING_PAUSE_MAX_MS = 3_600_000;

/** How long the next attempt of what cannot be recorded is put off, in ms. */
export const mendingPause = (attempts: number): number =>
  Math.min(MENDING_PAUSE_MAX_MS, MENDING_PAUSE_MS * 2 ** Math.min(attempts, 10));

/** Throws `Unavailable` or `Incident`; a cancelled workflow's own failure passes through. */
export async function record(proposal: JournalProposal): Promise<JournalAnswer> {
  try {
    return await recording.recordJournalEntry(proposal);
  } catch (error) {
    throw failureOf(error, proposal.commandId);
  }
}

export async function readJournal(reading: JournalReading): Promise<StandingEntries> {
  try {
    return await recording.readJournal(reading);
  } catch (error) {
    throw failureOf(error, reading.commandId);
  }
}

/** Throws as `record` does. */
export async function askLedger(asked: LedgerQuestion): Promise<ServiceResult> {
  try {
    return await recording.askLedger(asked);
  } catch (error) {
    throw failureOf(error, asked.commandId);
  }
}

/** A bug of ours, thrown while a command was decided: the command is named and given up, and the case goes on for others. */
export async function undecidable(caseId: string, commandId: string, error: unknown): Promise<unknown> {
  const { name, message } = error as Error;
  const fault = message.startsWith('Expected ')
    ? message
    : `Expected a command that can be decided, found ${name}`;
  try {
    await recording.nameStuckCommand({ caseId, commandId, fault });
  } catch (failure) {
    return failureOf(failure, commandId);
  }
  return ApplicationFailure.nonRetryable(
    `Command ${commandId} cannot be decided: ${fault}`,
    failureTypes.incident,
  );
}

function failureOf(error: unknown, commandId: string): unknown {
  if (!(error instanceof ActivityFailure)) return error;
  const { cause } = error;
  if (cause instanceof ApplicationFailure && cause.type === failureTypes.incident) {
    return ApplicationFailure.nonRetryable(
      `Command ${commandId} cannot be recorded: ${cause.message}`,
      failureTypes.incident,
    );
  }
  return ApplicationFailure.nonRetryable(
    'The journal cannot be reached at the moment',
    failureTypes.unavailable,
  );
}

/** A case without its definition can do nothing: it asks until the database answers. */
export const loadDefinition = (checksum: string): Promise<LoadedDefinition> =>
  untilAnswered(() => loading.loadDefinition({ checksum }));

export const loadCalendar = (version: number): ReturnType<ProcessActivities['loadCalendar']> =>
  untilAnswered(() => loading.loadCalendar({ version }));

export const bindCalled = (request: BindingRequest): Promise<Bindings> =>
  untilAnswered(() => loading.bindCalled(request));

export const loadCalledProcess = (checksum: string): Promise<ExecutableProcess> =>
  untilAnswered(() => loading.loadCalledProcess({ checksum }));

export const loadDecision = (checksum: string): Promise<CompiledDecision> =>
  untilAnswered(() => loading.loadDecision({ checksum }));

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
    }
    await sleep(PAUSE);
  }
}

/**
 * For commands of the workflow's own, which have no caller to tell: repeat until the journal is back, or until an
 * operator has mended what made the entry impossible. Undefined where `isPutOff` says that such an entry shall not be
 * waited for.
 */
export async function untilRecorded<T>(
  submit: () => Promise<T>,
  isPutOff: () => boolean = () => false,
): Promise<T | undefined> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await submit();
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || error.type === failureTypes.rejection) throw error;
      if (error.type !== failureTypes.incident) await sleep(PAUSE);
      else if (isPutOff()) return undefined;
      else await sleep(mendingPause(attempts));
    }
  }
}
