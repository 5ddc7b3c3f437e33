import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import type { EngineEvent, ProcessInstanceState } from './index.js';

/**
 * Counts tokens by the facts alone, without a look into the engine: every token that leaves a node arrives in the same
 * turn, nothing runs without one, and a choice has one winner.
 */
export class TokenLedger {
  readonly faults: string[] = [];
  private readonly running = new Map<string, string>();
  private exempt: ReadonlySet<string> = new Set();
  private readonly waiting = new Map<string, number>();

  constructor(private readonly process: ExecutableProcess) {}

  /** The facts of one turn, and the state that they have led to. */
  turn(events: readonly EngineEvent[], state: ProcessInstanceState): void {
    this.exempt = withoutToken(this.process, events);
    this.balance(events);
    this.choices(events);
    this.compare(state);
  }

  private balance(events: readonly EngineEvent[]): void {
    const onTheWay = new Map<string, number>();
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
      }
      if (event.type === 'ElementActivated') {
        if (this.running.has(event.key)) this.faults.push(`${event.key} twice`);
        this.running.set(event.key, event.elementId);
        if (this.comesByFlow(event)) move(onTheWay, `${event.scope}>${event.elementId}`, -1);
      }
      if (event.type === 'ElementCompleted' || event.type === 'ElementTerminated') {
        if (!this.running.delete(event.key)) this.faults.push(`${event.key} ends but does not run`);
      }
    }
    for (const at of onTheWay.keys()) this.faults.push(`a token on the way to ${at} never arrived`);
  }

  /** What is activated by a token: not what begins, happens at a boundary, undoes, is a member, is returned to or joins. */
  private comesByFlow({ key, elementId, member }: Activated): boolean {
    const node = this.nodeOf(elementId);
    if (member !== undefined || this.exempt.has(key)) return false;
    return node.incoming.length === 1 || (node.incoming.length > 1 && !joins(node));
  }

  /** Exclusive and event-based gateways give one token for each that passes; parallel ones one to every flow. */
  private choices(events: readonly EngineEvent[]): void {
    const passed = new Map<string, number>();
    const given = new Map<string, number>();
    const add = (counts: Map<string, number>, id: string): void => {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    };
    for (const event of events) {
      if (event.type === 'ElementCompleted') add(passed, event.elementId);
      if (event.type === 'SequenceFlowTaken') add(given, this.process.flows[event.flowId]!.source);
    }
    for (const [id, number] of passed) {
      const node = this.nodeOf(id);
      const each = node.type === 'exclusiveGateway' || node.type === 'eventBasedGateway' ? 1 : undefined;
      const expected = node.type === 'parallelGateway' ? node.outgoing.length : each;
      if (expected !== undefined && given.get(id) !== number * expected)
        this.faults.push(`${id} gave ${given.get(id) ?? 0} tokens for ${number}`);
    }
  }

  private compare(state: ProcessInstanceState): void {
    const keys = Object.keys(state.instances).sort();
    if (JSON.stringify(keys) !== JSON.stringify([...this.running.keys()].sort()))
      this.faults.push(`runs ${keys.join()} but the facts say ${[...this.running.keys()].join()}`);
    for (const key of keys) if (!hasReason(state, key)) this.faults.push(`${key} waits for nothing`);
    const root = `${this.process.key}#0`;
    if (state.status === 'running' && !hasReason(state, root))
      this.faults.push('the process waits for nothing');
  }

  private nodeOf(id: string): FlowNode {
    return this.process.nodes[id]!;
  }

  private targetOf = (flowId: string): string => this.process.flows[flowId]!.target;
}

/** Visits that begin without a token: where a return leads to and through (in each member of a loop), and what is opened again to be undone. */
function withoutToken(process: ExecutableProcess, events: readonly EngineEvent[]): Set<string> {
  const keys = new Set<string>();
  for (const event of events) if (event.type === 'CompensationScopeReopened') keys.add(event.key);
  const returned = events.findIndex(({ type }) => type === 'StepReturned');
  const target = events[returned];
  if (target?.type !== 'StepReturned') return keys;
  const path = new Set<string>();
  for (let id: string | undefined = target.target; id !== undefined; id = process.nodes[id]?.scope)
    path.add(id);
  const seen = new Set<string>();
  const through = new Set<string>();
  for (const event of events.slice(returned)) {
    if (event.type !== 'ElementActivated' || !path.has(event.elementId)) continue;
    const { key, elementId, scope, member } = event;
    if (through.size > 0 && !through.has(scope)) continue;
    if (member === undefined && seen.has(`${scope}>${elementId}`)) continue;
    seen.add(`${scope}>${elementId}`);
    through.add(key);
    keys.add(key);
  }
  return keys;
}

type Activated = Extract<EngineEvent, { type: 'ElementActivated' }>;

const joins = ({ type }: FlowNode): boolean => type === 'parallelGateway' || type === 'inclusiveGateway';

/** Whether something can still bring this visit, or the process, forward. */
function hasReason(state: ProcessInstanceState, key: string): boolean {
  const { instances, joins: waiting, timers, subscriptions, signals = {}, conditions = {} } = state;
  const waits = [timers, subscriptions, signals, conditions] as Record<string, { attachedTo?: string }>[];
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
