import type { Edge } from './explore.js';
import type { GraphNode } from './flow-graph.js';
import type { Looked } from './looked.js';
import type { FindingKind, SoundnessFinding } from './report.js';
import { idsOf } from './rope.js';
import { pathTo, statesThatReach } from './state-path.js';

/** Deadlocks that are told apart by where their tokens stand. */
const deadlocksMax = 5;

/** What keeps a scope from its end: tokens that are stuck, errors that nobody catches, loops without a way out. */
export function completionOf(looked: Looked): SoundnessFinding[] {
  const unhandled = unhandledIn(looked);
  const stuck = stuckIn(looked);
  const livelock = livelockOf(looked, [...stuck, ...unhandled.map(({ state }) => state)]);
  return [
    ...deadlocks(looked, stuck),
    ...unhandled.map(({ node, state }) => ({
      ...findingAt(looked, state, 'unhandled'),
      elementIds: [node.id],
    })),
    ...livelock,
  ];
}

const stuckIn = ({ space }: Looked): number[] =>
  [...space.states.keys()].filter((at) => {
    const { marking, steps, isCut } = space.states[at]!;
    return at < space.looked && !isCut && marking.length > 0 && steps.length === 0;
  });

function deadlocks(looked: Looked, stuck: readonly number[]): SoundnessFinding[] {
  const found = new Map<string, SoundnessFinding>();
  for (const state of stuck) {
    const finding = findingAt(looked, state, 'deadlock');
    const key = finding.elementIds.join(' ');
    if (!found.has(key)) found.set(key, finding);
    if (found.size === deadlocksMax) break;
  }
  return [...found.values()];
}

interface Unhandled {
  readonly node: GraphNode;
  readonly state: number;
}

/** Events of this very scope that throw what nobody catches, each where it first does. */
function unhandledIn({ scope, space }: Looked): Unhandled[] {
  const found = new Map<string, Unhandled>();
  space.states.forEach(({ steps }, state) => {
    for (const edge of steps) {
      const node = scope.nodes.find(({ id }) => edge.transition.exit === `unhandled ${id}`);
      if (node && !found.has(node.id)) found.set(node.id, { node, state });
    }
  });
  return [...found.values()];
}

/** The first state that can neither end nor get stuck; a state that was not looked at is taken to end. */
function livelockOf(looked: Looked, stuck: readonly number[]): SoundnessFinding[] {
  const { space } = looked;
  const ends = [...space.states.keys()].filter((at) => {
    const { marking, steps, isCut } = space.states[at]!;
    return at >= space.looked || isCut || marking.length === 0 || steps.some(isEnd);
  });
  const reaching = statesThatReach(space, [...ends, ...stuck]);
  const first = [...space.states.keys()].find((at) => !reaching.has(at));
  return first === undefined ? [] : [findingAt(looked, first, 'livelock')];
}

const isEnd = ({ target }: Edge): boolean => target === undefined;

/** The nodes and flows at which the tokens stand, with the way there. */
function findingAt({ scope, net, space }: Looked, state: number, kind: FindingKind): SoundnessFinding {
  const places = space.states[state]!.marking.map((place) => net.places[place]!);
  const elementIds = [...new Set([...places.map(({ node }) => node), ...places.map(({ name }) => name)])];
  return { kind, scope: scope.id, elementIds, path: idsOf(pathTo(space, state)) };
}
