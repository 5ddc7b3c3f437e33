import type { FlowNode } from '@wuqing/bpmn-model';
import { definitionAt, placeAt, type DrawnProcess } from '@wuqing/testing';
import type { EngineEvent, ProcessInstanceState } from '@wuqing/bpmn-engine';

/**
 * Counts tokens by the facts alone, without a look into the engine: every token that leaves a node arrives in the same
 * turn, nothing runs without one, and a choice has one winner.
 */
export class TokenLedger {
  readonly faults: string[] = [];
  private readonly running = new Map<string, string>();
  private exempt: ReadonlySet<string> = new Set();
  private readonly waiting = new Map<string, number>();
  private readonly scopes = new Map<string, string>();
  /** Passes of a drawn split that its join has not closed; nobody counts once an operator has moved tokens. */
  private readonly split = new Map<string, number>();
  private isMoved = false;

  constructor(private drawn: DrawnProcess) {}

  /** The facts of one turn, and the state that they have led to. */
  turn(events: readonly EngineEvent[], state: ProcessInstanceState): void {
    const moved = events.some(({ type }) => type === 'ProcessInstanceModified');
    if (!moved) {
      this.exempt = withoutToken(this.drawn, events);
      this.balance(events);
    }
    this.choices(events);
    if (!moved) this.pairs(events);
    if (moved) this.takeOver(state);
    this.compare(state);
  }

  /** Goes on by another version: ids have changed, and so has what runs. */
  migrated(drawn: DrawnProcess, state: ProcessInstanceState): void {
    this.drawn = drawn;
    this.takeOver(state);
    this.compare(state);
  }

  /** An operator puts tokens where no flow leads, and takes them away: from then on the count is what stands there. */
  private takeOver({ instances, joins }: ProcessInstanceState): void {
    this.isMoved = true;
    this.running.clear();
    this.waiting.clear();
    for (const [key, { elementId, scope }] of Object.entries(instances)) {
      this.running.set(key, elementId);
      this.scopes.set(key, scope);
    }
    for (const [at, many] of waitingIn({ joins })) this.waiting.set(at, many);
  }

  private balance(events: readonly EngineEvent[]): void {
    const onTheWay = new Map<string, number>();
    const joined = new Map<string, number>();
    const move = (counts: Map<string, number>, at: string, by: number): void => {
      const left = (counts.get(at) ?? 0) + by;
      if (left < 0) this.faults.push(`no token at ${at}`);
      if (left === 0) counts.delete(at);
      else counts.set(at, left);
    };
    for (const event of events) {
      if (event.type === 'SequenceFlowTaken')
        move(onTheWay, `${event.scope}>${this.targetOf(event.flowId)}`, 1);
      if (event.type === 'JoinTokenArrived') {
        move(onTheWay, `${event.scope}>${event.elementId}`, -1);
        move(this.waiting, `${event.scope}|${event.flowId}`, 1);
      }
      if (event.type === 'JoinTokensConsumed') {
        for (const flowId of event.flowIds) move(this.waiting, `${event.scope}|${flowId}`, -1);
        joined.set(`${event.scope}>${event.elementId}`, new Set(event.flowIds).size);
      }
      if (event.type === 'ElementActivated') {
        if (this.running.has(event.key)) this.faults.push(`${event.key} twice`);
        this.running.set(event.key, event.elementId);
        const at = `${event.scope}>${event.elementId}`;
        const lacks = this.nodeOf(event.elementId).incoming.length - (joined.get(at) ?? Infinity);
        if (this.isParallelJoin(event) && lacks > 0 && !isReleased(events, event.scope))
          this.faults.push(`${event.key} goes on without ${lacks} of its tokens`);
        const mayComeWithout = this.exempt.has(event.key) && !onTheWay.has(at);
        if (this.comesByFlow(event) && !mayComeWithout) move(onTheWay, at, -1);
      }
      if (event.type === 'ElementCompleted' || event.type === 'ElementTerminated') {
        if (!this.running.delete(event.key)) this.faults.push(`${event.key} ends but does not run`);
      }
    }
    for (const at of onTheWay.keys()) this.faults.push(`a token on the way to ${at} never arrived`);
  }

  private isParallelJoin({ elementId }: Activated): boolean {
    return this.nodeOf(elementId).type === 'parallelGateway';
  }

  /** What is activated by a token: not what begins, happens at a boundary, undoes, is a member or joins. */
  private comesByFlow({ elementId, member }: Activated): boolean {
    const node = this.nodeOf(elementId);
    if (member !== undefined) return false;
    return node.incoming.length === 1 || (node.incoming.length > 1 && !joins(node));
  }

  /** Exclusive and event-based gateways give one token for each that passes; parallel ones one to every flow. */
  private choices(events: readonly EngineEvent[]): void {
    const passed = new Map<string, number>();
    const given = new Map<string, number>();
    const add = (counts: Map<string, number>, scope: string, id: string): void => {
      counts.set(`${scope}>${id}`, (counts.get(`${scope}>${id}`) ?? 0) + 1);
    };
    for (const event of events) {
      if (event.type === 'ElementActivated') this.scopes.set(event.key, event.scope);
      if (event.type === 'ElementCompleted') add(passed, this.scopes.get(event.key) ?? '', event.elementId);
      if (event.type === 'SequenceFlowTaken') add(given, event.scope, this.flowOf(event.flowId).source);
    }
    const cutShort = this.cutShort(events);
    for (const [at, number] of passed) {
      const [scope, id] = [at.slice(0, at.indexOf('>')), at.slice(at.indexOf('>') + 1)];
      const node = this.nodeOf(id);
      const chooses = node.type === 'exclusiveGateway' || node.type === 'eventBasedGateway';
      const each = chooses ? Math.min(1, node.outgoing.length) : undefined;
      const expected = node.type === 'parallelGateway' ? node.outgoing.length : each;
      const found = given.get(at) ?? 0;
      if (expected === undefined || found === number * expected) continue;
      if (found > number * expected || !cutShort.has(scope))
        this.faults.push(`${id} gave ${found} tokens for ${number}`);
    }
  }

  /** Drawn joins close drawn splits: each pass of `x-split` leads to one of `x-join` at most. */
  private pairs(events: readonly EngineEvent[]): void {
    for (const event of events) {
      if (event.type === 'StepReturned' || event.type === 'IncidentResolved') this.isMoved = true;
      if (event.type !== 'ElementActivated') continue;
      const [, block, gateway] = /^(.*)-(split|join)$/.exec(event.elementId) ?? [];
      if (block === undefined || this.nodeOf(event.elementId).type === 'exclusiveGateway') continue;
      const at = `${event.scope}>${block}`;
      const left = (this.split.get(at) ?? 0) + (gateway === 'split' ? 1 : -1);
      this.split.set(at, left);
      if (left < 0 && !this.isMoved) this.faults.push(`${event.key} joins once more than was split`);
    }
  }

  /** Scopes of which something was ended within the turn: of a fork there, not every branch has begun. */
  private cutShort(events: readonly EngineEvent[]): Set<string> {
    const scopes = new Set<string>();
    for (const event of events) {
      if (event.type === 'ElementTerminated') scopes.add(event.key).add(this.scopes.get(event.key) ?? '');
      if (event.type !== 'ElementActivated') continue;
      const node = this.nodeOf(event.elementId);
      const ends = node.type === 'endEvent' && ['terminate', 'cancel'].includes(node.definition.kind);
      if (ends) scopes.add(event.scope);
    }
    return scopes;
  }

  private compare(state: ProcessInstanceState): void {
    const keys = Object.keys(state.instances).sort();
    if (JSON.stringify(keys) !== JSON.stringify([...this.running.keys()].sort()))
      this.faults.push(`runs ${keys.join()} but the facts say ${[...this.running.keys()].join()}`);
    for (const [at, many] of waitingIn(state))
      if (this.waiting.get(at) !== many)
        this.faults.push(`${many} tokens at ${at}, ${this.waiting.get(at) ?? 0} by the facts`);
    if (waitingIn(state).size !== this.waiting.size) this.faults.push('a token at a join was lost');
    for (const key of keys)
      if (!hasReason(state, key) && !this.isToldWhat(state, key))
        this.faults.push(`${key} waits for nothing`);
    const root = `${this.drawn.process.key}#0`;
    if (state.status === 'running' && !hasReason(state, root))
      this.faults.push('the process waits for nothing');
  }

  /** An ad-hoc sub-process with a condition waits to be told what more to do. */
  private isToldWhat({ instances }: ProcessInstanceState, key: string): boolean {
    const node = this.nodeOf(instances[key]!.elementId);
    return node.type === 'subProcess' && node.adHoc?.completionCondition !== undefined;
  }

  private nodeOf(id: string): FlowNode {
    return placeAt(this.drawn, id).node;
  }

  /** With ids as the state names them. */
  private flowOf(flowId: string): { source: string; target: string } {
    const { process, prefix, id } = definitionAt(this.drawn, flowId);
    const { source, target } = process.flows[id]!;
    return { source: prefix + source, target: prefix + target };
  }

  private targetOf = (flowId: string): string => this.flowOf(flowId).target;
}

/**
 * Visits that begin without a token: what starts the process behind a gateway, where a return leads to and through (in each
 * member of a loop), and what is opened again to be undone.
 */
function withoutToken(drawn: DrawnProcess, events: readonly EngineEvent[]): Set<string> {
  const keys = new Set<string>();
  const begins = events[0]?.type === 'ProcessInstanceStarted';
  for (const event of events) {
    if (event.type === 'CompensationScopeReopened') keys.add(event.key);
    if (begins && event.type === 'ElementActivated' && isBehindStart(drawn, event.elementId))
      keys.add(event.key);
  }
  const returned = events.findIndex(({ type }) => type === 'StepReturned');
  const target = events[returned];
  if (target?.type !== 'StepReturned') return keys;
  const path = new Set<string>();
  for (let id: string | undefined = target.target; id !== undefined; id = placeAt(drawn, id).around)
    path.add(id);
  const seen = new Set<string>();
  const through = new Set<string>();
  for (const event of events.slice(returned)) {
    if (event.type !== 'ElementActivated' || !path.has(event.elementId)) continue;
    const { key, elementId, scope, member } = event;
    if (through.size > 0 && !through.has(scope)) continue;
    const isOnce = member === undefined && !beginsByEvent(placeAt(drawn, elementId).node);
    if (isOnce && seen.has(`${scope}>${elementId}`)) continue;
    seen.add(`${scope}>${elementId}`);
    through.add(key);
    keys.add(key);
  }
  return keys;
}

/** An event that has come already may begin it beside the run to which a return leads. */
const beginsByEvent = (node: FlowNode): boolean => node.type === 'subProcess' && node.triggeredByEvent;

/** Whether an operator lets a starving join of this scope go on with what has come. */
const isReleased = (events: readonly EngineEvent[], scope: string): boolean =>
  events.some((event) => event.type === 'IncidentResolved' && event.key === scope);

/** Whether it is an event behind a gateway that instantiates. */
function isBehindStart({ process }: DrawnProcess, elementId: string): boolean {
  const [flowId] = process.nodes[elementId]?.incoming ?? [];
  const source = flowId === undefined ? undefined : process.nodes[process.flows[flowId]!.source];
  return source?.type === 'eventBasedGateway' && source.instantiate !== undefined;
}

/** `<scope>|<flow>` → tokens that wait at the join to which the flow leads. */
function waitingIn({ joins }: Pick<ProcessInstanceState, 'joins'>): Map<string, number> {
  const scopeOf = (join: string): string => join.slice(0, join.indexOf('/', join.indexOf('#')));
  return new Map(
    Object.entries(joins).flatMap(([join, tokens]) =>
      Object.entries(tokens).map(([flowId, many]) => [`${scopeOf(join)}|${flowId}`, many] as const),
    ),
  );
}

type Activated = Extract<EngineEvent, { type: 'ElementActivated' }>;

const joins = ({ type }: FlowNode): boolean => type === 'parallelGateway' || type === 'inclusiveGateway';

/** Whether something can still bring this visit, or the process, forward. */
function hasReason(state: ProcessInstanceState, key: string): boolean {
  const { instances, joins: waiting, timers, subscriptions, signals = {}, conditions = {} } = state;
  const paused = state.suspended?.timers ?? {};
  const waits = [timers, paused, subscriptions, signals, conditions] as Record<
    string,
    { attachedTo?: string }
  >[];
  return (
    state.incidents[key] !== undefined ||
    state.services[key] !== undefined ||
    state.userTasks.includes(key) ||
    Object.values(instances).some(({ scope }) => scope === key) ||
    Object.keys(waiting).some((join) => join.startsWith(`${key}/`)) ||
    waits.some(
      (record) =>
        record[key] !== undefined || Object.values(record).some(({ attachedTo }) => attachedTo === key),
    )
  );
}
