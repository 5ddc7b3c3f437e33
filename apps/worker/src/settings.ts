import { fileSettingsFrom, type FileSettings } from '@wuqing/file-storage';
import { channelSettingsFrom, type ChannelSettings } from '@wuqing/notifications';
import { clockDifferenceMaxFrom } from '@wuqing/persistence';
import { keyRingFrom, serviceKeysFrom, type PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { PROCESS_TASK_QUEUE } from '@wuqing/workflow-contracts';

/** Nest's name for the worker's settings. */
export const WORKER_SETTINGS = Symbol('worker settings');
/** And for the place where files lie. */
export const FILE_STORAGE = Symbol('file storage');

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly payloadKeys: PayloadKeyRing;
  /** Where files lie. */
  readonly files: FileSettings;
  /** Where a file of each anchor is written; nowhere where it is absent. */
  readonly anchorFolder?: string;
  /** Of each town that runs a worker of its own, the key ring of its task queue. */
  readonly serviceKeys: Readonly<Record<string, PayloadKeyRing>>;
  readonly processTaskQueue: string;
  readonly updatesMax: number;
  /** How long a case waits for a town's service, in ms; the workflow's own default where absent. */
  readonly serviceAnswerWithinMs?: number;
  readonly maxCachedWorkflows: number;
  /** How far apart the machine's clock and the database's may be, in ms, before nothing is fired by it. */
  readonly clockDifferenceMaxMs: number;
  /** Channels that lead out of the product; none is on by default. */
  readonly channels: ChannelSettings;
  /** Before a delivery is tried a second time, in ms; each further attempt waits twice as long. */
  readonly deliveryPauseMs: number;
  /** Refusals of one delivery, while others were answered, before it is dead: set aside, and listed for the administrator. */
  readonly deliveryTriesMax: number;
}

/** Reads the environment; throws a sentence that names what is missing. */
export function readSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  return {
    databaseUrl: expected(env, 'DATABASE_URL'),
    temporalAddress: expected(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] ?? 'wuqing',
    payloadKeys: keyRingFrom(expected(env, 'WUQING_PAYLOAD_KEYS')),
    files: fileSettingsFrom(env),
    ...(env['WUQING_ANCHOR_FOLDER'] ? { anchorFolder: env['WUQING_ANCHOR_FOLDER'] } : {}),
    serviceKeys: serviceKeysFrom(env['WUQING_SERVICE_KEYS'] || '{}'),
    processTaskQueue: env['WUQING_TASK_QUEUE'] ?? PROCESS_TASK_QUEUE,
    updatesMax: Number(env['WUQING_UPDATES_MAX'] ?? 1_500),
    ...(env['WUQING_SERVICE_ANSWER_WITHIN_MS']
      ? { serviceAnswerWithinMs: Number(env['WUQING_SERVICE_ANSWER_WITHIN_MS']) }
      : {}),
    maxCachedWorkflows: Number(env['WUQING_MAX_CACHED_WORKFLOWS'] ?? 1_000),
    clockDifferenceMaxMs: clockDifferenceMaxFrom(env),
    channels: channelSettingsFrom(env),
    deliveryPauseMs: Number(env['WUQING_DELIVERY_PAUSE_MS'] ?? 5_000),
    deliveryTriesMax: Number(env['WUQING_DELIVERY_TRIES_MAX'] ?? 10),
  };
}

function expected(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Expected the environment variable ${name}`);
  return value;
}
