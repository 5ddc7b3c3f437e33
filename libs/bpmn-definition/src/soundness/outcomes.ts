import { eventSubProcessesIn, isExternal, mayThrow, startsOf, type Outcome } from './catching.js';
import type { GraphNode, GraphScope } from './flow-graph.js';
import type { Looked } from './looked.js';

export interface Ends {
  /** How the scope may end. */
  readonly outcomes: ReadonlySet<Outcome>;
  /** The event sub-processes that may begin in it. */
  readonly begun: ReadonlySet<GraphNode>;
}

/** How a scope may end, its event sub-processes included; of a scope that is not wholly known all that is drawn. */
export function endsOf(looked: Looked, covered: ReadonlySet<string>): Ends {
  const outcomes = outcomesOfSteps(looked, covered);
  const open = new Set(eventSubProcessesIn(looked.scope));
  const begun = new Set<GraphNode>();
  for (let next = nextOf(open, outcomes); next; next = nextOf(open, outcomes)) {
    open.delete(next);
    begun.add(next);
    const interrupts = startsOf(next.inside!).some(({ interrupting }) => interrupting);
    for (const outcome of looked.inside.get(next.id) ?? [])
      if (outcome !== 'complete' || interrupts) outcomes.add(outcome);
  }
  for (const node of eventSubProcessesIn(looked.scope))
    for (const mark of callsOf(node)) outcomes.delete(mark);
  return { outcomes, begun };
}

function outcomesOfSteps({ net, space }: Looked, covered: ReadonlySet<string>): Set<Outcome> {
  const outcomes = new Set<Outcome>();
  const steps = space.isComplete
    ? space.states.flatMap((state) => state.steps.map(({ transition }) => transition))
    : net.transitions;
  if (!space.isComplete || space.states.some(({ marking }) => marking.length === 0)) outcomes.add('complete');
  for (const { exit } of steps) if (exit !== undefined) outcomes.add(exit as Outcome);
  for (const mark of covered) if (mark.startsWith('raised ')) outcomes.add(mark as Outcome);
  return outcomes;
}

const nextOf = (open: ReadonlySet<GraphNode>, outcomes: ReadonlySet<Outcome>): GraphNode | undefined =>
  [...open].find((node) => startsByItself(node) || callsOf(node).some((call) => outcomes.has(call)));

/** The outcomes of steps that an event sub-process catches: they do not leave the scope, it begins. */
const callsOf = ({ inside }: GraphNode): Outcome[] =>
  startsOf(inside!).flatMap(({ id }): Outcome[] => [`caught ${id}`, `raised ${id}`]);

/**
 * Whether a node needs no step of its scope to happen: event sub-processes that wait for something outside or for an
 * error of an activity, and all that belongs to compensation, which happens within the step that throws it.
 */
export function startsByItself(node: GraphNode): boolean {
  if (node.isHandler || (node.type === 'BoundaryEvent' && node.trigger === 'Compensate')) return true;
  if (node.inside?.kind !== 'eventSubProcess') return false;
  return startsOf(node.inside).some(
    (start) => start.trigger === 'Compensate' || isExternal(start) || isThrownIn(node.scope, start.trigger),
  );
}

const isThrownIn = (scope: GraphScope, trigger: string): boolean =>
  scope.nodes.some((node) => node.inside?.kind !== 'eventSubProcess' && mayThrow(node, trigger));
