import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Real servers on a busy machine: a limit that ends what hangs, not one that judges speed. */
const REAL_TIMEOUT_MS = 120_000;

/**
 * A worker that holds more than this is replaced before its next file: modules of a spec stay in memory as long as their
 * process. The limit also keeps Jest from running the specs of one worker in its own process.
 */
const WORKER_MEMORY = '1GB';

/** Runs one of Jest's projects, its words shown as they come; gives { passed, failed }. */
export async function runJest(checkout, project, { env = process.env, patterns = [], workers } = {}) {
  const folder = join(checkout, '.data', 'test-results');
  const outputFile = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(outputFile, { force: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(checkout, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${outputFile}`,
    `--maxWorkers=${workers}`,
    `--workerIdleMemoryLimit=${WORKER_MEMORY}`,
    ...(project === 'real' ? [`--testTimeout=${REAL_TIMEOUT_MS}`] : []),
    ...(patterns.length > 0 ? ['--passWithNoTests', '--testPathPatterns', ...patterns] : []),
  ];
  console.log(`\n${project}`);
  // Jest's own numbers and failures go to stderr; its JSON is wanted in the file only.
  const { code } = await run(process.execPath, args, { cwd: checkout, env, show: 'errors' });
  return resultOf(outputFile, code);
}

/** Suites that could not run count as one failure each; so does a Jest that ended without results. */
export function resultOf(outputFile, code) {
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
