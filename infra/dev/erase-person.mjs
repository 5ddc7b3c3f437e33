#!/usr/bin/env node
/** `npm run erase:person`, see docs/security.md, "Identities"; installs and builds what is missing, then hands over to `src/identities`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runErasePerson } = await import('./dist/identities/run-erase-person.js');
process.exit(await runErasePerson(process.argv.slice(2), process.env));
