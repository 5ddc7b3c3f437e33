#!/usr/bin/env node
/** `npm run docs:lint`: installs and builds what is missing, then writes `docs/lint` from the rules' pairs of models. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';
import { lintPages } from './docs/lint-pages.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await build(checkout);
const { checkDefinition } = await import('@wuqing/publication');
const problemsOf = async (xml) => {
  const checked = await checkDefinition(xml);
  return checked.ok ? checked.value.warnings : checked.error;
};
for (const [path, text] of await lintPages(checkout, problemsOf)) writeFileSync(join(checkout, path), text);
