import type { Drawn, DrawnFlow, DrawnNode } from './drawn.js';

/**
 * The token game played literally, state by state, with running sub-processes inside the state of their scope: the
 * oracle of the soundness check, which shares no line with it and reduces nothing.
 */
export interface ScopeState {
  /** Tokens, sorted by their text: flow ids, and what runs. */
  readonly tokens: readonly Token[];
  /** End events that were reached: once, or (2) more often. */
  readonly ends: Readonly<Record<string, 1 | 2>>;
  /** Non-interrupting event sub-processes that have begun. */
  readonly begun: readonly string[];
}

export type Token = string | Run;

export interface Run {
  readonly run: string;
  readonly fired: readonly string[];
  readonly inside?: ScopeState;
}

export interface Step {
  /** The state after it; or how the scope ended. */
  readonly next: ScopeState | 'complete' | { readonly thrown: DrawnNode };
  readonly covers: readonly string[];
  /** An event sub-process interrupted its scope: an emergency exit, which does not count as a way to complete. */
  readonly isRescue: boolean;
  /** An end event was reached that had been reached before. */
  readonly isTwice?: boolean;
}

export function openingOf(scope: Drawn): Step[] {
  const starts = scope.nodes.filter(({ type }) => type === 'startEvent');
  return settled(
    starts.map(({ id }) => id),
    { tokens: [], ends: {}, begun: [] },
    outOf(scope, starts),
  );
}

const outOf = (scope: Drawn, nodes: readonly DrawnNode[]): string[] =>
  scope.flows.filter(({ source }) => nodes.some(({ id }) => id === source)).map(({ id }) => id);

const without = <T>(items: readonly T[], ...gone: readonly T[]): T[] => {
  const left = [...items];
  for (const item of gone) left.splice(left.indexOf(item), 1);
  return left;
};

const sorted = (tokens: readonly Token[]): Token[] =>
  [...tokens].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A scope without tokens has completed. */
function settled(
  covers: readonly string[],
  state: ScopeState,
  added: readonly Token[],
  isRescue = false,
): Step[] {
  const tokens = sorted([...state.tokens, ...added]);
  return [{ covers, next: tokens.length === 0 ? 'complete' : { ...state, tokens }, isRescue }];
}

export function stepsOf(scope: Drawn, state: ScopeState): Step[] {
  const steps: Step[] = [];
  const distinct = new Map(state.tokens.map((token) => [JSON.stringify(token), token]));
  for (const token of distinct.values())
    steps.push(
      ...(typeof token === 'string' ? arrivals(scope, state, token) : runSteps(scope, state, token)),
    );
  for (const node of scope.nodes) {
    if (node.type === 'parallelGateway') steps.push(...joins(scope, state, node));
    if (node.type === 'eventSubProcess') steps.push(...interruptions(scope, state, node));
  }
  return steps;
}

const nodeIn = ({ nodes }: Drawn, id: string): DrawnNode => nodes.find((node) => node.id === id)!;

const flowsInto = ({ flows }: Drawn, { id }: DrawnNode): DrawnFlow[] =>
  flows.filter(({ target }) => target === id);

function arrivals(scope: Drawn, state: ScopeState, flow: string): Step[] {
  const node = nodeIn(scope, scope.flows.find(({ id }) => id === flow)!.target);
  const rest = { ...state, tokens: without(state.tokens, flow) };
  if (node.type === 'parallelGateway') return [];
  if (node.type === 'endEvent') return ended(scope, rest, node);
  if (node.type === 'exclusiveGateway' && outOf(scope, [node]).length > 0)
    return outOf(scope, [node]).flatMap((out) => settled([node.id], rest, [out]));
  if (node.type === 'exclusiveGateway') return settled([node.id], rest, []);
  if (node.type !== 'subProcess') return settled([], rest, [{ run: node.id, fired: [] }]);
  return openingOf(node.inside!).flatMap(({ next }) =>
    next === 'complete'
      ? settled([node.id], rest, outOf(scope, [node]))
      : settled([node.id], rest, [{ run: node.id, fired: [], inside: next as ScopeState }]),
  );
}

function ended(scope: Drawn, rest: ScopeState, node: DrawnNode): Step[] {
  if (node.trigger === 'Terminate') return [{ covers: [node.id], next: 'complete', isRescue: false }];
  if (node.trigger === 'Error') return caught(scope, rest, node, [node.id]);
  const times = rest.ends[node.id] === undefined ? 1 : 2;
  const after: ScopeState = { ...rest, ends: { ...rest.ends, [node.id]: times } };
  return settled([node.id], after, []).map((step) => ({ ...step, isTwice: times === 2 }));
}

/** What is thrown in this scope: its own event sub-processes catch it, or it leaves the scope. */
function caught(scope: Drawn, rest: ScopeState, thrown: DrawnNode, covers: readonly string[]): Step[] {
  const catcher = scope.nodes.find(
    ({ type, inside }) =>
      type === 'eventSubProcess' &&
      inside!.nodes.some((node) => node.trigger === thrown.trigger && node.type === 'startEvent'),
  );
  if (!catcher) return [{ covers, next: { thrown }, isRescue: false }];
  return begin(catcher, { tokens: [], ends: {}, begun: ['*'] }, covers, false);
}

/** An event sub-process begins beside or instead of what runs. */
function begin(node: DrawnNode, state: ScopeState, covers: readonly string[], isRescue: boolean): Step[] {
  const all = [...covers, node.id];
  return openingOf(node.inside!).flatMap(({ next }) =>
    next === 'complete'
      ? settled(all, state, [], isRescue)
      : settled(all, state, [{ run: node.id, fired: [], inside: next as ScopeState }], isRescue),
  );
}

function interruptions(scope: Drawn, state: ScopeState, node: DrawnNode): Step[] {
  const start = node.inside!.nodes.find(({ type }) => type === 'startEvent')!;
  if (start.trigger !== 'Message' || state.begun.includes('*') || state.begun.includes(node.id)) return [];
  if (start.interrupting !== false) return begin(node, { tokens: [], ends: {}, begun: ['*'] }, [], true);
  return begin(node, { ...state, begun: [...state.begun, node.id].sort() }, [], false);
}

function joins(scope: Drawn, state: ScopeState, node: DrawnNode): Step[] {
  const into = flowsInto(scope, node).map(({ id }) => id);
  if (into.length === 0 || !into.every((flow) => state.tokens.includes(flow))) return [];
  return settled([node.id], { ...state, tokens: without(state.tokens, ...into) }, outOf(scope, [node]));
}

function runSteps(scope: Drawn, state: ScopeState, run: Run): Step[] {
  const node = nodeIn(scope, run.run);
  const rest = { ...state, tokens: without<Token>(state.tokens, run) };
  const finished = (): Step[] =>
    node.type === 'eventSubProcess' ? settled([], rest, []) : settled([node.id], rest, outOf(scope, [node]));
  const inner = run.inside ? stepsOf(node.inside!, run.inside) : undefined;
  const own = inner
    ? inner.flatMap((step): Step[] => {
        const { next, covers, isRescue, isTwice = false } = step;
        if (next === 'complete')
          return finished().map((done) => ({
            ...done,
            covers: [...covers, ...done.covers],
            isRescue,
            isTwice,
          }));
        if ('thrown' in next) return thrownInside(scope, rest, node, next.thrown, covers);
        return settled(covers, rest, [{ ...run, inside: next }], isRescue).map((one) => ({
          ...one,
          isTwice,
        }));
      })
    : finished();
  return [...own, ...boundarySteps(scope, rest, node, run)];
}

function thrownInside(
  scope: Drawn,
  rest: ScopeState,
  node: DrawnNode,
  thrown: DrawnNode,
  covers: readonly string[],
): Step[] {
  const event = scope.nodes.find(
    ({ attachedTo, trigger }) => attachedTo === node.id && trigger === thrown.trigger,
  );
  if (event) return settled([...covers, event.id], rest, outOf(scope, [event]));
  // A scope that an event sub-process has interrupted listens no longer.
  return rest.begun.includes('*')
    ? [{ covers, next: { thrown }, isRescue: false }]
    : caught(scope, rest, thrown, covers);
}

function boundarySteps(scope: Drawn, rest: ScopeState, node: DrawnNode, run: Run): Step[] {
  return scope.nodes.flatMap((event): Step[] => {
    if (event.attachedTo !== node.id || run.fired.includes(event.id)) return [];
    if (event.trigger === 'Error') return [];
    const out = outOf(scope, [event]);
    if (event.interrupting !== false) return settled([event.id], rest, out);
    return settled([event.id], rest, [...out, { ...run, fired: [...run.fired, event.id].sort() }]);
  });
}
