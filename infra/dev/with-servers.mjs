#!/usr/bin/env node
/**
 * Runs a command with a PostgreSQL and a Temporal of its own, and ends them after it:
 *   node infra/dev/with-servers.mjs npm run -s jest -- --selectProjects real libs/persistence
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, requireNode } from './bootstrap/install.mjs';
import { buildRuntime } from './bootstrap/build.mjs';
import { run } from './bootstrap/run.mjs';

const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
requireNode(checkout);
await install(checkout);
await buildRuntime(checkout);
const { startTestServers } = await import('./dist/test-servers.js');
const servers = await startTestServers();
const [command, ...args] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined); // the command gets it too and ends
const { code } = await run(command, args, { env: { ...process.env, ...servers.env }, show: 'all' });
await servers.stop();
process.exitCode = code;
