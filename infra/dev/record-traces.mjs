#!/usr/bin/env node
/**
 * `npm run record:traces -- <name> …`: plays the golden traces with these names (`gateways/exclusive`) and prints each as it
 * was observed, for review beside the drawing. `--write` puts it in its file where nothing was expected of any step yet; what
 * stands there is never overwritten.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));

if (names.length === 0) throw new Error('Expected the name of a golden trace, e.g. gateways/exclusive');
requireNode(checkout);
await install(checkout);
await build(checkout);
const traces = join(checkout, 'test/conformance/traces');
const { goldenOf } = await import(`${traces}/golden-files.mjs`);
const { playGolden } = await import(`${traces}/play-golden.mjs`);
const { textOf } = await import(`${traces}/text-of.mjs`);

for (const name of names) {
  const golden = goldenOf(name);
  const text = textOf((await playGolden(name, golden)).observed);
  const stands = golden.runs.some(
    (run) => run.leaves || run.steps.some((step) => 'trace' in step || 'refused' in step),
  );
  if (!process.argv.includes('--write')) console.log(text);
  else if (stands)
    throw new Error(`Expected ${name} to have no expectation yet; take out what is to be recorded anew`);
  else writeFileSync(join(traces, `${name}.trace.json`), text);
}
