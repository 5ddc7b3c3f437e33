#!/usr/bin/env node
/** See docs/evidence.md; installs and builds what is missing, then hands over to `src/evidence`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runVerify } = await import('./dist/evidence/run-verify.js');
process.exit(await runVerify(process.argv.slice(2), process.env));
