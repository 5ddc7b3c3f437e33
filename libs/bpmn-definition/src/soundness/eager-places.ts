import type { NetIndex } from './net-index.js';
import { goesOn, type Transition } from './net.js';

/**
 * Places at which a token may go on before anything else happens: what the passage rule says of them, without writing
 * down the product of the steps before and after. Only places from which no loop can be reached, or a loop could keep
 * all else from happening for ever.
 */
export function eagerPlaces(index: NetIndex): ReadonlySet<number> {
  const eager = new Set<number>();
  for (const place of placesWithoutLoop(index)) {
    const after = index.consumersOf(place);
    if (place === 0 || after.length === 0) continue;
    if (after.every((step) => goesOn(step) && index.reachesAlike(place, step.produce))) eager.add(place);
  }
  return eager;
}

/** Peels off, again and again, the places from which every step leads only to places that are off already. */
function placesWithoutLoop(index: NetIndex): ReadonlySet<number> {
  const left = index.net.places.map((_, place) => placesOf(index.consumersOf(place), 'produce').size);
  const off = new Set<number>();
  left.forEach((count, place) => count === 0 && off.add(place));
  for (const place of off) {
    for (const earlier of placesOf(index.producersOf(place), 'consume')) {
      left[earlier]! -= 1;
      if (left[earlier] === 0) off.add(earlier);
    }
  }
  return off;
}

const none: ReadonlySet<number> = new Set();

/** Most places of a reduced net have no step left. */
const placesOf = (steps: readonly Transition[], side: 'consume' | 'produce'): ReadonlySet<number> =>
  steps.length === 0 ? none : new Set(steps.flatMap((step) => step[side]));
