import { emptyRope, joined, type Rope } from './rope.js';

/** Where a token may stand: on a sequence flow, in a running activity, or between two halves of a gateway. */
export interface Place {
  /** Id of the flow, or of the node that runs. */
  readonly name: string;
  /** The node at which the token stands: the target of the flow. */
  readonly node: string;
}

/** Two tokens that vanish at ends one after the other in one run. */
export interface Clash {
  readonly kind: 'unsafe' | 'improper';
  /** The flow that got both, or the end event that both reached. */
  readonly id: string;
  /** A firing sequence that shows it. */
  readonly path: Rope;
}

/** One step of the net; a reduced net's step stands for several of the process. */
export interface Transition {
  /** Each place loses one token; of a `join`, each that has one. */
  readonly consume: readonly number[];
  /** Each place gets one token as often as it is listed; sorted. */
  readonly produce: readonly number[];
  /** One way to do it: node and flow ids. */
  readonly path: Rope;
  /** Ids of nodes that one of the ways passes. */
  readonly covers: Rope;
  /** Flows whose token vanishes at an end (each in one of the ways), with that way. */
  readonly sinks: ReadonlyMap<string, Rope>;
  /** What the ways get wrong at ends by themselves, by kind and id. */
  readonly clashes: ReadonlyMap<string, Clash>;
  /** The scope ends in this way, whatever other tokens there are. */
  readonly exit: string | undefined;
  /** Id of the inclusive gateway of which this is the joining half. */
  readonly join: string | undefined;
  /** Happens at once, before any inclusive gateway is asked. */
  readonly instant: boolean;
}

/** The steps of one scope, which begins with one token on place 0 and has completed when no token is left. */
export interface Net {
  readonly places: readonly Place[];
  readonly transitions: readonly Transition[];
  /** The end event behind a flow whose token vanishes. */
  readonly endOf: ReadonlyMap<string, string>;
  /** Of each inclusive join: which of its incoming flows a token on a place can still reach, as bits. */
  readonly reaches: ReadonlyMap<string, readonly number[]>;
  /** Places whose tokens go on first. */
  readonly eager: ReadonlySet<number>;
  /** Places of which no more than two tokens are counted: theirs meet no others. */
  readonly free: ReadonlySet<number>;
}

/** Places with a token, sorted; a place stands there once for each of its tokens. */
export type Marking = readonly number[];

export const noSinks: ReadonlyMap<string, Rope> = new Map();
export const noClashes: ReadonlyMap<string, Clash> = new Map();

/** `first`, and at once `second`, which consumes nothing but the token that `first` puts on `place`. */
export function composed(
  first: Transition,
  second: Transition,
  place: number,
  endOf: Net['endOf'],
): Transition {
  const { consume, exit, join, instant } = first;
  const { sinks, clashes } = endsOfBoth(first, second, endOf);
  return {
    consume,
    produce: replaced(first.produce, place, second.produce),
    path: joined(first.path, second.path),
    covers: joined(first.covers, second.covers),
    sinks,
    clashes,
    exit,
    join,
    instant,
  };
}

/** `places` with `instead` in the place of the one `place`, sorted. */
function replaced(places: readonly number[], place: number, instead: readonly number[]): readonly number[] {
  if (places.length === 1) return instead;
  return [...places.filter((other) => other !== place), ...instead].sort((a, b) => a - b);
}

type Ends = Pick<Transition, 'sinks' | 'clashes'>;
const noEnds: Ends = { sinks: noSinks, clashes: noClashes };
type Ways = Pick<Transition, 'path' | 'sinks' | 'clashes'>;

/** What vanishes when one way of `first` is followed by one way of `second`. */
export function endsOfBoth(first: Ways, second: Ways, endOf: Net['endOf']): Ends {
  if (first.sinks.size === 0 && second.sinks.size === 0) return noEnds;
  const sinks = new Map<string, Rope>();
  for (const [flow, path] of first.sinks) sinks.set(flow, joined(path, second.path));
  for (const [flow, path] of second.sinks) if (!sinks.has(flow)) sinks.set(flow, joined(first.path, path));
  const clashes = new Map<string, Clash>();
  for (const clash of first.clashes.values())
    add(clashes, { ...clash, path: joined(clash.path, second.path) });
  for (const clash of second.clashes.values())
    add(clashes, { ...clash, path: joined(first.path, clash.path) });
  for (const clash of clashesBetween(first.sinks, second.sinks, endOf)) add(clashes, clash);
  return { sinks, clashes };
}

const add = (clashes: Map<string, Clash>, clash: Clash): void => {
  const key = `${clash.kind} ${clash.id}`;
  if (!clashes.has(key)) clashes.set(key, clash);
};

function* clashesBetween(
  first: ReadonlyMap<string, Rope>,
  second: ReadonlyMap<string, Rope>,
  endOf: Net['endOf'],
): Generator<Clash> {
  if (first.size === 0 || second.size === 0) return;
  const byEnd = new Map([...first].map(([flow, path]) => [endOf.get(flow) ?? flow, path]));
  for (const [flow, after] of second) {
    const same = first.get(flow);
    if (same) yield { kind: 'unsafe', id: flow, path: joined(same, after) };
    const end = endOf.get(flow);
    const before = end === undefined ? undefined : byEnd.get(end);
    if (end !== undefined && before) yield { kind: 'improper', id: end, path: joined(before, after) };
  }
}

/** Two steps that do the same to the tokens, as one that may be either. */
export function merged(one: Transition, other: Transition): Transition {
  const covers = joined(one.covers, other.covers);
  if (other.sinks.size === 0) return { ...one, covers };
  const sinks = new Map([...other.sinks, ...one.sinks]);
  const clashes = new Map([...other.clashes, ...one.clashes]);
  return { ...one, covers, sinks, clashes };
}

/** Takes nothing but one token, and what it makes of it can still be seen to come twice. */
export const goesOn = ({ consume, produce, sinks, exit, join }: Transition): boolean =>
  consume.length === 1 && exit === undefined && join === undefined && (produce.length > 0 || sinks.size > 0);

/** A step as it stands in the process. All steps are of one shape: thousands of them are made and looked at. */
export function step(
  consume: readonly number[],
  produce: readonly number[],
  rest: Partial<Transition> = nothing,
): Transition {
  const { path = emptyRope, covers = emptyRope, sinks = noSinks, clashes = noClashes } = rest;
  const { exit, join, instant = false } = rest;
  const sorted = produce.length > 1 ? produce.toSorted((a, b) => a - b) : produce;
  return { consume, produce: sorted, path, covers, sinks, clashes, exit, join, instant };
}

const nothing: Partial<Transition> = {};
