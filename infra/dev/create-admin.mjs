#!/usr/bin/env node
/** `npm run create-admin [-- --login <login>]`: an invitation for the first administrator, or for one who lost the way in. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runCreateAdmin } = await import('./dist/accounts/run-create-admin.js');
process.exit(await runCreateAdmin(process.argv.slice(2), process.env));
