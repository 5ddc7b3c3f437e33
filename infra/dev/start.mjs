#!/usr/bin/env node
/** `npm start`: installs and builds what is missing, then hands over to `src/start`. Needs nothing but Node. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { endWithNpm } from './bootstrap/end-with-npm.mjs';
import { install, requireNode } from './bootstrap/install.mjs';
import { endRunning } from './bootstrap/run.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const breakOff = (signal) => {
  endRunning(signal);
  process.exit(130);
};
for (const signal of SIGNALS) process.on(signal, breakOff);

endWithNpm();
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runStart } = await import('./dist/start/run-start.js');
for (const signal of SIGNALS) process.off(signal, breakOff);
process.exit(await runStart(process.argv.slice(2), process.env));
