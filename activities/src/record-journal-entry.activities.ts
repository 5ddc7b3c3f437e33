import { ApplicationFailure } from '@temporalio/activity';
import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required, type Result } from '@wuqing/kernel';
import {
  PositionGap,
  askWorkflowCheck,
  faultOf,
  isPassing,
  noteFailure,
  positionOf,
  readEntries,
  recordEntry,
  type Actor,
  type EntryContext,
  type OrganizationReader,
  type StepLevels,
  type UnitOfWork,
} from '@wuqing/persistence';
import { failureTypes, type ProcessActivities } from '@wuqing/workflow-contracts';
import {
  continueClock,
  moveCaseClock,
  pauseClock,
  resumeClock,
  type ServiceLevelClock,
} from '@wuqing/service-level';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { DefinitionStore } from './definition-store.js';
import { planClocks } from './plan-clocks.js';
import { planNotices } from './plan-notices.js';
import type { UnitDirectory } from './unit-directory.js';

export interface JournalDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  readonly definitions: DefinitionStore;
  readonly units: UnitDirectory;
  readonly organization: OrganizationReader;
  readonly levels: StepLevels;
  readonly newId: () => string;
  readonly sha256: (text: string) => string;
  /** Epoch ms, the machine's. */
  readonly now: () => number;
}

export function createJournalActivities(
  dependencies: JournalDependencies,
): Pick<ProcessActivities, 'recordJournalEntry' | 'readJournal' | 'nameStuckCommand'> {
  const { unitOfWork, actor } = dependencies;
  return {
    async recordJournalEntry(proposal) {
      try {
        const context = await contextOf(proposal, dependencies);
        return await recordEntry({ unitOfWork, actor }, proposal, context);
      } catch (error) {
        if (isPassing(error)) throw error;
        if (error instanceof PositionGap) throw await askedForward(proposal, error, dependencies);
        await nameIncident(proposal, error, dependencies);
        throw ApplicationFailure.nonRetryable(faultOf(error), failureTypes.incident);
      }
    },
    async nameStuckCommand({ fault, ...command }) {
      await nameIncident(command, new Error(fault), dependencies);
    },
    readJournal: ({ caseId, position, commandId }) =>
      unitOfWork.run(actor, async (work) => {
        const own = await positionOf(work, caseId, commandId);
        const entries = await readEntries(work, caseId, position);
        return { entries, ...(own === null ? {} : { own: { status: 'accepted' as const, position: own } }) };
      }),
  };
}

async function contextOf(
  proposal: JournalProposal,
  dependencies: JournalDependencies,
): Promise<EntryContext> {
  const { definitions, units } = dependencies;
  const calendar = await definitions.calendarIndex(proposal.calendarVersion);
  if (units.isEmpty) await units.load();
  const called = new Map<string, EntryContext>();
  const inCalled = (checksum: string): EntryContext =>
    required(called.get(checksum), `definition ${checksum}`);
  const of = async (checksum: string): Promise<EntryContext> => ({
    ...entryContextOf(await definitions.process(checksum), calendar, dependencies),
    isCalled: false,
    inCalled,
  });
  for (const { definitionChecksum } of proposal.called?.parts ?? [])
    called.set(definitionChecksum, { ...(await of(definitionChecksum)), isCalled: true });
  return of(proposal.definitionChecksum);
}

const entryContextOf = (
  process: ExecutableProcess,
  calendar: IndexedCalendar,
  { units, newId, sha256, organization, levels, now }: JournalDependencies,
): Omit<EntryContext, 'inCalled' | 'isCalled'> => ({
  process,
  planClocks: (task, at) => planClocks(process, task, at, calendar),
  pauseClock: (clock, at, reason) => moved(pauseClock(clock, at, reason)),
  resumeClock: (clock, at) => moved(resumeClock(clock, at, calendar)),
  moveClock: (clock, move, at) => moved(moveCaseClock(clock, move, { at, calendar })),
  continueClock: (opened, before) => continueClock(opened, before, calendar),
  planNotices: (elementId, submission) => planNotices(process, elementId, submission),
  holderOf: (reference, unitId) => units.holderOf(reference, unitId),
  organizationIn: (work) => organization.at(work, now()),
  levels,
  newId,
  sha256,
});

/** The row was chosen by its state under the case's lock: a clock that cannot be moved is a bug, ours or the process file's. */
function moved(clock: Result<ServiceLevelClock, string>): ServiceLevelClock {
  if (!clock.ok) throw new Error(`Expected a clock that can be moved: ${clock.error}`);
  return clock.value;
}

/** The workflow knows more than the journal, which decides: it is replaced, and the command is sent to the new one. */
async function askedForward(
  { caseId }: JournalProposal,
  { message: reason }: PositionGap,
  { unitOfWork, actor, now }: JournalDependencies,
): Promise<ApplicationFailure> {
  const wish = { actorId: actor.id, reason, now: now() };
  await unitOfWork.run(actor, (work) => askWorkflowCheck(work, caseId, wish));
  return ApplicationFailure.nonRetryable(reason, failureTypes.unavailable);
}

/** What cannot be recorded is not tried for ever: it gets a line that names the command, and the case goes on for others. */
function nameIncident(
  { caseId, commandId }: Pick<JournalProposal, 'caseId' | 'commandId'>,
  error: unknown,
  { unitOfWork, actor, now }: JournalDependencies,
): Promise<unknown> {
  const failure = {
    queue: 'journal-entry',
    rowId: `${caseId}/${commandId}`,
    caseId,
    error,
    now: now(),
  } as const;
  return unitOfWork.run(actor, (work) => noteFailure(work, { ...failure, triesMax: 1 }));
}
