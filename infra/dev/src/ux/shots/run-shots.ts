import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CHECKOUT, DATA_FOLDER } from '../../places.js';
import { inDemoTown } from '../town/demo-town.js';
import type { Stop } from '../tour/stop.js';
import { takeShots } from './take-shots.js';

const PORT = 3_110;

/**
 * `npm run shots [-- --anew] [<part of a name> …]`: every page in every width and both sizes of letters under `.data/shots`. What
 * is there already stays, so that a run which was broken off goes on.
 */
export function runShots(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const isAnew = argv.includes('--anew');
  const parts = argv.filter((one) => !one.startsWith('--'));
  const folder = join(DATA_FOLDER, 'shots');
  if (isAnew) rmSync(folder, { recursive: true, force: true });
  const isWanted = ({ surface, name }: Stop): boolean =>
    parts.length === 0 || parts.some((part) => `${surface}/${name}`.includes(part));
  const town = { env, folder: join(DATA_FOLDER, 'shots-town'), port: PORT, isAnew };
  return inDemoTown(town, async ({ browsers, stops, progress }) => {
    const wanted = stops.filter(isWanted);
    let [all, taken] = [0, 0];
    for await (const { file, isNew } of takeShots(browsers, wanted, folder)) {
      all += 1;
      if (isNew) taken += 1;
      progress.note(`${isNew ? 'taken' : 'there'} ${relative(CHECKOUT, file)}`);
    }
    progress.note(`\n${all} pictures of ${wanted.length} pages, ${taken} of them new`);
    return 0;
  });
}
