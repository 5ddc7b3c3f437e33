import { netOf, type OutcomesInside } from './build-net.js';
import type { Outcome } from './catching.js';
import { completionOf } from './completion.js';
import { clashesIn } from './double-ends.js';
import { doubledIn, stateSpaceOf } from './explore.js';
import { isActivity, type GraphNode, type GraphScope } from './flow-graph.js';
import type { Looked } from './looked.js';
import { endsOf, startsByItself } from './outcomes.js';
import { reducedNet } from './reduce-net.js';
import type { Properties, SoundnessFinding, Verdict } from './report.js';
import { idsOf, membersOf } from './rope.js';
import { pathTo } from './state-path.js';

/** What is known of one scope, with the scopes inside it taken as steps. */
export interface ScopeJudgement extends Properties {
  readonly findings: readonly SoundnessFinding[];
  readonly states: number;
  readonly outcomes: ReadonlySet<Outcome>;
  /** Ids of its nodes that no run reaches. */
  readonly dead: ReadonlySet<string>;
}

export function judgeScope(scope: GraphScope, inside: OutcomesInside, statesMax: number): ScopeJudgement {
  const drawn = netOf(scope, inside);
  if (!drawn) return tooLarge(scope);
  const net = reducedNet(drawn);
  const looked: Looked = { scope, inside, net, space: stateSpaceOf(net, statesMax) };
  const { isComplete, states } = looked.space;
  const covered = coveredIn(looked);
  const doubles = doublesOf(looked);
  const completion = completionOf(looked);
  const { outcomes, begun } = endsOf(looked, covered);
  const dead = deadNodes(looked, covered).filter((node) => !begun.has(node));
  const limit: SoundnessFinding = { kind: 'limit', scope: scope.id, elementIds: [scope.id], path: [] };
  const unbounded = unboundedIn(looked) ?? pilingUp(completion, doubles);
  return {
    safe: verdictOf(
      doubles.some(({ kind }) => kind === 'unsafe'),
      isComplete,
    ),
    properCompletion: verdictOf(
      doubles.some(({ kind }) => kind === 'improper-completion'),
      isComplete,
    ),
    noDeadlock: verdictOf(
      completion.some(({ kind }) => kind !== 'livelock'),
      isComplete,
    ),
    optionToComplete: verdictOf(completion.length > 0, isComplete),
    noDeadActivity: verdictOf(dead.some(isActivity), isComplete),
    findings: [
      ...completion,
      ...doubles,
      ...dead.map(deadFinding),
      ...(unbounded ?? (isComplete ? [] : [limit])),
    ],
    states: states.length,
    outcomes,
    dead: new Set(dead.map(({ id }) => id)),
  };
}

const tooLarge = (scope: GraphScope): ScopeJudgement => ({
  safe: 'not-proved',
  noDeadlock: 'not-proved',
  optionToComplete: 'not-proved',
  properCompletion: 'not-proved',
  noDeadActivity: 'not-proved',
  findings: [{ kind: 'limit', scope: scope.id, elementIds: [scope.id], path: [] }],
  states: 0,
  outcomes: new Set<Outcome>(['complete']),
  dead: new Set(),
});

const verdictOf = (isRefuted: boolean, isComplete: boolean): Verdict => {
  if (isRefuted) return 'violated';
  return isComplete ? 'holds' : 'not-proved';
};

/** What makes more of its own tokens with every round and never ends, so that no number of states is enough. */
function unboundedIn({ scope, net, space }: Looked): SoundnessFinding[] | undefined {
  const state = space.states.findIndex(({ isCut }) => isCut);
  const canEnd =
    space.looked < space.states.length ||
    space.states.some(
      ({ marking, steps }) => marking.length === 0 || steps.some(({ target }) => target === undefined),
    );
  if (state < 0 || canEnd) return undefined;
  const place = doubledIn(space.states[state]!.marking);
  const elementIds = [place === undefined ? scope.id : net.places[place]!.name];
  return [{ kind: 'unbounded', scope: scope.id, elementIds, path: idsOf(pathTo(space, state)) }];
}

/** A scope that from its start on can never end, and in which tokens come upon others: each round leaves more behind. */
function pilingUp(
  completion: readonly SoundnessFinding[],
  doubles: readonly SoundnessFinding[],
): SoundnessFinding[] | undefined {
  const neverEnds = completion.some(({ kind, path }) => kind === 'livelock' && path.length === 0);
  const double = doubles.find(({ kind }) => kind === 'unsafe');
  return neverEnds && double ? [{ ...double, kind: 'unbounded' }] : undefined;
}

/** What some run passes: node ids, and the outcomes that steps leave as marks. */
function coveredIn({ space }: Looked): ReadonlySet<string> {
  const fired = new Set(space.states.flatMap(({ steps }) => steps.map(({ transition }) => transition)));
  return membersOf(Array.from(fired, ({ covers }) => covers));
}

/** Two tokens on one flow, and two at one end event. */
function doublesOf({ scope, net, space }: Looked): SoundnessFinding[] {
  const found = new Map<string, SoundnessFinding>();
  space.states.forEach(({ marking }, state) => {
    const place = doubledIn(marking);
    if (place === undefined) return;
    const { name } = net.places[place]!;
    const finding = { kind: 'unsafe', scope: scope.id, elementIds: [name] } as const;
    if (!found.has(name)) found.set(name, { ...finding, path: idsOf(pathTo(space, state)) });
  });
  const clashes = clashesIn(space, net).map(({ kind, id, path }): SoundnessFinding => {
    const isUnsafe = kind === 'unsafe';
    return {
      kind: isUnsafe ? 'unsafe' : 'improper-completion',
      scope: scope.id,
      elementIds: [id],
      path: idsOf(path),
    };
  });
  return [...found.values(), ...clashes];
}

/** Nodes that no run passes; where not all runs are known, those to which no step of the net leads. */
function deadNodes({ scope, net, space }: Looked, covered: ReadonlySet<string>): GraphNode[] {
  const possible = space.isComplete ? covered : membersOf(net.transitions.map(({ covers }) => covers));
  return scope.nodes.filter((node) => !possible.has(node.id) && !startsByItself(node));
}

const deadFinding = ({ id, scope }: GraphNode): SoundnessFinding => ({
  kind: 'dead-element',
  scope: scope.id,
  elementIds: [id],
  path: [],
});
