#!/usr/bin/env node
/**
 * `npm run schemathesis [-- <its options>]`: see `src/contract/run-schemathesis.ts`. Schemathesis is a Python program: it is installed once
 * into `.data/schemathesis` with the `python3` of the machine (3.10 or newer) from its package index.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { endWithNpm } from './bootstrap/end-with-npm.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const VERSION = '4.32.5';
const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
endWithNpm();
requireNode(checkout);
await install(checkout);
await build(checkout);
const folder = join(checkout, '.data', `schemathesis-${VERSION}`);
const program = join(folder, 'bin', 'schemathesis');
if (!existsSync(program)) {
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`], {
    stdio: 'inherit',
  });
}
const { runSchemathesis } = await import('./dist/contract/run-schemathesis.js');
process.exit(await runSchemathesis(program, process.argv.slice(2), process.env));
