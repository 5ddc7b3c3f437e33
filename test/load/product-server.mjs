import { fileURLToPath } from 'node:url';
import { ManagedProcess } from '@wuqing/dev-runtime';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The built API or worker as a process of its own; `replica` tells several workers apart. */
export function productServer(program, env, folder, replica = '') {
  const name = `${program}${replica}`;
  return new ManagedProcess({
    name,
    command: process.execPath,
    args: [`${ROOT}apps/${program}/dist/main.js`],
    cwd: ROOT,
    env,
    logFile: `${folder}/${name}.log`,
    recordFolder: folder,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    isReady: (printed) => printed.includes(`${program} ready`),
  });
}

export const PAYLOAD_KEYS = JSON.stringify({
  current: 'bench',
  keys: { bench: Buffer.alloc(32, 1).toString('base64') },
});

/** What API and worker read of their environment, but for the database. */
export const productEnvironment = ({ temporalAddress }, namespace, taskQueue) => ({
  ...process.env,
  NODE_ENV: 'test',
  TEMPORAL_ADDRESS: temporalAddress,
  TEMPORAL_NAMESPACE: namespace,
  WUQING_PAYLOAD_KEYS: PAYLOAD_KEYS,
  WUQING_MASTER_KEYS: PAYLOAD_KEYS,
  WUQING_IDENTITY_SEARCH_KEY: Buffer.alloc(32, 2).toString('base64'),
  WUQING_TASK_QUEUE: taskQueue,
  WUQING_DEMO: '1',
  WUQING_BUDGETS_TIMES: '1000', // a few people stand for a town
});
