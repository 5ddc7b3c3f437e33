import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { rowsOfSuite } from '../rows-of.mjs';
import { outsideOf } from './outside.mjs';
import { notUnderstood } from './translate.mjs';

const CASE_MS_MAX = 20_000;

/**
 * One row a case of `index.json`: `{ case, outcome, expected, log, said }`; none where there is no such folder.
 * Outcomes: `right`; `refused` (by name, by the rule that refuses what we do not execute); `unwritable` (the log is right but for
 * a line that no script of the file writes); `not understood` (a script or an expression that this runner has no words for);
 * and what must not be: `refused wrongly`, `wrong`, `no answer` in twenty seconds, `not run` (no file, or a fault of the runner).
 */
export const betsySuite = (folder, run = inThread) =>
  rowsOfSuite(folder, (test) => rowsOfTest(folder, test, run), notRun);

async function rowsOfTest(folder, test, run) {
  const xml = readFileSync(join(folder, test.file), 'utf8');
  const rows = [];
  for (const one of test.cases)
    rows.push(
      await rowOf(test, one, xml, run).catch(({ message }) =>
        notRun(`${test.name} ${one.case}`, message, test),
      ),
    );
  return rows;
}

const notRun = (name, why, { group = '–' } = {}) => ({
  case: name,
  group,
  outcome: 'not run',
  outside: [],
  expected: [],
  log: [],
  said: [why],
});

async function rowOf(test, one, xml, run) {
  const answer = await run(xml, {
    startProcess: test.start_process_id,
    variables: one.variables ?? {},
    parallelFirst: one.start_parallel_process_first ?? false,
    delayMs: one.delay_ms_before_collect ?? 0,
  });
  const expected = [...one.expected_trace].sort();
  const log = answer ? comparable(answer.log, expected) : [];
  const outside = outsideOf(xml);
  return {
    case: `${test.name} ${one.case}`,
    group: test.group,
    outcome: outcomeOf(answer, log, expected, { outside, xml }),
    outside: outside.map(({ what }) => what),
    expected,
    log,
    said: [...notUnderstood(xml), ...(answer?.refused.slice(0, 3) ?? [])],
  };
}

function outcomeOf(answer, log, expected, { outside, xml }) {
  if (!answer) return 'no answer';
  if (JSON.stringify(log) === JSON.stringify(expected)) return 'right';
  const named = outside.some(({ rule }) => answer.refused.some((said) => said.startsWith(`${rule}:`)));
  if (named) return 'refused';
  if (notUnderstood(xml).length > 0) return 'not understood';
  if (answer.refused.length > 0) return 'refused wrongly';
  return hasUnwritable(expected, log, xml) ? 'unwritable' : 'wrong';
}

/** Whether every expected line that is missing is written by no script of the file, and there are no more lines than expected. */
function hasUnwritable(expected, log, xml) {
  const missing = expected.filter((line) => !log.includes(line));
  const all = missing.every(
    (line) => /^SCRIPT_\w+$/.test(line) && !new RegExp(`>\\s*${line}\\s*<`).test(xml),
  );
  return missing.length > 0 && all && log.length === expected.length;
}

/** Betsy compares sorted lines; a marker is a file, looked for only where it is expected; `ERROR` is any error. */
function comparable(log, expected) {
  const marked = log.includes('MARKER_exists') && expected.includes('MARKER_exists');
  const lines = log.filter((line) => line !== 'MARKER_exists').concat(marked ? ['MARKER_exists'] : []);
  const anyError = expected.includes('ERROR');
  return lines.map((line) => (anyError && /^ERROR_(runtime|deployment)$/.test(line) ? 'ERROR' : line)).sort();
}

/** Each case in a thread of its own; undefined where it gives no answer in time, or ends with an error. */
async function inThread(xml, question) {
  const thread = new Worker(new URL('./case-thread.mjs', import.meta.url), { workerData: { xml, question } });
  let limit;
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      limit = setTimeout(() => resolve(undefined), CASE_MS_MAX);
    });
  } finally {
    clearTimeout(limit);
    await thread.terminate();
  }
}
