#!/usr/bin/env node
/**
 * `npm run faults [-- --dir <folder>]`: what others' engines got wrong, run by ours. The folder has `engine/` (models, whose steps
 * stand in `test/conformance/faults/engine-cases.mjs`) and `decision/` (`cases.json` and its tables). Prints a line a row and names
 * the files that nobody ran; ends with 1 where a row is wrong or there is none. The cases themselves are not part of this repository.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const given = process.argv.indexOf('--dir');
if (given > 0 && process.argv[given + 1] === undefined) throw new Error('Expected a folder behind --dir');
const folder = given > 0 ? resolve(process.argv[given + 1]) : join(checkout, '..', 'shared', 'faults');

requireNode(checkout);
await install(checkout);
await build(checkout);
const { runFaults } = await import('../../test/conformance/faults/run-faults.mjs');

const { rows, unknown } = await runFaults(folder);
for (const { row, what, answer, isRight, right } of rows) {
  console.log(isRight ? 'right' : 'WRONG', ' ', row.padEnd(52), what);
  if (!isRight) console.log(`        is ${answer.slice(0, 400)}\n        right is ${right}`);
}
for (const path of unknown) console.log('not run', path);
const wrong = rows.filter(({ isRight }) => !isRight).length;
console.log(`\n${rows.length - wrong} of ${rows.length} right in ${folder}`);
process.exitCode = wrong > 0 || rows.length === 0 ? 1 : 0;
