#!/usr/bin/env node
/**
 * `npm run fuzz [-- <runs> [<seed>]]`: random processes under random orders of events, 20,000 of them, with the seed in
 * the title; the suite runs 500. It prints how often which element was met where, and fails where one never was. A failure prints the smallest process and the seed and path that lead to it.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './bootstrap/install.mjs';
import { run } from './bootstrap/run.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const [runs = '20000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
requireNode(checkout);
console.log(`fuzz: ${runs} runs, seed ${seed}`);
const { code } = await run(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'unit',
    '--',
    'test/fuzz/fuzz.spec.ts',
  ],
  {
    cwd: checkout,
    show: 'all',
    env: {
      ...process.env,
      FUZZ_RUNS: runs,
      FUZZ_SEED: seed,
      FUZZ_COVERAGE: Number(runs) >= 20_000 ? '1' : '0',
    },
  },
);
process.exitCode = code;
