import type { Drawn, DrawnNode } from './drawn.js';
import { openingOf, stepsOf, type ScopeState, type Step } from './token-game.js';

/** What the token game says of each property; undefined where it has not been played to its end. */
export interface Played {
  readonly safe: boolean | undefined;
  readonly noDeadlock: boolean | undefined;
  readonly optionToComplete: boolean | undefined;
  readonly properCompletion: boolean | undefined;
  readonly noDeadActivity: boolean | undefined;
}

/** Plays every run of a process, as far as `statesMax` states reach. */
export function played(process: Drawn, statesMax: number, isRoot = true): Played {
  const states: ScopeState[] = [];
  const known = new Map<string, number>();
  const edges: { readonly from: number; readonly to: number | undefined; readonly isRescue: boolean }[] = [];
  const covered = new Set<string>();
  let isUnhandled = false;
  let isTwice = false;
  const meet = (from: number, { next, covers, isRescue, isTwice: twice }: Step): void => {
    isTwice ||= twice === true;
    for (const id of covers) covered.add(id);
    if (next === 'complete') return void edges.push({ from, to: undefined, isRescue });
    if ('thrown' in next) {
      if (isRoot) isUnhandled = true;
      else edges.push({ from, to: undefined, isRescue });
      return;
    }
    const key = JSON.stringify(next);
    const to = known.get(key) ?? states.push(next) - 1;
    known.set(key, to);
    edges.push({ from, to, isRescue });
  };
  for (const step of openingOf(process)) meet(-1, step);
  let isComplete = true;
  for (let at = 0; at < states.length; at++) {
    if (at >= statesMax) {
      isComplete = false;
      break;
    }
    for (const step of stepsOf(process, states[at]!)) meet(at, step);
  }
  const refuted = (isRefuted: boolean): boolean | undefined =>
    isRefuted ? false : isComplete ? true : undefined;
  const looked = isComplete ? states : states.slice(0, statesMax);
  const isStuck = isUnhandled || looked.some((state) => hasStuckScope(process, state));
  const activities = nodesOf(process).filter(
    ({ type }) => type === 'manualTask' || type.endsWith('ubProcess'),
  );
  // Each scope must be able to end by itself, whoever might interrupt it from outside.
  const inner = process.nodes.flatMap(({ id, inside }) =>
    inside && covered.has(id) ? [played(inside, statesMax, false).optionToComplete] : [],
  );
  const isDead = activities.some(({ id }) => !covered.has(id));
  return {
    safe: refuted(looked.some((state) => hasDouble(state))),
    properCompletion: refuted(isTwice),
    noDeadlock: refuted(isStuck),
    optionToComplete: worst([
      isStuck ? false : isComplete ? allCanEnd(states.length, edges) : undefined,
      ...inner,
    ]),
    noDeadActivity: isComplete ? !isDead : isDead ? undefined : true,
  };
}

const worst = (all: readonly (boolean | undefined)[]): boolean | undefined => {
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
};

const nodesOf = ({ nodes }: Drawn): DrawnNode[] =>
  nodes.flatMap((node) => [node, ...(node.inside ? nodesOf(node.inside) : [])]);

const insides = ({ tokens }: ScopeState): ScopeState[] =>
  tokens.flatMap((token) => (typeof token === 'string' || !token.inside ? [] : [token.inside]));

function hasDouble(state: ScopeState): boolean {
  const flows = state.tokens.filter((token) => typeof token === 'string');
  return new Set(flows).size < flows.length || insides(state).some(hasDouble);
}

/**
 * A scope in which tokens stand and none can move by itself, whatever an event sub-process does beside them: it may begin or
 * not, and one that runs for ever leads none of them on.
 */
function hasStuckScope(scope: Drawn, state: ScopeState): boolean {
  const beside = scope.nodes.filter(({ inside }) => inside?.nodes.some(startsBeside)).map(({ id }) => id);
  const tokens = state.tokens.filter((token) => typeof token === 'string' || !beside.includes(token.run));
  const begun = [...new Set([...state.begun, ...beside])];
  const own = stepsOf(scope, { ...state, tokens, begun }).filter(({ isRescue }) => !isRescue);
  const runs = state.tokens.flatMap((token) => (typeof token === 'string' ? [] : [token]));
  return (
    (own.length === 0 && tokens.length > 0) ||
    runs.some(
      ({ run, inside }) => inside && hasStuckScope(scope.nodes.find(({ id }) => id === run)!.inside!, inside),
    )
  );
}

const startsBeside = ({ type, interrupting }: DrawnNode): boolean =>
  type === 'startEvent' && interrupting === false;

function allCanEnd(
  count: number,
  edges: readonly { readonly from: number; readonly to: number | undefined; readonly isRescue: boolean }[],
): boolean {
  const ending = new Set<number>();
  for (let size = -1; size !== ending.size;) {
    size = ending.size;
    for (const { from, to, isRescue } of edges)
      if (!isRescue && (to === undefined || ending.has(to))) ending.add(from);
  }
  for (let at = 0; at < count; at++) if (!ending.has(at)) return false;
  return true;
}
