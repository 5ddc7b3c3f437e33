import type { NetIndex } from './net-index.js';

/**
 * Places whose tokens meet no other token any more: each goes its way alone, to another such place, to an end, or ends the scope.
 * What such tokens can still do depends on where there is one and never on how many, so that more than two of them on one place
 * (two show that it is unsafe) say nothing new.
 */
export function freePlaces(index: NetIndex): ReadonlySet<number> {
  const free = new Set(
    [...index.net.places.keys()].filter((place) => place !== 0 && goesAlone(place, index)),
  );
  // Taking one out may take out those before it.
  for (let before = -1; before !== free.size;) {
    before = free.size;
    for (const place of free)
      if (!index.consumersOf(place).every(({ produce }) => produce.every((next) => free.has(next))))
        free.delete(place);
  }
  return free;
}

function goesAlone(place: number, index: NetIndex): boolean {
  const after = index.consumersOf(place);
  return (
    after.length > 0 &&
    after.every(
      ({ consume, produce, join }) => join === undefined && consume.length === 1 && produce.length <= 1,
    ) &&
    index.reachesAlike(place, [])
  );
}
