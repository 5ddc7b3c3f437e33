import type { Marking, Net, Transition } from './net.js';

/** The steps that are possible in a marking. */
export type Enabling = (marking: Marking) => readonly Transition[];

/**
 * What is possible, by the engine's rules: inclusive gateways are asked only when nothing else happens at once, and
 * where nothing at all happens any more the first of those that wait is released (bpmn-engine `settling.ts`).
 */
export function enabledIn(net: Net): Enabling {
  const plain = net.transitions.filter(({ join }) => join === undefined);
  const joins = net.transitions.filter(({ join }) => join !== undefined);
  const byFirst = new Map<number, Transition[]>();
  for (const transition of plain) {
    const first = transition.consume[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), transition]);
  }
  return (marking) => {
    const first = net.eager.size === 0 ? undefined : marking.find((place) => net.eager.has(place));
    if (first !== undefined) return byFirst.get(first)!;
    const enabled: Transition[] = [];
    marking.forEach((place, index) => {
      if (place === marking[index - 1]) return;
      for (const transition of byFirst.get(place) ?? [])
        if (holdsAll(marking, transition.consume)) enabled.push(transition);
    });
    return joins.length === 0 ? enabled : [...enabled, ...enabledJoins(net, joins, marking, enabled)];
  };
}

const holdsAll = (marking: Marking, places: readonly number[]): boolean =>
  places.length === 1 || places.every((place) => marking.includes(place));

function enabledJoins(
  net: Net,
  joins: readonly Transition[],
  marking: Marking,
  enabled: readonly Transition[],
): readonly Transition[] {
  if (enabled.some(({ instant }) => instant)) return [];
  const waiting = joins.filter(({ consume }) => consume.some((place) => marking.includes(place)));
  const ready = waiting.filter((join) => !isAwaited(join, marking, net.reaches.get(join.join!)!));
  if (ready.length > 0 || enabled.length > 0) return ready;
  const [first] = waiting.map(({ join }) => join!).sort();
  return waiting.filter(({ join }) => join === first);
}

/** Whether a token elsewhere can bring what has not come, without being one of the next round. */
function isAwaited({ consume }: Transition, marking: Marking, reaches: readonly number[]): boolean {
  const all = bitsOf(consume, reaches);
  const arrived = bitsOf(
    consume.filter((place) => marking.includes(place)),
    reaches,
  );
  if (arrived === all) return false;
  return marking.some((place) => {
    if (consume.includes(place)) return false;
    const bits = reaches[place]!;
    return (bits & ~arrived) !== 0 && (bits & arrived) === 0;
  });
}

const bitsOf = (places: readonly number[], reaches: readonly number[]): number =>
  places.reduce((bits, place) => bits | reaches[place]!, 0);
