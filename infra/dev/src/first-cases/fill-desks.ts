import { inDatabase } from '../postgres/with-database.js';
import { openTimeMachine } from '../demo/time-machine.js';
import type { StartContext } from '../start/provide-servers.js';
import type { RunningProduct } from '../start/start-product.js';
import { sentenceOf } from '../sentence-of.js';
import { firstCases } from './first-cases.js';
import { leadFirstCases } from './lead-first-cases.js';

/**
 * A demo's first cases, while the pages are already there; what was broken off goes on at the next start. Data that hold other
 * cases from the beginning get none. A failure is told and ends nothing.
 */
export async function fillDesks(
  { settings, progress }: StartContext,
  product: RunningProduct,
  asked: Promise<unknown>,
): Promise<void> {
  let isEnding = false;
  void asked.then(() => (isEnding = true));
  try {
    if (!(await areWanted(product.databaseUrl))) return;
    progress.note('demo cases are being led to where you find them (in the background) …');
    const began = performance.now();
    await leadThere({ settings, progress }, product, () => isEnding);
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    if (!isEnding) progress.note(`✓ ${firstCases.length} demo cases in different states (${seconds} s)`);
  } catch (error) {
    if (!isEnding) progress.note(`  the demo cases could not be led on: ${sentenceOf(error)}`);
  }
}

/** Leads the first cases through their time in a product that runs; `isEnding` breaks it off between two steps. */
export async function leadThere(
  { settings, progress }: Pick<StartContext, 'settings' | 'progress'>,
  product: RunningProduct,
  isEnding: () => boolean,
): Promise<void> {
  const timeMachine = await openTimeMachine(settings, product);
  try {
    await leadFirstCases({
      baseUrl: product.url,
      fastForward: timeMachine.fastForward,
      bringToPresent: timeMachine.bringToPresent,
      now: () => Date.now(),
      note: progress.note,
      isEnding,
    });
  } finally {
    await timeMachine.close();
  }
}

/** Where nothing was begun, or what was begun there first was one of them. */
const areWanted = (ownerUrl: string): Promise<boolean> =>
  inDatabase(ownerUrl, { name: 'wuqing-first-cases', actor: 'demo' }, async (work) => {
    const titles = firstCases.map(({ title }) => title);
    const [row] = await work.query<{ wanted: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM process_instance)
         OR EXISTS (SELECT 1 FROM process_instance WHERE title = ANY ($1)) AS wanted`,
      [titles],
    );
    return row?.wanted ?? false;
  });
