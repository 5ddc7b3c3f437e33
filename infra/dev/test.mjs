#!/usr/bin/env node
/**
 * `npm test`: set-up, then lint, types, the house and format, the unit specs, and the specs that need real servers.
 *   npm test -- --only lint|unit|real      one of the three
 *   npm test -- --only real libs/persistence      with patterns for the specs' paths
 * The last line but npm's own is `N passed, N failed`; a failing check counts as one failure.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateApiClient } from './bootstrap/api-client.mjs';
import { build } from './bootstrap/build.mjs';
import { runChecks } from './bootstrap/checks.mjs';
import { provideChromium } from './bootstrap/chromium.mjs';
import { endWithNpm } from './bootstrap/end-with-npm.mjs';
import { install, requireNode } from './bootstrap/install.mjs';
import { runJest } from './bootstrap/jest.mjs';
import { endRunning } from './bootstrap/run.mjs';
import { giveUp } from './bootstrap/say.mjs';

const STEPS = { lint, unit, real };
/** Spec files with real servers run so many at a time: while one waits for a page or a term, another works. */
const SIDE_BY_SIDE = 2;
const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const { steps, patterns } = parse(process.argv.slice(2));
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(signal));

endWithNpm();
requireNode(checkout);
await install(checkout);
await generateApiClient(checkout);
if (steps.includes('real')) await build(checkout); // the other specs and checks read the sources
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  if (interrupted) break;
  const { passed, failed } = await STEPS[step]();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(interrupted ? 130 : total.failed > 0 ? 1 : 0);

async function lint() {
  return { passed: 0, failed: (await runChecks(checkout)).length };
}

function unit() {
  return runJest(checkout, 'unit', { patterns, workers: '100%' });
}

/** PostgreSQL and Temporal are started once for the whole run, with data and ports of their own. */
async function real() {
  const CHROMIUM_PATH = await provideChromium();
  const { startTestServers } = await import('./dist/test-servers.js');
  const { progressLines } = await import('./dist/progress.js');
  const progress = progressLines({ write: (text) => process.stdout.write(text), terminal: false });
  const servers = await startTestServers(progress);
  try {
    if (interrupted) return { passed: 0, failed: 0 };
    const env = { ...process.env, ...servers.env, CHROMIUM_PATH };
    return await runJest(checkout, 'real', { env, patterns, workers: SIDE_BY_SIDE });
  } finally {
    await servers.stop();
  }
}

function interrupt(signal) {
  interrupted = true;
  endRunning(signal);
}

function parse(argv) {
  const only = argv.indexOf('--only');
  if (only < 0) return { steps: Object.keys(STEPS), patterns: argv };
  const step = argv[only + 1];
  if (!(step in STEPS))
    giveUp(`There is no step ${step}: after --only comes one of ${Object.keys(STEPS).join(', ')}.`);
  return { steps: [step], patterns: argv.filter((_, index) => index !== only && index !== only + 1) };
}
