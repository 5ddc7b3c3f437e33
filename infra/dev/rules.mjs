#!/usr/bin/env node
/** `npm run rules`: see `src/rules/run-rules.ts`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRuntime } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await buildRuntime(checkout);
const { runRules } = await import('./dist/rules/run-rules.js');
process.exitCode = runRules();
