import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '../places.js';
import { agreeFromLink, agreeWithSignature } from './journeys/agree-on-phone.js';
import { startCase } from './journeys/start-case.js';
import { supervise } from './journeys/supervise.js';
import { villager } from './journeys/villager.js';
import { longListRows } from './long-list/long-list-rows.js';
import { pageRows } from './rows/page-rows.js';
import { paperRows } from './rows/paper-rows.js';
import type { Row } from './rows/row.js';
import { tableOf } from './rows/table.js';
import { weightRows } from './rows/weight-rows.js';
import { speedRows } from './speed/speed-rows.js';
import { inDemoTown, type DemoTown } from './town/demo-town.js';

const PORT = 3_120;

/** In this order: what changes the town comes after what looks at it. */
const ROOMS: Readonly<Record<string, (town: DemoTown) => Promise<readonly Row[]>>> = {
  weights: weightRows,
  paper: paperRows,
  pages: pageRows,
  speed: speedRows,
  start: startCase,
  link: agreeFromLink,
  signature: agreeWithSignature,
  supervise,
  villager,
  list: longListRows,
};

/**
 * `npm run ux [-- <room> …]`: the budgets with what was measured in a real Chromium, on a demo of its own; ends with 1 where one is not
 * held. Rooms: `weights`, `paper`, `pages`, `speed`, `start`, `link`, `signature`, `supervise`, `villager`, `list`; all of them without
 * a name. The table stands in `.data/ux.json`, too.
 */
export function runUx(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const wanted = Object.keys(ROOMS).filter((name) => argv.length === 0 || argv.includes(name));
  const town = { env, folder: join(DATA_FOLDER, 'ux-town'), port: PORT, isAnew: true };
  return inDemoTown(town, async (running) => {
    const rows: Row[] = [];
    for (const name of wanted) rows.push(...(await rowsOf(name, running)));
    mkdirSync(DATA_FOLDER, { recursive: true });
    writeFileSync(join(DATA_FOLDER, 'ux.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
    running.progress.note(`\n${tableOf(rows)}`);
    return rows.every(({ isHeld }) => isHeld) ? 0 : 1;
  });
}

/** A room that falls over is a row that is not held: the others are measured all the same. */
async function rowsOf(name: string, town: DemoTown): Promise<readonly Row[]> {
  try {
    return await town.progress.stage(name, () => ROOMS[name]!(town));
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return [{ name, budget: 'measured', measured: 'fell over', isHeld: false, found: told.split('\n') }];
  }
}
