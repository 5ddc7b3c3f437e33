import { eagerPlaces } from './eager-places.js';
import { freePlaces } from './free-places.js';
import { composed, endsOfBoth, goesOn, merged, type Net, type Transition } from './net.js';
import { joined } from './rope.js';
import { NetIndex } from './net-index.js';

/**
 * A smaller net with the same answers: safe, without deadlock, option to complete, proper completion, and what is
 * dead. `docs/soundness.md` says why each rule keeps each of them. Nothing here is tried on a scope's first place,
 * and no rule looks past a step that ends the scope.
 */
export function reducedNet(net: Net): Net {
  const index = new NetIndex(net);
  const open = [...net.places.keys()];
  const isOpen = new Uint8Array(net.places.length).fill(1);
  // A place that is touched meanwhile is looked at again, once, after those that are open.
  for (let at = 0; at < open.length; at++) {
    const place = open[at]!;
    isOpen[place] = 0;
    for (const touched of reduceAt(place, index)) {
      if (isOpen[touched]) continue;
      isOpen[touched] = 1;
      open.push(touched);
    }
  }
  return { ...net, transitions: index.standing(), eager: eagerPlaces(index), free: freePlaces(index) };
}

/** Applies the rules at one place; returns the places whose surroundings changed. */
function reduceAt(place: number, index: NetIndex): readonly number[] {
  if (place === 0) return [];
  return (
    withoutPassage(place, index) ??
    withoutTwin(place, index) ??
    withoutSelfLoop(place, index) ??
    withoutInclusiveBlock(place, index) ??
    []
  );
}

/**
 * Passage: a token on the place can only go on, and may as well do so at once. Every step that puts one there is
 * followed by every step that takes one from there.
 */
function withoutPassage(place: number, index: NetIndex): readonly number[] | undefined {
  if (!isPassage(place, index)) return undefined;
  const before = [...index.producersOf(place)];
  const after = [...index.consumersOf(place)];
  for (const transition of [...before, ...after]) index.remove(transition);
  const touched: number[] = [];
  for (const first of before)
    for (const second of after) {
      const both = composed(first, second, place, index.net.endOf);
      const isMerged = index.add(both);
      touched.push(...first.consume, ...(isMerged ? both.produce : second.produce));
    }
  return touched;
}

function isPassage(place: number, index: NetIndex): boolean {
  const before = index.producersOf(place);
  const after = index.consumersOf(place);
  if (before.length === 0 || after.length === 0) return false;
  if (before.length * after.length > before.length + after.length) return false;
  for (const first of before)
    if (first.consume.includes(place) || (first.produce.length > 1 && timesIn(first.produce, place) > 1))
      return false;
  for (const second of after) if (!goesOn(second) || !index.reachesAlike(place, second.produce)) return false;
  return true;
}

const timesIn = (places: readonly number[], place: number): number =>
  places.reduce((times, other) => (other === place ? times + 1 : times), 0);

/** Twins: two places that the same steps fill and empty always hold the same; one of them is enough. */
function withoutTwin(place: number, index: NetIndex): readonly number[] | undefined {
  const before = index.producersOf(place);
  const after = index.consumersOf(place);
  const twin = before[0]?.produce.find((other) => other !== place && isTwin(place, other, index));
  if (twin === undefined) return undefined;
  const without = (places: readonly number[]): number[] => places.filter((other) => other !== place);
  for (const transition of new Set([...before, ...after])) {
    index.remove(transition);
    index.add({
      ...transition,
      consume: without(transition.consume),
      produce: without(transition.produce),
    });
  }
  return [twin];
}

function isTwin(place: number, other: number, index: NetIndex): boolean {
  const [before, after] = [index.producersOf(place), index.consumersOf(place)];
  const [otherBefore, otherAfter] = [index.producersOf(other), index.consumersOf(other)];
  return (
    other !== 0 &&
    before.length === otherBefore.length &&
    after.length === otherAfter.length &&
    after.length > 0 &&
    after.every(({ consume, join }) => join === undefined && consume.includes(other)) &&
    before.every(({ produce }) => timesIn(produce, place) === 1 && timesIn(produce, other) === 1) &&
    index.reachesAlike(place, [other])
  );
}

/** Self-loop: a step that changes nothing, where the token can also go on alone. What it passes is passed. */
function withoutSelfLoop(place: number, index: NetIndex): readonly number[] | undefined {
  const after = index.consumersOf(place);
  const loop = after.find(({ consume, produce }) => isOnly(consume, place) && isOnly(produce, place));
  if (!loop || !after.some((other) => other !== loop && isOnly(other.consume, place))) return undefined;
  const before = index.producersOf(place).filter((first) => first !== loop);
  if (before.length === 0 || before.some(({ consume }) => consume.includes(place))) return undefined;
  index.remove(loop);
  const twice = endsOfBoth(loop, loop, index.net.endOf);
  for (const first of before) {
    index.remove(first);
    const followed = endsOfBoth(first, { ...loop, ...twice }, index.net.endOf);
    const { sinks, clashes } = merged(first, { ...first, ...followed });
    index.add({ ...first, sinks, clashes, covers: joined(first.covers, loop.covers) });
  }
  return [place];
}

const isOnly = (places: readonly number[], place: number): boolean =>
  places.length === 1 && places[0] === place;

/**
 * Inclusive block: all that a split can choose goes straight to one inclusive join, and nothing else goes there. Any
 * choice comes together at once, since a token before the split can still reach the flows that have come as well.
 */
function withoutInclusiveBlock(place: number, index: NetIndex): readonly number[] | undefined {
  if (index.net.reaches.size === 0) return undefined;
  const splits = [...index.consumersOf(place)];
  const target = splits[0]?.produce[0];
  const joins = target === undefined ? [] : index.consumersOf(target).filter(({ join }) => join);
  const into = joins[0]?.consume ?? [];
  if (joins.length === 0 || !splits.every((split) => isOnly(split.consume, place) && leadsTo(into, split)))
    return undefined;
  const isFed = into.every((flow) =>
    index.producersOf(flow).every((before) => isOnly(before.consume, place)),
  );
  if (!isFed || index.producersOf(place).length === 0) return undefined;
  for (const transition of [...joins, ...splits]) index.remove(transition);
  const split = { ...splits[0]!, covers: splits.map(({ covers }) => covers).reduce(joined) };
  for (const { produce, path, covers, sinks, clashes } of joins) {
    const both = endsOfBoth(split, { path, sinks, clashes }, index.net.endOf);
    const passed = { path: joined(split.path, path), covers: joined(split.covers, covers) };
    index.add({ ...split, ...both, ...passed, produce });
  }
  return [place, ...joins.flatMap(({ produce }) => produce)];
}

const leadsTo = (into: readonly number[], split: Transition): boolean =>
  split.exit === undefined &&
  split.sinks.size === 0 &&
  split.produce.length > 0 &&
  split.produce.every((place, at) => into.includes(place) && split.produce[at + 1] !== place);
