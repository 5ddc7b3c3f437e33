#!/usr/bin/env node
/** `npm run ux`: see `src/ux/run-ux.ts`. */
import { readyForPages } from './bootstrap/pages.mjs';

await readyForPages(import.meta.url);
const { runUx } = await import('./dist/ux/run-ux.js');
process.exit(await runUx(process.argv.slice(2), process.env));
