import type { CountKnown } from '../visibility/visible-counts.js';

/** What waits at one step, with the process that it belongs to. */
export type CountedStep = Pick<CountKnown, 'isClaimed' | 'elementId' | 'counted'> & {
  readonly processKey: string;
};

/** By these a list is narrowed and its kept counts are. */
const COUNTED_BY = ['view', 'processKey', 'elementId', 'tone', 'dueBy'];
const NEVER = 'infinity';

/**
 * How much a saved view shows, from counts that are kept; null where they cannot tell: of what is done, of one village, or of a search.
 * `query`: what stands behind the 「?」 of the list's address. Pure.
 */
export function savedViewCount(query: string, steps: readonly CountedStep[]): number | null {
  const asked = new URLSearchParams(query);
  const view = asked.get('view') ?? 'todo';
  if ([...asked.keys()].some((key) => !COUNTED_BY.includes(key))) return null;
  if (!['todo', 'claimable', 'claimed'].includes(view)) return null;
  const [processKey, elementId] = [asked.get('processKey'), asked.get('elementId')];
  return steps
    .filter((one) => view === 'todo' || one.isClaimed === (view === 'claimed'))
    .filter((one) => processKey === null || one.processKey === processKey)
    .filter((one) => elementId === null || one.elementId === elementId)
    .reduce((sum, { counted }) => sum + countedOf(counted, asked.get('tone'), asked.get('dueBy')), 0);
}

function countedOf(counted: CountedStep['counted'], tone: string | null, dueBy: string | null): number {
  let total = 0;
  for (const [kind, n] of Object.entries(counted)) {
    const end = kind.indexOf(' ');
    const [dueOn, itsTone] = [kind.slice(0, end), kind.slice(end + 1)];
    if (tone !== null && itsTone !== tone) continue;
    if (dueBy !== null && (dueOn === NEVER || dueOn > dueBy)) continue;
    total += n;
  }
  return total;
}
