import {
  advance,
  engineFlags,
  evolve,
  initialState,
  type Command,
  type Effect,
  type EngineEvent,
  type OpenUserTask,
  type ProcessInstanceState,
  type Rejection,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { deliberationFunctions, laneServices } from '@wuqing/deliberation';
import { instantOf, required, type Instant, type JsonObject, type Result } from '@wuqing/kernel';
import { isLedgerService } from '@wuqing/ledger';
import { gatherServices } from '@wuqing/ledger/services';
import { clockServices } from '@wuqing/service-level';
import {
  feelHostFunctions,
  indexCalendar,
  localDateOf,
  officialCalendar,
  parseLocalDate,
  parseTerm,
  termEnd,
  type IndexedCalendar,
} from '@wuqing/working-calendar';
import { LedgersInMemory } from './ledgers-in-memory.js';
import { unbarredFacts } from './unbarred-facts.js';

export const calendar: IndexedCalendar = indexCalendar(officialCalendar);
const pureServices = { ...laneServices, ...clockServices, ...gatherServices };
const hostFunctions = { ...feelHostFunctions(calendar), ...deliberationFunctions };
const timeZone = 'Asia/Shanghai';

/** What one act led to, with the days that people read. */
export interface Outcome {
  readonly opens: Readonly<Record<string, string | null>>;
  readonly timers: Readonly<Record<string, string>>;
  readonly cancels: readonly string[];
  readonly ended: readonly string[];
}

const elementIdOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));

/** One case in memory, walked as the shell would: lane services in the same turn, timers when their day begins. For specs. */
export class CaseWalker {
  state: ProcessInstanceState = initialState();
  private now: Instant = instantOf('2026-01-01T09:00:00+08:00');
  private events: EngineEvent[] = [];
  private effects: Effect[] = [];
  private readonly submitted = new Map<string, JsonObject>();

  constructor(
    readonly process: ExecutableProcess,
    readonly ledgers = new LedgersInMemory(),
    /** What its call activities call, by process key. */
    private readonly calledProcesses: Readonly<Record<string, ExecutableProcess>> = {},
  ) {}

  /** Moves to nine o'clock of that day; what is due by then fires on the way. */
  goTo(day: string): void {
    const until = instantOf(`${day}T09:00:00+08:00`);
    for (let due = this.nextTimer(until); due; due = this.nextTimer(until)) {
      this.now = due.dueAt;
      required(
        this.send({ type: 'TriggerTimer', timer: due.key }).ok || undefined,
        `timer ${due.key} to fire`,
      );
    }
    this.now = until;
  }

  start = (variables: JsonObject) => this.send({ type: 'StartProcessInstance', variables });

  complete(elementId: string, variables: JsonObject): Result<null, Rejection> {
    const userTask = this.keyOf(elementId, this.state.userTasks);
    const { process, own } = this.placeOf(elementId);
    const told = { ...unbarredFacts(process, own, variables), ...variables };
    this.submitted.set(own, variables);
    const read = Object.entries(told).filter(([name]) => process.reads.includes(name));
    return this.send({ type: 'CompleteUserTask', userTask, variables: Object.fromEntries(read) });
  }

  correlate(messageName: string, variables: JsonObject): Result<null, Rejection> {
    const open = Object.entries(this.state.subscriptions).find(
      ([, waiting]) => waiting.messageName === messageName,
    );
    const [subscription] = required(open, `an open subscription to ${messageName}`);
    return this.send({ type: 'CorrelateMessage', subscription, variables });
  }

  /** Ids of the end events that were come to since the case began. */
  readonly endedAt = new Set<string>();

  returnTo = (target: string) => this.send({ type: 'ReturnToStep', target, reason: '责令改正' });

  /** What happened since the last call. */
  outcome(): Outcome {
    const { effects, events } = this;
    [this.effects, this.events] = [[], []];
    return {
      opens: Object.fromEntries(
        effects.filter(isOpening).map((effect) => [effect.elementId, this.dueOn(effect)]),
      ),
      timers: Object.fromEntries(
        effects.flatMap((effect) =>
          effect.type === 'ScheduleTimer' ? [[effect.elementId, localDateOf(effect.dueAt, timeZone)]] : [],
        ),
      ),
      cancels: effects.flatMap((effect) =>
        effect.type === 'CloseUserTask' && effect.how === 'canceled' ? [elementIdOf(effect.userTask)] : [],
      ),
      ended: this.endsOf(events),
    };
  }

  /** Ids of the tasks that people can work on. */
  get open(): string[] {
    return this.state.userTasks.map(elementIdOf);
  }

  /** Puts the process's variables into a state that no road leads to, to see whether a bar holds there too. */
  override(values: JsonObject): void {
    const root = `${this.process.key}#0`;
    const variables = { ...this.state.variables, [root]: { ...this.state.variables[root], ...values } };
    this.state = { ...this.state, variables };
  }

  variable = (name: string): unknown => this.state.variables[`${this.process.key}#0`]?.[name];

  private send(command: Command): Result<null, Rejection> {
    const queue: Command[] = [command];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { now } = this;
      const answer = advance(this.process, this.state, next, {
        now,
        timeZone,
        flags: engineFlags,
        hostFunctions,
        calledProcesses: this.calledProcesses,
      });
      if (!answer.ok) return answer;
      this.state = answer.value.events.reduce(evolve, this.state);
      this.events.push(...answer.value.events);
      for (const id of this.endsOf(answer.value.events)) this.endedAt.add(id);
      for (const effect of answer.value.effects) {
        if (effect.type === 'InvokeServiceTask')
          queue.push(this.served(effect.serviceTask, effect.taskType, effect.inputs));
        else this.effects.push(effect);
      }
    }
    return { ok: true, value: null };
  }

  private endsOf(events: readonly EngineEvent[]): string[] {
    return events.flatMap((event) =>
      event.type === 'ElementCompleted' && this.nodeOf(event.elementId)?.type === 'endEvent'
        ? [event.elementId]
        : [],
    );
  }

  private served(serviceTask: string, taskType: string, inputs: JsonObject): Command {
    if (isLedgerService(taskType)) return this.ledgers.serve(serviceTask, taskType, inputs, this.submitted);
    const result = required(pureServices[taskType], `a service named ${taskType}`)(inputs);
    return result.ok
      ? { type: 'CompleteServiceTask', serviceTask, variables: result.value }
      : { type: 'FailServiceTask', serviceTask, message: result.error };
  }

  private nextTimer(until: Instant): { readonly key: string; readonly dueAt: Instant } | undefined {
    return Object.entries(this.state.timers)
      .map(([key, { dueAt }]) => ({ key, dueAt }))
      .filter(({ dueAt }) => dueAt <= until)
      .sort((one, other) => one.dueAt - other.dueAt)[0];
  }

  private dueOn({ elementId, extensions }: OpenUserTask): string | null {
    const values = extensions.find(({ name }) => name === 'serviceLevel');
    if (!values) return null;
    const { from, due } = values.values;
    if (typeof due === 'string') return due;
    const { attributes } = required(
      this.nodeOf(elementId)?.extensions[values.index],
      `service level of ${elementId}`,
    );
    const term = parseTerm(attributes['term'] ?? '');
    const anchor = required(parseLocalDate(from), `anchor of ${elementId}, found ${JSON.stringify(from)}`);
    return term.ok ? termEnd(calendar, anchor, term.value).date : null;
  }

  /** The process that an element lies in, and its own name there: `rectify/issue-rectification` is one of a called process. */
  private placeOf(elementId: string): { readonly process: ExecutableProcess; readonly own: string } {
    const calls = elementId.split('/');
    const own = calls.pop()!;
    const process = calls.reduce((caller, call) => {
      const node = caller.nodes[call];
      return required(
        node?.type === 'callActivity' ? this.calledProcesses[node.calledProcess] : undefined,
        `a called process at ${call}`,
      );
    }, this.process);
    return { process, own };
  }

  private nodeOf(elementId: string): FlowNode | undefined {
    const { process, own } = this.placeOf(elementId);
    return process.nodes[own];
  }

  private keyOf(elementId: string, keys: readonly string[]): string {
    return required(
      keys.findLast((key) => elementIdOf(key) === elementId),
      `an open ${elementId} among ${keys.join(', ')}`,
    );
  }
}

const isOpening = (effect: Effect): effect is OpenUserTask => effect.type === 'OpenUserTask';
