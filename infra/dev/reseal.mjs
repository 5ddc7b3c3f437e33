#!/usr/bin/env node
/** `npm run reseal`, see docs/backup.md, "Lost keys"; installs and builds what is missing, then hands over to `src/seals`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runSealAnew } = await import('./dist/seals/run-seal-anew.js');
process.exit(await runSealAnew(process.argv.slice(2), process.env));
