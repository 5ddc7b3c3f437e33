#!/usr/bin/env node
/** See docs/backup.md; installs and builds what is missing, then hands over to `src/backup`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { runBackup } = await import('./dist/backup/run-backup.js');
process.exit(await runBackup(process.argv.slice(2), process.env));
