#!/usr/bin/env node
/** `npm run shots`: see `src/ux/shots/run-shots.ts`. */
import { readyForPages } from './bootstrap/pages.mjs';

await readyForPages(import.meta.url);
const { runShots } = await import('./dist/ux/shots/run-shots.js');
process.exit(await runShots(process.argv.slice(2), process.env));
