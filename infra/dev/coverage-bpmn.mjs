#!/usr/bin/env node
/** `npm run coverage:bpmn`: installs and builds what is missing, then writes `docs/bpmn-coverage.md`. */
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
const { coveragePage } = await import('@wuqing/bpmn-definition');
const { proofOf } = await import('../../test/conformance/traces/proofs.mjs');
const path = join(checkout, 'docs/bpmn-coverage.md');
writeFileSync(path, await format(coveragePage(proofOf), { ...(await resolveConfig(path)), filepath: path }));
