import { enabledIn, type Enabling } from './enabling.js';
import type { Marking, Net, Transition } from './net.js';

export interface State {
  readonly marking: Marking;
  readonly steps: Edge[];
  /** How it was first reached; undefined of the first state. */
  readonly from: { readonly state: number; readonly transition: Transition } | undefined;
  /** Not looked beyond: it holds more than a state on the way to it, so that tokens multiply without end. */
  readonly isCut: boolean;
}

export interface Edge {
  readonly transition: Transition;
  /** Undefined: the scope has ended. */
  readonly target: number | undefined;
}

export interface StateSpace {
  readonly states: readonly State[];
  /** So many of the states, from the first on, have their steps. */
  readonly looked: number;
  /** Whether every reachable state is here with its steps. */
  readonly isComplete: boolean;
}

/** Every marking that the net can reach, breadth first, so that the way to each is a shortest one. */
export function stateSpaceOf(net: Net, statesMax: number): StateSpace {
  const enabling = enabledIn(net);
  const states: State[] = [stateOf([0], undefined, false)];
  const known = new Map<string, number>([[keyOf([0]), 0]]);
  const { free } = net;
  let isComplete = true;
  for (let at = 0; at < states.length; at++) {
    if (states.length > statesMax) return { states, looked: at, isComplete: false };
    if (states[at]!.isCut) isComplete = false;
    else expand(at, { states, known, enabling, free });
  }
  return { states, looked: states.length, isComplete };
}

interface Exploring {
  readonly states: State[];
  readonly known: Map<string, number>;
  readonly enabling: Enabling;
  readonly free: Net['free'];
}

function expand(at: number, { states, known, enabling, free }: Exploring): void {
  const { marking, steps } = states[at]!;
  for (const transition of enabling(marking)) {
    if (transition.exit !== undefined) {
      steps.push({ transition, target: undefined });
      continue;
    }
    const next = counted(fired(marking, transition), free);
    const key = keyOf(next);
    let target = known.get(key);
    if (target === undefined) {
      const isCut = isUnsafe(next) && growsFrom(next, at, states, free);
      target = states.push(stateOf(next, { state: at, transition }, isCut)) - 1;
      known.set(key, target);
    }
    steps.push({ transition, target });
  }
}

const stateOf = (marking: Marking, from: State['from'], isCut: boolean): State => ({
  marking,
  steps: [],
  from,
  isCut,
});

const keyOf = (marking: Marking): string => String.fromCharCode(...marking);

/** The marking after a step; of a join, only what has come is taken. */
export function fired(marking: Marking, { consume, produce, join }: Transition): Marking {
  const next = marking.slice();
  for (const place of consume) {
    const index = next.indexOf(place);
    if (index >= 0) next.splice(index, 1);
    else if (join === undefined) throw new Error(`Expected a token on place ${place}`);
  }
  return [...next, ...produce].sort((a, b) => a - b);
}

/** Without the third token and more of a free place. */
const counted = (marking: Marking, free: Net['free']): Marking =>
  free.size === 0
    ? marking
    : marking.filter((place, index) => place !== marking[index - 2] || !free.has(place));

export const isUnsafe = (marking: Marking): boolean => doubledIn(marking) !== undefined;

/** A place with two tokens. */
export const doubledIn = (marking: Marking): number | undefined =>
  marking.find((place, index) => place === marking[index + 1]);

/** Whether some state on the way here holds a part of what this marking holds, and nothing else (Karp and Miller); free places do not grow. */
function growsFrom(marking: Marking, last: number, states: readonly State[], free: Net['free']): boolean {
  const growing = (of: Marking): Marking => (free.size === 0 ? of : of.filter((place) => !free.has(place)));
  const now = growing(marking);
  for (let at: number | undefined = last; at !== undefined; at = states[at]!.from?.state) {
    const before = growing(states[at]!.marking);
    if (before.length < now.length && isPart(before, now)) return true;
  }
  return false;
}

function isPart(part: Marking, whole: Marking): boolean {
  let at = 0;
  for (const place of whole) if (part[at] === place) at++;
  return at === part.length;
}
