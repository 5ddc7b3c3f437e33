import type { Work } from '@wuqing/persistence';
import {
  BATCH_MAX,
  fireClocks,
  lockDueClocks,
  type WatchDependencies,
} from '../../apps/worker/src/deadline-watch/fire-due-clocks.js';

/** One batch, as the watch takes it; how many fired. */
export async function fireDueClocks(work: Work, now: number, doors: WatchDependencies): Promise<number> {
  const due = await lockDueClocks(work, { now, limit: BATCH_MAX, without: [] });
  await fireClocks(work, due, now, doors);
  return due.length;
}
