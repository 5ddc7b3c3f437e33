import { advance, engineFlags, evolve, initialState } from '@wuqing/bpmn-engine';
import { startTriggersOf } from '@wuqing/bpmn-model';
import { servedBy } from './scripts.mjs';

const NOON = Date.UTC(2026, 7, 24, 4);
const TURNS_MAX = 10_000;

/**
 * What the shell does around the pure engine, for the processes of one file: starts instances, carries messages and
 * signals between them, answers for services, and turns a clock of its own. `log` is what betsy would have logged.
 */
export class Town {
  now = NOON;
  log = [];
  #instances = [];
  #wishes = [];
  #services = [];
  #kept = [];
  #worked = [];

  /** `processes`: id → compiled; `scripts`: element id → variable that takes its log line. */
  constructor(processes, scripts) {
    this.processes = processes;
    this.scripts = scripts;
  }

  start(processId, variables, startEvent) {
    const process = this.processes[processId];
    const instance = { process, state: initialState(), lines: {} };
    this.#instances.push(instance);
    this.#send(instance, { type: 'StartProcessInstance', variables, ...(startEvent && { startEvent }) });
    this.#settle();
  }

  /** As betsy's client: until no script runs, then `delayMs` more; then the log is collected. */
  run(delayMs) {
    while (this.#services.length > 0) this.#turn(this.#next());
    const end = this.now + delayMs;
    for (let next = this.#next(); next && (next.at <= end || this.#services.length > 0); next = this.#next())
      this.#turn(next);
    const [one, two] = ['CREATE_TIMESTAMP_LOG_1', 'CREATE_TIMESTAMP_LOG_2'].map((name) =>
      this.#worked.find(({ body }) => body === name),
    );
    if (one && two && one.from < two.to && two.from < one.to) this.log.push('EXECUTION_parallel');
    return this.log;
  }

  #turns = 0;
  #turn({ at, act }) {
    if (++this.#turns > TURNS_MAX) throw new Error('Expected the clock to come to its end');
    this.now = Math.max(this.now, at);
    act();
    this.#settle();
  }

  /** The next moment at which something happens by itself. */
  #next() {
    const timers = this.#instances.flatMap((instance) =>
      Object.entries(instance.state.timers).map(([timer, { dueAt }]) => ({
        at: dueAt,
        act: () => this.#send(instance, { type: 'TriggerTimer', timer }),
      })),
    );
    const answers = this.#services.map((service) => ({ at: service.to, act: () => this.#answer(service) }));
    return [...timers, ...answers].sort((one, two) => one.at - two.at)[0];
  }

  #answer(service) {
    const { instance, key: serviceTask, body } = service;
    this.#services = this.#services.filter((other) => other !== service);
    this.#worked.push(service);
    const errorCode = servedBy(body).error;
    this.#send(
      instance,
      errorCode
        ? { type: 'ThrowServiceError', serviceTask, errorCode, message: body, variables: {} }
        : { type: 'CompleteServiceTask', serviceTask, variables: {} },
    );
  }

  #send(instance, command) {
    const context = {
      now: this.now,
      timeZone: 'Asia/Shanghai',
      flags: engineFlags,
      hostFunctions: {},
      calledProcesses: this.processes,
    };
    const decided = advance(instance.process, instance.state, command, context);
    if (!decided.ok) {
      this.log.push('ERROR_runtime');
      return;
    }
    for (const event of decided.value.events) {
      this.#note(instance, event);
      instance.state = evolve(instance.state, event);
    }
    this.#wishes.push(...decided.value.effects.map((wish) => ({ instance, wish })));
  }

  /**
   * A script has run when its element has completed; its line is what it wrote last. A join that waits in vain is an incident
   * here, and in betsy a process that stops without a line.
   */
  #note(instance, event) {
    if (event.type === 'VariablesSet') Object.assign(instance.lines, event.values);
    if (event.type === 'IncidentRaised' && event.code !== 'starved-join')
      this.log.push(endsByError(instance, event) ? 'ERROR_thrownErrorEvent' : 'ERROR_runtime');
    if (event.type !== 'ElementCompleted' || instance.state.instances[event.key]?.loop) return;
    const line = instance.lines[this.scripts[event.elementId.split('/').at(-1)]];
    if (typeof line === 'string') this.log.push(line);
  }

  #settle() {
    for (let next = this.#wishes.shift(); next; next = this.#wishes.shift())
      wishes[next.wish.type]?.call(this, next.instance, next.wish);
  }

  serve(instance, { serviceTask: key, taskType }) {
    const body = taskType.slice(taskType.indexOf('.') + 1);
    this.#services.push({ instance, key, body, from: this.now, to: this.now + servedBy(body).ms });
  }

  stopServing(instance, { serviceTask }) {
    this.#services = this.#services.filter(
      (service) => service.instance !== instance || service.key !== serviceTask,
    );
  }

  /** To who waits longest, else to a process that it starts, else it is kept. */
  publish(_sender, { messageName, correlationKey, variables }) {
    for (const instance of this.#instances)
      for (const [subscription, waiting] of Object.entries(instance.state.subscriptions))
        if (waiting.messageName === messageName && waiting.correlationKey === correlationKey) {
          this.#send(instance, { type: 'CorrelateMessage', subscription, variables });
          return;
        }
    const [started] = this.#startedBy(
      ({ definition }, process) =>
        definition.kind === 'message' && process.messages[definition.message]?.name === messageName,
    );
    if (started) this.start(started.process, variables, started.elementId);
    else this.#kept.push({ messageName, correlationKey, variables });
  }

  receiveKept(instance, { subscription, messageName, correlationKey }) {
    const at = this.#kept.findIndex(
      (kept) => kept.messageName === messageName && kept.correlationKey === correlationKey,
    );
    if (at < 0) return;
    const [{ variables }] = this.#kept.splice(at, 1);
    this.#send(instance, { type: 'CorrelateMessage', subscription, variables });
  }

  broadcast(sender, { signalName, variables, toldAtHome }) {
    const others = this.#instances.filter((instance) => !(toldAtHome && instance === sender));
    const waiting = others.flatMap((instance) =>
      Object.entries(instance.state.signals ?? {})
        .filter(([, wait]) => wait.signalName === signalName)
        .map(([subscription]) => ({ instance, subscription })),
    );
    for (const { instance, subscription } of waiting)
      if (instance.state.signals?.[subscription])
        this.#send(instance, { type: 'TriggerSignal', subscription, variables });
    const started = this.#startedBy(
      ({ definition }, process) =>
        definition.kind === 'signal' && process.signals?.[definition.signal]?.name === signalName,
    );
    for (const { process, elementId } of started) this.start(process, variables, elementId);
  }

  #startedBy(isMeant) {
    return Object.entries(this.processes).flatMap(([process, compiled]) =>
      startTriggersOf(compiled)
        .filter((trigger) => isMeant(trigger, compiled))
        .map(({ elementId }) => ({ process, elementId })),
    );
  }
}

/** Timers are read off the state; people are nobody here. */
const wishes = {
  InvokeServiceTask: Town.prototype.serve,
  CancelServiceTask: Town.prototype.stopServing,
  PublishMessage: Town.prototype.publish,
  OpenMessageSubscription: Town.prototype.receiveKept,
  BroadcastSignal: Town.prototype.broadcast,
};

const endsByError = ({ process }, { code, elementId }) =>
  code === 'unhandled-error' && process.nodes[elementId]?.type === 'endEvent';
