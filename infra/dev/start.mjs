#!/usr/bin/env node
/** `npm start`: installs and builds what is missing, then hands over to `src/start`. Needs nothing but Node. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { endWithNpm } from './bootstrap/end-with-npm.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
endWithNpm();
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runStart } = await import('./dist/start/run-start.js');
process.exit(await runStart(process.argv.slice(2), process.env));
