import { catcherOf, isExternal, mayThrow, startsOf, type Outcome } from './catching.js';
import { isActivity, type GraphFlow, type GraphNode, type GraphScope } from './flow-graph.js';
import { incomingMax, reachesOf } from './inclusive-reach.js';
import { step, type Net, type Place, type Transition } from './net.js';
import { hasTooManyOptions, optionsOf, type Option } from './outgoing-options.js';

/** What is known of the scopes inside: how each may end, by the id of its node. */
export type OutcomesInside = ReadonlyMap<string, ReadonlySet<Outcome>>;

/** Non-interrupting boundary events of one activity beyond which the net is not built: it has 2^n running states. */
const recurringMax = 6;

/** Steps of a net beyond which it is not written down. */
const transitionsMax = 20_000;

/** The net of one scope; undefined where it would be too large to be written down. */
export function netOf(scope: GraphScope, inside: OutcomesInside): Net | undefined {
  const builder = new NetBuilder(scope, inside);
  return builder.build();
}

class NetBuilder {
  private readonly places: Place[] = [];
  private readonly transitions: Transition[] = [];
  private readonly endOf = new Map<string, string>();
  private readonly placeOfFlow = new Map<string, number>();
  private tooLarge = false;

  constructor(
    private readonly scope: GraphScope,
    private readonly inside: OutcomesInside,
  ) {}

  build(): Net | undefined {
    const joins = this.scope.nodes.filter(({ type }) => type === 'InclusiveGateway');
    if (joins.some(({ incoming }) => incoming.length > incomingMax)) return undefined;
    this.place(this.scope.id, this.scope.id);
    for (const node of this.scope.nodes)
      for (const flow of node.outgoing) this.placeOfFlow.set(flow.id, this.place(flow.id, flow.target));
    this.begin();
    for (const node of this.scope.nodes) this.add(node);
    if (this.tooLarge) return undefined;
    const { places, transitions, endOf } = this;
    const reaches = reachesOf(this.scope, places, (flow) => this.at(flow));
    return { places, transitions, endOf, reaches, eager: new Set(), free: new Set() };
  }

  private place(name: string, node: string): number {
    return this.places.push({ name, node }) - 1;
  }

  private giveUp(): void {
    this.tooLarge = true;
  }

  private write(transition: Transition): void {
    if (this.transitions.length >= transitionsMax) this.giveUp();
    else this.transitions.push(transition);
  }

  private at({ id }: GraphFlow): number {
    return this.placeOfFlow.get(id)!;
  }

  /** None start events begin together, the others are alternatives: each of them is a way to start an instance. */
  private begin(): void {
    const starts = startsOf(this.scope);
    if (this.scope.kind === 'adHoc') return this.beginAdHoc();
    const plain = starts.filter(({ trigger }) => trigger === 'None');
    if (plain.length > 0) this.start(plain);
    for (const start of starts) if (start.trigger !== 'None') this.start([start]);
    const instantiating = this.scope.nodes.filter((node) => node.instantiates && node.incoming.length === 0);
    for (const node of instantiating) this.start([node]);
    if (starts.length + instantiating.length === 0) this.start(this.scope.nodes.filter(isEntry));
  }

  /** A token for each of the nodes: on its flows, or where it waits. */
  private start(nodes: readonly GraphNode[]): void {
    if (nodes.length === 0) return;
    const begun = nodes.map((node) => this.pending(node));
    this.write(step([0], begun, { instant: true }));
  }

  /** A place from which the node happens as if a flow led there. */
  private pending(node: GraphNode): number {
    const place = this.place(node.id, node.id);
    this.enter(node, place);
    return place;
  }

  /** Each entry of an ad-hoc sub-process may be started or not. */
  private beginAdHoc(): void {
    const offered = this.scope.nodes.filter(isEntry).map((node) => {
      const place = this.pending(node);
      const offer = this.place(node.id, node.id);
      this.write(step([offer], [place]));
      this.write(this.vanish(offer, `${node.id} not started`));
      return offer;
    });
    this.write(step([0], offered, { instant: true }));
  }

  private vanish(place: number, name: string): Transition {
    return step([place], [], { sinks: new Map([[name, []]]) });
  }

  private add(node: GraphNode): void {
    if (node.isHandler || node.type === 'BoundaryEvent') return;
    if (node.incoming.length > 1 && node.type === 'ParallelGateway') return this.join(node);
    if (node.incoming.length > 1 && node.type === 'InclusiveGateway') return this.join(node, node.id);
    for (const flow of node.incoming) this.enter(node, this.at(flow), flow.id);
  }

  private join(node: GraphNode, join?: string): void {
    const through = this.place(node.id, node.id);
    const consume = node.incoming.map((flow) => this.at(flow));
    const from = join === undefined ? step(consume, [through]) : step(consume, [through], { join });
    this.write(from);
    this.enter(node, through);
  }

  /** What happens when a token on `from` comes to the node. */
  private enter(node: GraphNode, from: number, name = node.id): void {
    if (node.boundaries.length > 0 || node.inside) return this.run(node, from);
    if (node.type === 'EndEvent' || isThrow(node)) return this.throwOrEnd(node, from, name);
    this.leave(node, from, name);
  }

  private leave(node: GraphNode, from: number, name: string, covers: readonly string[] = [node.id]): void {
    if (hasTooManyOptions(node)) return this.giveUp();
    const options = optionsOf(node);
    const instant = !isActivity(node) && node.type !== 'IntermediateCatchEvent';
    for (const { flows } of options)
      this.write(
        step(
          [from],
          flows.map((flow) => this.at(flow)),
          { path: pathOf(node, flows), covers, instant },
        ),
      );
    if (options.length === 0) this.end(node, from, name, covers);
  }

  /** A token that vanishes; the path ends before, where two of them can still be seen on their flow. */
  private end(node: GraphNode, from: number, name: string, covers: readonly string[]): void {
    if (node.type === 'EndEvent') this.endOf.set(name, node.id);
    this.write(step([from], [], { covers, sinks: new Map([[name, [node.id]]]), instant: true }));
  }

  private throwOrEnd(node: GraphNode, from: number, name: string): void {
    const { trigger } = node;
    if (trigger === 'Terminate') return this.exit(node, from, 'complete');
    if (trigger === 'Link') return this.link(node, from, name);
    if (!['Error', 'Escalation', 'Cancel'].includes(trigger)) return this.leave(node, from, name);
    const catcher = catcherOf(node);
    if (catcher && (catcher.interrupting || trigger !== 'Escalation'))
      return this.exit(node, from, `caught ${catcher.id}`);
    if (trigger !== 'Escalation') return this.exit(node, from, `unhandled ${node.id}`);
    this.leave(node, from, name, catcher && [node.id, `raised ${catcher.id}`]);
  }

  private exit(node: GraphNode, from: number, exit: Outcome, covers: readonly string[] = [node.id]): void {
    this.write(step([from], [], { path: [node.id], covers, exit, instant: true }));
  }

  private link(node: GraphNode, from: number, name: string): void {
    const target = this.scope.nodes.find(
      ({ type, trigger, code }) =>
        type === 'IntermediateCatchEvent' && trigger === 'Link' && code === node.code,
    );
    if (!target) return; // The token stays for ever, and shows as a deadlock.
    const place = this.place(target.id, target.id);
    this.write(step([from], [place], { path: [node.id], covers: [node.id], instant: true }));
    this.leave(target, place, name);
  }

  /** An activity with boundary events or an inside: a place for every set of recurring events that have happened. */
  private run(node: GraphNode, from: number): void {
    const recurring = node.boundaries.filter((event) => !event.interrupting && this.mayHappen(node, event));
    if (recurring.length > recurringMax) return this.giveUp();
    const running = Array.from({ length: 2 ** recurring.length }, () => this.place(node.id, node.id));
    const raised = [...(this.inside.get(node.id) ?? [])].filter((outcome) => outcome.startsWith('raised '));
    this.write(step([from], [running[0]!], { covers: [node.id, ...raised], instant: true }));
    for (const [happened, place] of running.entries()) {
      this.finish(node, place);
      recurring.forEach((event, index) => {
        const next = running[happened | (1 << index)]!;
        if (next !== place) this.boundary(event, place, next);
      });
    }
  }

  /** The ways in which a running activity ends: it completes, an event interrupts it, or its inside throws. */
  private finish(node: GraphNode, place: number): void {
    const outcomes = node.inside && this.inside.get(node.id);
    // What never ends inside is said of the inside; here the token runs on.
    if (outcomes && ![...outcomes].some(isEnd)) this.write(step([place], [place]));
    if (!outcomes || outcomes.has('complete')) this.leave(node, place, node.id, []);
    for (const event of node.boundaries)
      if (event.interrupting && this.mayHappen(node, event)) this.boundary(event, place);
    for (const outcome of outcomes ?? []) {
      const isCaughtHere = node.boundaries.some(({ id }) => outcome === `caught ${id}`);
      if (outcome === 'complete' || !isEnd(outcome) || isCaughtHere) continue;
      this.exit(node, place, outcome, []);
    }
  }

  private boundary(event: GraphNode, place: number, stays?: number): void {
    const left = stays === undefined ? [] : [stays];
    if (event.outgoing.length === 0) {
      this.write(step([place], left, { path: [event.id], covers: [event.id] }));
      return;
    }
    const begun = this.place(event.id, event.id);
    const produce = [begun, ...left];
    this.write(step([place], produce));
    this.leave(event, begun, event.id);
  }

  private mayHappen(node: GraphNode, event: GraphNode): boolean {
    if (event.trigger === 'Compensate') return false;
    if (isExternal(event) || mayThrow(node, event.trigger)) return true;
    const inside = this.inside.get(node.id);
    if (!inside) return event.trigger === 'None';
    return inside.has(`${event.interrupting ? 'caught' : 'raised'} ${event.id}`);
  }
}

const isEnd = (outcome: Outcome): boolean => !outcome.startsWith('raised ');

const isThrow = ({ type, trigger }: GraphNode): boolean =>
  type === 'IntermediateThrowEvent' && trigger !== 'None';

const pathOf = (node: GraphNode, flows: Option['flows']): readonly string[] => [
  node.id,
  ...flows.map(({ id }) => id),
];

/** A node that begins when its scope does, where no start event says so (BPMN 2.0.2 §13.1). */
const isEntry = (node: GraphNode): boolean =>
  node.incoming.length === 0 &&
  !node.isHandler &&
  node.type !== 'BoundaryEvent' &&
  node.inside?.kind !== 'eventSubProcess' &&
  !(node.type === 'IntermediateCatchEvent' && node.trigger === 'Link');
