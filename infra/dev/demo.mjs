#!/usr/bin/env node
/** `npm run demo`: installs and builds what is missing, then one village's case from registration to published result. */
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
const { runDemo } = await import('./dist/demo/run-demo.js');
for (const signal of SIGNALS) process.off(signal, breakOff);
process.exit(await runDemo(process.env));
