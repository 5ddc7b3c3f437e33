import { keyRingFrom, type PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { PROCESS_TASK_QUEUE } from '@wuqing/workflow-contracts';

/** Nest's name for the worker's settings. */
export const WORKER_SETTINGS = Symbol('worker settings');

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly payloadKeys: PayloadKeyRing;
  readonly processTaskQueue: string;
  readonly updatesMax: number;
  readonly maxCachedWorkflows: number;
  /** Where notifications are posted; none by default. */
  readonly webhookUrl: string | null;
}

/** Reads the environment; throws a sentence that names what is missing. */
export function readSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  return {
    databaseUrl: expected(env, 'DATABASE_URL'),
    temporalAddress: expected(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] ?? 'wuqing',
    payloadKeys: keyRingFrom(expected(env, 'WUQING_PAYLOAD_KEYS')),
    processTaskQueue: env['WUQING_TASK_QUEUE'] ?? PROCESS_TASK_QUEUE,
    updatesMax: Number(env['WUQING_UPDATES_MAX'] ?? 1_500),
    maxCachedWorkflows: Number(env['WUQING_MAX_CACHED_WORKFLOWS'] ?? 1_000),
    webhookUrl: env['WUQING_WEBHOOK_URL'] || null,
  };
}

function expected(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Expected the environment variable ${name}`);
  return value;
}
