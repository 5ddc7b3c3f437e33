#!/usr/bin/env node
/** `npm run rotate:keys`, see docs/security.md, "Identities"; installs and builds what is missing, then hands over to `src/identities`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runRotateKeys } = await import('./dist/identities/run-rotate-keys.js');
process.exit(await runRotateKeys(process.argv.slice(2), process.env));
