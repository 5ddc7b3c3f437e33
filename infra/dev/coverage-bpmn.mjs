#!/usr/bin/env node
/** `npm run coverage:bpmn`: installs and builds what is missing, then writes `docs/bpmn-coverage.md` and `docs/words.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { coveragePage, wordsPage } = await import('@wuqing/bpmn-definition');
const { houseWords } = await import('@wuqing/publication');
const { proofOf } = await import('../../test/conformance/traces/proofs.mjs');
await write('docs/bpmn-coverage.md', coveragePage(proofOf));
await write('docs/words.md', wordsPage(houseWords));

async function write(name, text) {
  const path = join(checkout, name);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
