#!/usr/bin/env node
/**
 * `npm run conformance [-- --dir <folder>] [--write]`: runs the models of a folder that others wrote (`betsy/`,
 * `bpmnspector/`, `dmn-tck/`, `miwg/`, `soundness/`, each optional; or a copy of the DMN kit), prints what differs and the
 * figures, and puts JSON, case by case, in .data/conformance.json; `--write` also writes docs/conformance.md and
 * docs/conformance.json. Ends with 1 where a bar is missed or there is no suite. The cases themselves are not part of this
 * repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const given = process.argv.indexOf('--dir');
if (given > 0 && process.argv[given + 1] === undefined) throw new Error('Expected a folder behind --dir');
const folder = given > 0 ? resolve(process.argv[given + 1]) : join(checkout, '..', 'shared', 'conformance');

requireNode(checkout);
await install(checkout);
await build(checkout);
const reportAt = '../../test/conformance/report';
const { runSuites } = await import(`${reportAt}/run-suites.mjs`);
const { figuresOf } = await import(`${reportAt}/figures.mjs`);
const { differencesOf } = await import(`${reportAt}/differences.mjs`);

const suites = await runSuites(folder);
const figures = figuresOf(suites);
for (const line of differencesOf(suites)) console.log(line);
console.log();
for (const { suite, what, is, held } of figures)
  console.log(suite.padEnd(12), what.padEnd(36), is.padStart(12), held ? '' : ' ← missed');
if (figures.length === 0) console.log(`No suite in ${folder}.`);

const results = `${JSON.stringify({ figures, ...suites }, null, 1)}\n`;
mkdirSync(join(checkout, '.data'), { recursive: true });
writeFileSync(join(checkout, '.data', 'conformance.json'), results);
if (process.argv.includes('--write')) {
  const { pageOf } = await import(`${reportAt}/page.mjs`);
  const { standardRules } = await import('@wuqing/bpmn-definition');
  await write('docs/conformance.md', pageOf(figures, suites, standardRules));
  await write('docs/conformance.json', results);
}
process.exitCode = figures.length > 0 && figures.every(({ held }) => held) ? 0 : 1;

async function write(name, text) {
  const path = join(checkout, name);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
