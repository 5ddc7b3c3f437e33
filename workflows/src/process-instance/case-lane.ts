import { ApplicationFailure, patched } from '@temporalio/workflow';
import {
  commandInCalled,
  evolveAll,
  initialState,
  type Effect,
  type EngineContext,
  type JournalEntry,
  type ProcessInstanceState,
  type Rejection,
  type ServiceAnswer,
  type ServiceQuestion,
  type StandingEntries,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { feelHostFunctions, indexCalendar } from '@wuqing/working-calendar';
import { deliberationFunctions, laneServices } from '@wuqing/deliberation';
import { clockServices } from '@wuqing/service-level';
import { err, ok, required, type Instant } from '@wuqing/kernel';
import { gatherServices, isLedgerService } from '@wuqing/ledger/services';
import {
  failureTypes,
  type CommandEnvelope,
  type CommandOutcome,
  type LoadedDefinition,
  type ProcessInstanceInput,
} from '@wuqing/workflow-contracts';
import { CalledDefinitions, type MigrationGoal, type VersionedProcess } from './called-definitions.js';
import { CommandLane } from './command-lane.js';
import { decide, isOpen, unserved, type Decided } from './decide.js';
import { EarlyDecision, type Premise } from './early-decision.js';
import {
  askLedger,
  loadCalendar,
  loadCalledProcess,
  loadDefinition,
  readJournal,
  record,
  undecidable,
} from './journal.js';
import { caseNow } from './workflow-clock.js';

const pureServices = { ...laneServices, ...clockServices, ...gatherServices };

/** What the case has evolved to, and the one door through which it evolves further. */
export class CaseLane {
  state: ProcessInstanceState;
  position: number;
  /** Of the definition by which it goes on. */
  checksum: string;
  /** The first turn of the lane: an update that started the case waits behind it. */
  readonly loaded: Promise<void>;
  readonly called: CalledDefinitions;
  private readonly lane = new CommandLane();
  private definition: LoadedDefinition | undefined;
  private hostFunctions: EngineContext['hostFunctions'] = {};
  private readonly early = new EarlyDecision();

  constructor(
    private readonly input: ProcessInstanceInput,
    private readonly perform: (effects: readonly Effect[], position: number) => void,
  ) {
    this.state = input.carried?.state ?? initialState();
    this.position = input.carried?.position ?? 0;
    this.checksum = input.definitionChecksum;
    this.called = new CalledDefinitions(input.carried?.bindings);
    this.loaded = this.lane.run(async () => {
      await this.called.resume();
      this.use(await loadDefinition(input.definitionChecksum));
    });
  }

  get now(): Instant {
    return caseNow(this.input.clockOffsetMs);
  }

  private get version(): VersionedProcess {
    return {
      checksum: this.checksum,
      process: required(this.definition, 'a loaded definition').process,
    };
  }

  get processKey(): string | undefined {
    return this.definition?.process.key;
  }

  /** The refusal that needs no turn of the lane; a workflow that knows less than the sender refuses nothing yet. */
  refusalOf(envelope: CommandEnvelope): Rejection | undefined {
    if (!this.definition || (envelope.seenPosition ?? 0) > this.position) return undefined;
    if (envelope.migrateTo !== undefined) return undefined; // the version has to be loaded first
    const decision = this.decideEarly(envelope);
    if (!decision || isOpen(decision)) return undefined; // what is asked of a ledger is answered in its own turn
    this.early.keep(this.premiseOf(envelope), decision);
    return decision.ok ? undefined : decision.error;
  }

  /** Undefined where no decision can be made of it: its own turn says so. */
  private decideEarly(envelope: CommandEnvelope): Decided | undefined {
    try {
      return this.decide(envelope);
    } catch {
      return undefined;
    }
  }

  private premiseOf({ commandId }: CommandEnvelope): Premise {
    return { commandId, position: this.position, now: this.now };
  }

  /** What has nothing to wait for is not awaited: every promise of a workflow keeps the stack that made it. */
  submit(envelope: CommandEnvelope): Promise<CommandOutcome> {
    return this.lane.run(async () => {
      if (this.isNewer(envelope.calendarVersion)) this.use(await this.renewed(envelope.calendarVersion));
      if ((envelope.seenPosition ?? 0) > this.position) {
        const done = await this.catchUp(envelope);
        if (done) return done;
      }
      const target = envelope.migrateTo === undefined ? undefined : await goalOf(envelope);
      if (this.called.isAsked(this.version, target)) {
        await this.called.refresh(this.version, this.state, target);
        this.early.forget(); // the validator may have known older versions
      }
      const answers: ServiceAnswer[] = [];
      for (;;) {
        const outcome = await this.attempt(envelope, target, answers);
        if (outcome) return outcome;
      }
    });
  }

  /** Adopts what stands in the journal beyond what this workflow has evolved from. */
  catchUpTo(seenPosition: number): Promise<void> {
    return this.lane.run(async () => {
      if (seenPosition > this.position) await this.catchUp({ commandId: 'catch-up' });
    });
  }

  /** The sender saw more of the journal than this workflow has evolved from: a crash came between commit and task end. */
  private async catchUp({
    commandId,
  }: Pick<CommandEnvelope, 'commandId'>): Promise<CommandOutcome | undefined> {
    return this.adoptAll(
      await readJournal({ caseId: this.input.caseId, position: this.position, commandId }),
    );
  }

  /**
   * One proposal; undefined where the command has to be decided again: other entries stood first, or a question was answered,
   * which stands in `answers` from then on.
   */
  private async attempt(
    envelope: CommandEnvelope,
    target: VersionedProcess | undefined,
    answers: ServiceAnswer[],
  ): Promise<CommandOutcome | undefined> {
    let decision: Decided | undefined = this.early.take(this.premiseOf(envelope));
    try {
      decision ??= this.decide(envelope, target?.process, answers);
    } catch (error) {
      throw await undecidable(this.input.caseId, envelope.commandId, error);
    }
    if (!decision.ok) throw refusal(decision.error, this.position);
    if (isOpen(decision)) {
      answers.push(await this.ask(envelope, decision.value.question));
      return undefined;
    }
    const { events, effects, state } = decision.value;
    const bindings = this.called.unrecorded;
    const called = this.called.partsOf(this.version.process, this.state, decision.value);
    const answer = await record({
      caseId: this.input.caseId,
      definitionChecksum: target?.checksum ?? this.checksum,
      position: this.position,
      commandId: envelope.commandId,
      commandKind: envelope.command.type,
      actorId: envelope.actorId,
      taskRowVersion: envelope.taskRowVersion,
      at: this.now,
      events,
      effects,
      statusAfter: state.status,
      calendarVersion: this.definition?.calendarVersion,
      ...(bindings && { bindings }),
      ...(called && { called }),
      ...(decision.value.answers.length > 0 && { answers: decision.value.answers }),
    });
    if (answer.kind === 'conflict')
      throw ApplicationFailure.nonRetryable(answer.message, failureTypes.conflict);
    if (answer.kind === 'otherwise') {
      answers.splice(0, answers.length, ...answer.answers);
      return undefined;
    }
    if (answer.kind === 'standing') return this.adoptAll(answer);
    this.called.hasRecorded();
    if (target) this.goOnBy(target);
    this.state = state;
    this.position += 1;
    this.perform(effects, this.position - 1);
    return answer.outcome;
  }

  private async ask(
    { commandId, actorId }: CommandEnvelope,
    question: ServiceQuestion,
  ): Promise<ServiceAnswer> {
    if (!patched('ledgers are asked')) return { ...question, result: unserved(question) };
    const { caseId } = this.input;
    return { ...question, result: await askLedger({ caseId, commandId, actorId, at: this.now, question }) };
  }

  private async adoptAll({ entries, own }: StandingEntries): Promise<CommandOutcome | undefined> {
    for (const entry of entries) await this.adopt(entry);
    return own;
  }

  /** Another command's entry stands where ours would: it happened, so the workflow evolves from it. */
  private async adopt(entry: JournalEntry): Promise<void> {
    await this.called.adopt(entry.bindings);
    if (entry.migratedTo !== undefined) this.goOnBy(await versionOf(entry.migratedTo));
    this.state = evolveAll(this.state, entry.events);
    this.position = entry.position + 1;
    this.perform(entry.effects, entry.position);
  }

  private decide(
    { command: said, call }: CommandEnvelope,
    migrateTo?: ExecutableProcess,
    answers: readonly ServiceAnswer[] = [],
  ): Decided {
    const { process, calendar } = required(this.definition, 'a loaded definition');
    if (this.state.status === 'created' && said.type !== 'StartProcessInstance') {
      return err({ code: 'not-running', message: '该事项尚未启动，请稍后再试。' });
    }
    const command = call === undefined ? ok(said) : commandInCalled(this.state, call, said);
    if (!command.ok) return command;
    const context = {
      now: this.now,
      timeZone: calendar.zone,
      flags: this.state.status === 'created' ? (this.input.flags ?? []) : this.state.flags,
      hostFunctions: this.hostFunctions,
      ...this.called.context,
      ...(migrateTo && { migrateTo }),
    };
    return decide(process, this.state, command.value, context, {
      pure: pureServices,
      isAsked: isLedgerService,
      answers,
    });
  }

  private goOnBy({ checksum, process }: VersionedProcess): void {
    this.checksum = checksum;
    this.use({ ...required(this.definition, 'a loaded definition'), process });
  }

  private isNewer(version: number | undefined): version is number {
    return (
      this.definition !== undefined && version !== undefined && version > this.definition.calendarVersion
    );
  }

  private async renewed(version: number): Promise<LoadedDefinition> {
    const calendar = await loadCalendar(version);
    return { ...required(this.definition, 'a loaded definition'), ...calendar };
  }

  private use(definition: LoadedDefinition): void {
    this.definition = definition;
    this.early.forget();
    this.hostFunctions = {
      ...feelHostFunctions(indexCalendar(definition.calendar)),
      ...deliberationFunctions,
    };
  }
}

/** Where a migration leads. */
async function goalOf({ migrateTo, command }: CommandEnvelope): Promise<MigrationGoal | undefined> {
  if (migrateTo === undefined || command.type !== 'MigrateProcessInstance') return undefined;
  return { ...(await versionOf(migrateTo)), mapping: command.mapping };
}

const versionOf = async (checksum: string): Promise<VersionedProcess> => ({
  checksum,
  process: await loadCalledProcess(checksum),
});

/** `position`: how many entries the workflow that refuses has evolved from, for the sender to hold against the journal. */
export const refusal = (rejection: Rejection, position: number): ApplicationFailure =>
  ApplicationFailure.nonRetryable(rejection.message, failureTypes.rejection, rejection, position);
