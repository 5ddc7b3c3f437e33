import {
  advance,
  engineFlags,
  evolveAll,
  initialState,
  type Advance,
  type Command,
  type Effect,
  type EngineContext,
  type EngineEvent,
  type ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required, type JsonObject, type Result } from '@wuqing/kernel';
import { fixedClock, type FixedClock } from './fixed-clock.js';
import { traceOf } from './trace-of.js';

type MigrateProcessInstance = Extract<Command, { type: 'MigrateProcessInstance' }>;
type Rejection = Extract<ReturnType<typeof advance>, { ok: false }>['error'];

/**
 * Drives one process instance as the shell would: every command's events are folded into the state, which then goes
 * through JSON, as it does between two runs of a workflow. Elements are named by id, their latest visit is meant.
 * The instance is one that starts today: it has every flag, unless `more` says otherwise.
 */
export class InstanceDriver {
  state: ProcessInstanceState = initialState();
  readonly journal: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  readonly clock: FixedClock = fixedClock();

  constructor(
    public process: ExecutableProcess,
    private more: Partial<EngineContext> = {},
  ) {}

  get calledProcesses(): Readonly<Record<string, ExecutableProcess>> {
    return this.more.calledProcesses ?? {};
  }

  get context(): EngineContext {
    return {
      now: this.clock.now(),
      timeZone: 'Asia/Shanghai',
      flags: engineFlags,
      hostFunctions: {},
      ...this.more,
    };
  }

  /** Carries the command out, or answers with its refusal and leaves everything as it was. */
  send(command: Command): Result<Advance, Rejection> {
    const answer = advance(this.process, this.state, command, this.context);
    if (!answer.ok) return answer;
    this.journal.push(...answer.value.events);
    this.effects.push(...answer.value.effects);
    this.state = JSON.parse(
      JSON.stringify(evolveAll(this.state, answer.value.events)),
    ) as ProcessInstanceState;
    return answer;
  }

  /** The trace of a command that must not be refused. */
  run(command: Command): string {
    const answer = this.send(command);
    if (!answer.ok) throw new Error(`Expected ${command.type} to be carried out: ${answer.error.message}`);
    return traceOf(answer.value.events);
  }

  /** Another version of its process, by which it goes on unless it is refused. */
  migrate(
    to: ExecutableProcess,
    { mapping, timers }: Pick<MigrateProcessInstance, 'mapping' | 'timers'>,
  ): Result<Advance, Rejection> {
    const before = this.more;
    this.more = { ...before, migrateTo: to };
    const answer = this.send({ type: 'MigrateProcessInstance', mapping, timers, reason: 'r' });
    this.more = before;
    if (answer.ok) this.process = to;
    return answer;
  }

  start = (variables: JsonObject = {}, startEvent?: string): string =>
    this.run({ type: 'StartProcessInstance', variables, ...(startEvent !== undefined && { startEvent }) });

  complete = (elementId: string, variables: JsonObject = {}): string =>
    this.run({ type: 'CompleteUserTask', userTask: this.keyOf(elementId, this.state.userTasks), variables });

  fire = (elementId: string): string =>
    this.run({ type: 'TriggerTimer', timer: this.keyOf(elementId, Object.keys(this.state.timers)) });

  correlate = (elementId: string, variables: JsonObject = {}): string =>
    this.run({
      type: 'CorrelateMessage',
      subscription: this.keyOf(elementId, Object.keys(this.state.subscriptions)),
      variables,
    });

  signal = (elementId: string, variables: JsonObject = {}): string =>
    this.run({
      type: 'TriggerSignal',
      subscription: this.keyOf(elementId, Object.keys(this.state.signals ?? {})),
      variables,
    });

  /** A service answers with a business error. */
  fail = (elementId: string, errorCode: string, variables: JsonObject = {}): string =>
    this.run({
      type: 'ThrowServiceError',
      serviceTask: this.keyOf(elementId, Object.keys(this.state.services)),
      errorCode,
      message: 'no',
      variables,
    });

  serve = (elementId: string, variables: JsonObject = {}): string =>
    this.run({
      type: 'CompleteServiceTask',
      serviceTask: this.keyOf(elementId, Object.keys(this.state.services)),
      variables,
    });

  resolve = (elementId: string): string =>
    this.run({ type: 'ResolveIncident', incident: this.keyOf(elementId, Object.keys(this.state.incidents)) });

  returnTo = (target: string): string => this.run({ type: 'ReturnToStep', target, reason: 'r' });

  /** Ids of the elements that people can work on now, in order of opening. */
  get open(): string[] {
    return this.state.userTasks.map(elementIdOf);
  }

  /** Keys of all that runs, waits or is stuck: nothing of it may be left at the end. */
  get leftovers(): string[] {
    const { instances, joins, timers, subscriptions, services, incidents, userTasks } = this.state;
    const { signals = {}, conditions = {}, compensations = {} } = this.state;
    return [instances, joins, timers, subscriptions, services, incidents, signals, conditions, compensations]
      .flatMap(Object.keys)
      .concat(userTasks);
  }

  /** The value of a variable of the process itself. */
  variable(name: string): unknown {
    return this.state.variables[`${this.process.key}#0`]?.[name];
  }

  private keyOf(elementId: string, keys: readonly string[]): string {
    return required(
      keys.findLast((key) => elementIdOf(key) === elementId),
      `an open ${elementId}`,
    );
  }
}

const elementIdOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));
