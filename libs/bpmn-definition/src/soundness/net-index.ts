import { merged, type Net, type Transition } from './net.js';

/** A net whose steps come and go, with the steps before and after each place at hand. */
export class NetIndex {
  private readonly before: Transition[][];
  private readonly after: Transition[][];
  private readonly reachRows: readonly (readonly number[])[];

  constructor(readonly net: Net) {
    this.before = net.places.map(() => []);
    this.after = net.places.map(() => []);
    this.reachRows = [...net.reaches.values()];
    for (const transition of net.transitions) this.add(transition);
  }

  /** Adds a step; one that does the same to the tokens becomes one with it, and the answer is yes. */
  add(transition: Transition): boolean {
    const same = this.sameAs(transition);
    if (same) this.remove(same);
    const added = same ? merged(same, transition) : transition;
    for (const place of added.consume) this.after[place]!.push(added);
    for (const place of added.produce)
      if (this.before[place]!.at(-1) !== added) this.before[place]!.push(added);
    return same !== undefined;
  }

  private sameAs(transition: Transition): Transition | undefined {
    for (const other of this.after[transition.consume[0]!]!) if (doesSame(other, transition)) return other;
    return undefined;
  }

  remove(transition: Transition): void {
    for (const place of transition.consume) drop(this.after[place]!, transition);
    for (const place of transition.produce) drop(this.before[place]!, transition);
  }

  producersOf(place: number): readonly Transition[] {
    return this.before[place]!;
  }

  consumersOf(place: number): readonly Transition[] {
    return this.after[place]!;
  }

  /** Whether no inclusive join can tell a token on `place` from one on any of `others`. */
  reachesAlike(place: number, others: readonly number[]): boolean {
    if (this.reachRows.length === 0) return true;
    return this.reachRows.every((row) =>
      others.length === 0 ? row[place] === 0 : others.every((other) => row[other] === row[place]),
    );
  }

  standing(): Transition[] {
    return [...new Set(this.after.flat())];
  }
}

function drop(transitions: Transition[], transition: Transition): void {
  const at = transitions.indexOf(transition);
  if (at >= 0) transitions.splice(at, 1);
}

const doesSame = (one: Transition, other: Transition): boolean =>
  one.exit === other.exit &&
  one.join === other.join &&
  one.instant === other.instant &&
  areEqual(one.consume, other.consume) &&
  areEqual(one.produce, other.produce);

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
