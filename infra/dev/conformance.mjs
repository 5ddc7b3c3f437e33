#!/usr/bin/env node
/**
 * `npm run conformance [-- --dir <folder>]`: runs the models of a folder that others wrote (`betsy/`, `bpmnspector/`, `miwg/`,
 * `soundness/`, each optional) and prints a line a case and a table; JSON beside it in .data/conformance.json. Ends with 1
 * where a bar is missed. The cases themselves are not part of this repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const given = process.argv.indexOf('--dir');
const folder = given > 0 ? resolve(process.argv[given + 1]) : join(checkout, '..', 'shared', 'conformance');
const suitesAt = '../../test/conformance';

requireNode(checkout);
await install(checkout);
await build(checkout);
const { betsySuite } = await import(`${suitesAt}/betsy/betsy-suite.mjs`);
const { soundnessSuite } = await import(`${suitesAt}/soundness/soundness-suite.mjs`);
const { bpmnspectorSuite } = await import(`${suitesAt}/suites/bpmnspector.suite.mjs`);
const { roundTripSuite } = await import(`${suitesAt}/round-trip/round-trip.mjs`);

const betsy = await betsySuite(join(folder, 'betsy'));
const soundness = await soundnessSuite(join(folder, 'soundness'));
const miwg = await roundTripSuite(join(folder, 'miwg'));
const bpmnspector = await bpmnspectorSuite(join(folder, 'bpmnspector'));

for (const row of betsy.filter(({ outcome }) => outcome !== 'right'))
  console.log(
    `betsy ${row.case}: ${row.outcome}, expected ${row.expected.join(' ')}, logged ${row.log.join(' ')}`,
    ...row.said,
  );
for (const row of soundness.filter(({ agrees }) => !agrees))
  console.log('soundness, not agreed:', row.case, row.differences);
for (const row of miwg.filter(({ lossless }) => !lossless)) console.log('miwg, lost:', row.case, row.lost);
for (const row of bpmnspector.filter(({ expected, found }) => expected !== found))
  console.log(
    `bpmnspector ${row.constraint}: ${row.case} is ${row.expected}, found ${row.found}`,
    ...row.said,
  );

const times = soundness
  .filter(({ case: name }) => name !== 'p17x01.bpmn')
  .map(({ ms }) => ms)
  .sort((a, b) => a - b);
const wide = soundness.find(({ case: name }) => name === 'p17x01.bpmn');
const of = (expected) => bpmnspector.filter((row) => row.expected === expected);
const right = (rows) => rows.filter(({ expected, found }) => expected === found).length;
const shareOf = (rows) => (rows.length === 0 ? 1 : right(rows) / rows.length);
const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
const inList = betsy.filter(({ outside }) => outside.length === 0);
const beyond = betsy.filter(({ outside }) => outside.length > 0);
const withOutcome = (rows, ...outcomes) => rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
const figures = [
  [
    'betsy right, of what is executed',
    `${withOutcome(inList, 'right')} of ${inList.length}`,
    withOutcome(inList, 'right', 'unwritable') === inList.length,
  ],
  [
    'betsy refused by name, of what is not',
    `${withOutcome(beyond, 'refused')} of ${beyond.length}`,
    withOutcome(beyond, 'right', 'refused') === beyond.length,
  ],
  [
    'soundness agreed',
    `${soundness.filter(({ agrees }) => agrees).length} of ${soundness.length}`,
    soundness.every(({ agrees }) => agrees),
  ],
  ['soundness p17x01, ms (≤ 100)', (wide?.ms ?? 0).toFixed(1), (wide?.ms ?? 0) <= 100],
  ['soundness of the rest, p99 ms (≤ 20)', p99.toFixed(1), p99 <= 20],
  [
    'miwg lossless',
    `${miwg.filter(({ lossless }) => lossless).length} of ${miwg.length}`,
    miwg.every(({ lossless }) => lossless),
  ],
  [
    'bpmnspector invalid refused (≥ 95 %)',
    `${right(of('invalid'))} of ${of('invalid').length}`,
    shareOf(of('invalid')) >= 0.95,
  ],
  [
    'bpmnspector valid accepted (≥ 95 %)',
    `${right(of('valid'))} of ${of('valid').length}`,
    shareOf(of('valid')) >= 0.95,
  ],
];
console.log();
for (const [what, is, held] of figures)
  console.log(what.padEnd(40), is.padStart(12), held ? '' : ' ← missed');
const results = join(checkout, '.data');
mkdirSync(results, { recursive: true });
writeFileSync(
  join(results, 'conformance.json'),
  `${JSON.stringify({ figures: Object.fromEntries(figures), betsy, soundness, miwg, bpmnspector }, null, 1)}\n`,
);
process.exitCode = figures.every(([, , held]) => held) ? 0 : 1;
