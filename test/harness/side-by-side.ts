import { required } from '@wuqing/kernel';
import type { Journey } from '@wuqing/process-library';

/** So many are on their way at once: each lives in its own time. */
const AT_ONCE = 3;

/** Begins to walk these journeys side by side; answers the walk of each by its key, which fails where that one does. */
export function walkSideBySide<Walked>(
  journeys: readonly Journey[],
  walk: (journey: Journey) => Promise<Walked>,
): (key: string) => Promise<Walked> {
  const walks = new Map<string, Promise<Walked>>();
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  journeys.forEach((journey, index) => {
    const walked = lanes[index % AT_ONCE]!.then(() => walk(journey));
    walks.set(journey.key, walked);
    lanes[index % AT_ONCE] = walked.then(
      () => undefined,
      () => undefined,
    );
  });
  return (key) => required(walks.get(key), `journey ${key}`);
}
