import { join } from 'node:path';
import { cacheFolder, DATA_FOLDER } from '../places.js';
import { NAMESPACE } from '../temporal/temporal-namespace.js';

/** Where this run keeps things, and what its environment decides. */
export interface StartSettings {
  readonly env: NodeJS.ProcessEnv;
  readonly cache: string;
  readonly postgresFolder: string;
  readonly temporalFolder: string;
  readonly logFolder: string;
  readonly recordFolder: string;
  /** Where a file of each day's anchor of the audit chains is written. */
  readonly anchorFolder: string;
  /** Whom a restore must erase again. */
  readonly erasedList: string;
  readonly secretsFile: string;
  /** Stands where a restore was begun and not finished; names its backup. */
  readonly unfinishedRestore: string;
  /** A PostgreSQL of the caller's own; its database part is the product's database. */
  readonly databaseUrl: string | null;
  readonly temporalAddress: string | null;
  readonly namespace: string;
  /** Invented people, known password, clocks that can be put forward: never where real cases run. */
  readonly demo: boolean;
  readonly wishedPort: number;
}

export function startSettings(env: NodeJS.ProcessEnv, folder: string = DATA_FOLDER): StartSettings {
  const databaseUrl = env['DATABASE_URL'] || null;
  return {
    env,
    cache: cacheFolder(env),
    postgresFolder: join(folder, 'postgres'),
    temporalFolder: join(folder, 'temporal'),
    logFolder: join(folder, 'logs'),
    recordFolder: join(folder, 'run'),
    anchorFolder: env['WUQING_ANCHOR_FOLDER'] || join(folder, 'anchors'),
    erasedList: env['WUQING_ERASED_LIST'] || join(folder, 'erased-persons.txt'),
    secretsFile: join(folder, 'secrets.json'),
    unfinishedRestore: join(folder, 'restore-unfinished'),
    databaseUrl,
    temporalAddress: env['TEMPORAL_ADDRESS'] || null,
    namespace: env['TEMPORAL_NAMESPACE'] || NAMESPACE,
    demo: isDemo(env, databaseUrl),
    wishedPort: Number(env['PORT'] || 3000),
  };
}

/** Said in so many words, or by default with embedded data that is not a production's. */
function isDemo(env: NodeJS.ProcessEnv, databaseUrl: string | null): boolean {
  if (env['NODE_ENV'] === 'production') return false;
  return env['WUQING_DEMO'] ? env['WUQING_DEMO'] === '1' : databaseUrl === null;
}
