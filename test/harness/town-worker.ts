import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ManagedProcess } from '@wuqing/dev-runtime';
import type { Product } from './product.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The key of the town `lingshui`, which serves its own service tasks. */
export const TOWN_KEYS = { current: 't1', keys: { t1: Buffer.alloc(32, 9).toString('base64') } };

/** The example worker of docs/service-workers.md as a town runs it: a process of its own, with the town's key alone. */
export function townWorkerOf(product: Product, name: string): ManagedProcess {
  const folder = join(ROOT, '.data/test/logs', name);
  mkdirSync(folder, { recursive: true });
  return new ManagedProcess({
    name: 'service-worker',
    command: process.execPath,
    args: [join(ROOT, 'docs/service-worker.mjs')],
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: product.temporalAddress,
      TEMPORAL_NAMESPACE: product.client.options.namespace,
      TOWN: 'lingshui',
      TOWN_KEYS: JSON.stringify(TOWN_KEYS),
    },
    logFile: join(folder, 'service-worker.log'),
    recordFolder: folder,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    isReady: (printed) => printed.includes('service worker ready'),
  });
}
