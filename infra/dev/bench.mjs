#!/usr/bin/env node
/** `npm run bench:<name>`: installs and builds what is missing, then runs `test/load/<name>.bench.mjs`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';
import { run } from './bootstrap/run.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const [name, ...rest] = process.argv.slice(2);
requireNode(checkout);
await install(checkout);
await build(checkout);
const { code } = await run(process.execPath, [join(checkout, 'test/load', `${name}.bench.mjs`), ...rest], {
  cwd: checkout,
  show: 'all',
});
process.exitCode = code;
