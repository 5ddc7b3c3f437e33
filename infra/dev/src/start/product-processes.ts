import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { ManagedProcess } from '../process/managed-process.js';
import type { WholeSecrets } from '../secrets.js';
import type { Seeded } from '../seed/index.js';
import type { StartSettings } from './settings.js';

/** What worker and API are told; each gets its own database role. */
export interface ProductConnections {
  readonly apiDatabaseUrl: string;
  readonly workerDatabaseUrl: string;
  readonly temporalAddress: string;
  readonly secrets: WholeSecrets;
  readonly seeded: Seeded;
  readonly port: number;
}

export function workerProcess(settings: StartSettings, connections: ProductConnections): ManagedProcess {
  const env = {
    ...commonEnvironment(settings, connections),
    DATABASE_URL: connections.workerDatabaseUrl,
    WUQING_ANCHOR_FOLDER: settings.anchorFolder,
  };
  return nodeProcess(settings, { name: 'worker', env, ready: /^worker ready/m, stopWithinMs: 8_000 });
}

export function apiProcess(settings: StartSettings, connections: ProductConnections): ManagedProcess {
  const env = {
    ...commonEnvironment(settings, connections),
    DATABASE_URL: connections.apiDatabaseUrl,
    PORT: String(connections.port),
    WUQING_MASTER_KEYS: JSON.stringify(connections.secrets.masterKeys),
    WUQING_IDENTITY_SEARCH_KEY: connections.secrets.identitySearchKey,
    WUQING_SESSION_SECRET: connections.secrets.sessionSecret,
    ...demoAccountsOf(connections),
  };
  return nodeProcess(settings, { name: 'api', env, ready: /^api ready/m, stopWithinMs: 3_000 });
}

/** The people worth trying, for the page on which one signs in. */
function demoAccountsOf({ seeded: { password, accounts } }: ProductConnections): NodeJS.ProcessEnv {
  return password === null ? {} : { WUQING_DEMO_ACCOUNTS: JSON.stringify({ password, accounts }) };
}

function commonEnvironment(
  { env, demo, namespace }: StartSettings,
  connections: ProductConnections,
): NodeJS.ProcessEnv {
  return {
    ...env,
    TEMPORAL_ADDRESS: connections.temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    WUQING_PAYLOAD_KEYS: JSON.stringify(connections.secrets.payloadKeys),
    WUQING_DEMO: demo ? '1' : '0',
  };
}

interface NodeProgram {
  readonly name: 'worker' | 'api';
  readonly env: NodeJS.ProcessEnv;
  /** The line on its standard output that says it serves. */
  readonly ready: RegExp;
  readonly stopWithinMs: number;
}

function nodeProcess({ logFolder, recordFolder }: StartSettings, program: NodeProgram): ManagedProcess {
  const { name, env, ready, stopWithinMs } = program;
  return new ManagedProcess({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(CHECKOUT, 'apps', name, 'dist', 'main.js')],
    cwd: CHECKOUT,
    env,
    logFile: join(logFolder, `${name}.log`),
    recordFolder,
    stopSignal: 'SIGTERM',
    stopWithinMs,
    readyWithinMs: 60_000,
    isReady: (printed) => ready.test(printed),
  });
}
