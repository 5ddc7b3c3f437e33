#!/usr/bin/env node
/**
 * What hostile input costs, and all of it, with a PostgreSQL of its own:
 *   npm run bench:hostile [-- <jest options>]   how the processor time of answers grows with what is sent, into test/load/results
 *   npm run hostile [-- <jest options>]         every pair of operation and attack; the suite leaves out what one door stops alike
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './bootstrap/run.mjs';

const SPECS = { growth: ['bench', 'hostile'], pairs: ['real', 'apps/api/src/hostile-input'] };
const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const [what, ...rest] = process.argv.slice(2);
const [project, pattern] = SPECS[what];
const jest = ['npm', 'run', '-s', 'jest', '--', pattern, '--selectProjects', project, '--runInBand', ...rest];
const { code } = await run(process.execPath, [join(checkout, 'infra/dev/with-servers.mjs'), ...jest], {
  cwd: checkout,
  show: 'all',
  env: { ...process.env, HOSTILE_EVERY_PAIR: '1' },
});
process.exitCode = code;
