import type { Edge, StateSpace } from './explore.js';
import type { Clash, Net, Transition } from './net.js';
import { joined, type Rope } from './rope.js';
import { lastBefore, pathTo } from './state-path.js';

/**
 * What a run gets wrong at its ends: a token that vanishes twice on one flow (which could therefore have held two), or
 * two at one end event. Ends take no part in the state space, which would double with each of them; a fixed point
 * over it says which of them some way to a state may have passed.
 */
export function clashesIn(space: StateSpace, net: Net): Clash[] {
  const passed = passedBefore(space, net);
  const clashes = new Map<string, Clash>();
  const remember = (mark: string, path: () => Rope): void => {
    if (!clashes.has(mark)) clashes.set(mark, { ...kindAndId(mark), path: path() });
  };
  space.states.forEach(({ steps }, state) => {
    for (const edge of steps) {
      for (const [mark, clash] of edge.transition.clashes)
        remember(mark, () => joined(pathTo(space, state), clash.path));
      for (const [mark, path] of marksOf(edge.transition, net))
        if (passed[state]!.has(mark)) remember(mark, () => joined(twice(space, net, state, mark), path));
    }
  });
  return [...clashes.values()];
}

/** `unsafe <flow>` and `improper <end>` for what a step may let vanish, with the way that does. */
function marksOf({ sinks }: Transition, { endOf }: Net): Map<string, Rope> {
  const marks = new Map<string, Rope>();
  for (const [flow, path] of sinks) {
    marks.set(`unsafe ${flow}`, path);
    const end = endOf.get(flow);
    if (end !== undefined) marks.set(`improper ${end}`, path);
  }
  return marks;
}

const kindAndId = (mark: string): Pick<Clash, 'kind' | 'id'> => {
  const at = mark.indexOf(' ');
  return { kind: mark.slice(0, at) as Clash['kind'], id: mark.slice(at + 1) };
};

/** The marks that some way to each state has passed. */
function passedBefore({ states }: StateSpace, net: Net): readonly ReadonlySet<string>[] {
  const passed = states.map(() => new Set<string>());
  const open = new Set(states.keys());
  for (const at of open) {
    open.delete(at);
    for (const { transition, target } of states[at]!.steps) {
      if (target === undefined) continue;
      const sizeBefore = passed[target]!.size;
      for (const mark of passed[at]!) passed[target]!.add(mark);
      if (transition.sinks.size > 0)
        for (const mark of marksOf(transition, net).keys()) passed[target]!.add(mark);
      if (passed[target]!.size > sizeBefore) open.add(target);
    }
  }
  return passed;
}

/** A way to a state that has passed a mark. */
function twice(space: StateSpace, net: Net, state: number, mark: string): Rope {
  const hasMark = ({ transition }: Edge): boolean => marksOf(transition, net).has(mark);
  const first = lastBefore(space, state, hasMark);
  if (!first) throw new Error(`Expected ${mark} before state ${state}`);
  const way = marksOf(first.edge.transition, net).get(mark)!;
  return joined(joined(pathTo(space, first.state), way), first.onward);
}
