#!/usr/bin/env node
/**
 * `npm run fuzz:feel [-- <runs> [<seed>]]`: generated FEEL expressions and cells of decision tables, 100,000 of each,
 * read and valued by the product and by a second reader that shares no part with it (test/conformance/feel/oracle); the
 * suite draws 3,000 of each. Prints the figures; a failure prints the shortest differences.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './bootstrap/install.mjs';
import { run } from './bootstrap/run.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const [runs = '100000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
requireNode(checkout);
const { code } = await run(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'unit',
    '--',
    'test/conformance/feel/oracle',
  ],
  {
    cwd: checkout,
    show: 'all',
    env: { ...process.env, FEEL_ORACLE_RUNS: runs, FEEL_ORACLE_SEED: seed, FEEL_ORACLE_FIGURES: '1' },
  },
);
process.exitCode = code;
