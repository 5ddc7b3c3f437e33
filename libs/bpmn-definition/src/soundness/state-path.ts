import type { Edge, StateSpace } from './explore.js';
import { joined, emptyRope, type Rope } from './rope.js';

/** The way by which a state was first reached. */
export function pathTo(space: StateSpace, state: number): Rope {
  const steps: Rope[] = [];
  for (let from = space.states[state]!.from; from; from = space.states[from.state]!.from)
    steps.push(from.transition.path);
  return steps.reduceRight(joined, emptyRope);
}

export interface Sighting {
  readonly state: number;
  readonly edge: Edge;
  /** The way on from the edge to the state that was asked about. */
  readonly onward: Rope;
}

/** The nearest edge before `state` (on some way to it) for which `isSought` holds. */
export function lastBefore(
  space: StateSpace,
  state: number,
  isSought: (edge: Edge) => boolean,
): Sighting | undefined {
  const before = edgesInto(space);
  const onwardFrom = new Map<number, Rope>([[state, emptyRope]]);
  for (const [at, onward] of onwardFrom)
    for (const into of before.get(at) ?? []) {
      if (isSought(into.edge)) return { ...into, onward };
      if (!onwardFrom.has(into.state)) onwardFrom.set(into.state, joined(into.edge.transition.path, onward));
    }
  return undefined;
}

type Into = Pick<Sighting, 'state' | 'edge'>;

function edgesInto({ states }: StateSpace): ReadonlyMap<number, readonly Into[]> {
  const before = new Map<number, Into[]>();
  states.forEach(({ steps }, state) => {
    for (const edge of steps) {
      if (edge.target === undefined) continue;
      const known = before.get(edge.target);
      if (known) known.push({ state, edge });
      else before.set(edge.target, [{ state, edge }]);
    }
  });
  return before;
}

/** The states from which one of `goals` can be reached, these included. */
export function statesThatReach(space: StateSpace, goals: Iterable<number>): ReadonlySet<number> {
  const before = edgesInto(space);
  const reaching = new Set(goals);
  for (const at of reaching) for (const { state } of before.get(at) ?? []) reaching.add(state);
  return reaching;
}
