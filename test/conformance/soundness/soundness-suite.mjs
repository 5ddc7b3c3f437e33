import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSoundness, readXml } from '@wuqing/bpmn-definition';
import { rowsOfSuite } from '../rows-of.mjs';

/** Property of a report and the verdict that stands beside a model. */
const COLUMNS = [
  ['safe', 'safeness'],
  ['noDeadlock', 'no_deadlock'],
  ['optionToComplete', 'option_to_complete'],
  ['properCompletion', 'proper_completion'],
  ['noDeadActivity', 'no_dead_activities'],
];

/** Checks of one model before the clock runs, as the thread that reads files has made many before, and while it does. */
const WARM_RUNS = 40;
const TIMED_RUNS = 31;

/**
 * A row for each model of `index.json` in the folder: `{ file, case, agrees, differences, states, ms }`; none where there
 * is no such folder. `ms` is the median of 31 checks in a warm process; reading the file is not in it. `npm run conformance`
 * gives it the models that others wrote.
 */
export const soundnessSuite = (folder) =>
  rowsOfSuite(
    folder,
    async (expected) => [await rowOf(folder, expected)],
    (name, why) => ({ file: name, case: name, agrees: false, differences: [why], states: 0, ms: 0 }),
  );

async function rowOf(folder, expected) {
  const row = { file: expected.file, case: (expected.origin ?? expected.file).split('/').at(-1) };
  const parsed = await readXml(readFileSync(join(folder, expected.file), 'utf8'));
  const roots = parsed.ok ? (parsed.value.definitions.rootElements ?? []) : [];
  const process = roots.find(({ $type }) => $type === 'bpmn:Process');
  if (!process) return { ...row, agrees: false, differences: ['no process can be read'], states: 0, ms: 0 };
  const report = checkSoundness(process);
  const ms = medianOf(() => checkSoundness(process));
  const differences = COLUMNS.filter(
    ([ours, theirs]) => theirs in expected && report[ours] !== (expected[theirs] ? 'holds' : 'violated'),
  ).map(([ours, theirs]) => `${ours}: ${report[ours]}, expected ${String(expected[theirs])}`);
  if ('sound' in expected && (report.verdict === 'sound') !== expected.sound)
    differences.push(`verdict: ${report.verdict}`);
  if (!('sound' in expected) && !COLUMNS.some(([, theirs]) => theirs in expected))
    differences.push('no verdict stands beside it');
  return { ...row, agrees: differences.length === 0, differences, states: report.states, ms };
}

function medianOf(check) {
  for (let run = 0; run < WARM_RUNS; run++) check();
  const times = Array.from({ length: TIMED_RUNS }, () => {
    const began = performance.now();
    check();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(TIMED_RUNS / 2)];
}
