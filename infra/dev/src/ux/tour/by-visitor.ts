import type { Stop } from './stop.js';

/** Stops that one person looks at on one surface, in the order in which each such person comes first. */
export function byVisitor(stops: readonly Stop[]): Stop[][] {
  const groups = new Map<string, Stop[]>();
  for (const stop of stops) {
    const key = `${stop.surface} ${stop.login}`;
    groups.set(key, [...(groups.get(key) ?? []), stop]);
  }
  return [...groups.values()];
}
