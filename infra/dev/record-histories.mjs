#!/usr/bin/env node
/**
 * `npm run record:histories`: plays the stories of `test/replay/stories.ts` on servers of its own and leaves their histories
 * in `test/replay/histories/<version of package.json>`. Once a release: every later one replays them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, requireNode } from './bootstrap/install.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
requireNode(checkout);
await install(checkout);
await build(checkout);
await import('./source-hooks.mjs');
const { startTestServers } = await import('./dist/test-servers.js');
const servers = await startTestServers();
try {
  Object.assign(process.env, servers.env);
  const { recordHistories } = await import('../../test/replay/record-histories.ts');
  await recordHistories(version, console.log);
} finally {
  await servers.stop();
}
