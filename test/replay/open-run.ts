import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import type { Payload, PayloadCodec } from '@temporalio/common';

const SEALED = 'binary/wuqing-aes-256-gcm';

/**
 * A run's history in the form of an export, with every payload opened and what tells of this machine left out:
 * identities of processes and the stack traces of failures.
 */
export async function openRun(history: History, codec: PayloadCodec): Promise<object> {
  const opened = (await opening(history, codec)) as History;
  return withoutTraces(JSON.parse(historyToJSON(opened)) as object);
}

async function opening(value: unknown, codec: PayloadCodec): Promise<unknown> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (isPayload(value)) return withoutStack(await openWhole(value, codec));
  for (const [key, inner] of Object.entries(value)) Reflect.set(value, key, await opening(inner, codec));
  return value;
}

/** A sealed payload may hold another. */
async function openWhole(payload: Payload, codec: PayloadCodec): Promise<Payload> {
  if (encodingOf(payload) !== SEALED) return payload;
  const [opened] = await codec.decode([payload]);
  return openWhole(opened!, codec);
}

/** Attributes of a failure are a payload of their own. */
function withoutStack(payload: Payload): Payload {
  if (encodingOf(payload) !== 'json/plain') return payload;
  const value: unknown = JSON.parse(Buffer.from(payload.data!).toString());
  if (typeof value !== 'object' || value === null || !('stack_trace' in value)) return payload;
  return { ...payload, data: Buffer.from(JSON.stringify({ ...value, stack_trace: '' })) };
}

const MACHINES = new Set(['identity', 'stackTrace', 'workerInstanceKey']);

/** The queue of one worker alone bears the name of its process and machine. */
const withoutTraces = (run: object): object =>
  JSON.parse(
    JSON.stringify(run, (key: string, value: unknown) => {
      if (MACHINES.has(key)) return undefined;
      return typeof value === 'string' && /^\d+@/.test(value) ? 'one-worker' : value;
    }),
  ) as object;

const encodingOf = ({ metadata }: Payload): string => Buffer.from(metadata?.['encoding'] ?? []).toString();

const isPayload = (value: object): value is Payload =>
  'metadata' in value &&
  'data' in value &&
  value.data instanceof Uint8Array &&
  typeof value.metadata === 'object' &&
  value.metadata !== null &&
  Object.values(value.metadata).every((entry) => entry instanceof Uint8Array);
