/** Who is told at one step of a ladder, after those who may not be told have been skipped. */
export interface LadderStep {
  readonly recipients: readonly string[];
}

/**
 * The people of each step. Whoever is late, accused, a relative or a subordinate (`excluded`) is passed over; a
 * recipient of whom nobody is left, and an empty position, is replaced by the next step above that has somebody.
 * `resolve` gives the ids behind a reference: persons, or seats of which somebody is free to be told. A step with nobody at all means that no one above is free to be
 * told: the caller raises an incident.
 */
export function skipUpward(
  steps: readonly LadderStep[],
  excluded: readonly string[],
  resolve: (reference: string) => readonly string[],
): readonly (readonly string[])[] {
  const barred = new Set(excluded);
  const free = steps.map(({ recipients }) =>
    recipients.map((reference) => resolve(reference).filter((personId) => !barred.has(personId))),
  );
  const above = (index: number): readonly string[] =>
    free
      .slice(index + 1)
      .find((groups) => groups.some((group) => group.length > 0))
      ?.flat() ?? [];
  return free.map((groups, index) => [
    ...new Set(groups.flatMap((group) => (group.length > 0 ? group : above(index)))),
  ]);
}
