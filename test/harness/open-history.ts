import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { required } from '@wuqing/kernel';

/** One case's history as it lies in Temporal's store, and after every payload in it was opened with the key ring. */
export interface OpenedHistory {
  readonly events: number;
  readonly payloads: number;
  /** Payloads that carry another encoding than ours: what they hold lies there in the clear. */
  readonly unsealed: readonly string[];
  /** Encodings of payloads inside failures: their message and stack trace. */
  readonly encodedFailures: number;
  readonly sealed: string;
  readonly opened: string;
}

const SEALED_ENCODING = 'binary/wuqing-aes-256-gcm';

/** Reads all runs of a workflow, the last first, and opens whatever in any event has the shape of a payload. */
export async function openHistory(client: Client, workflowId: string): Promise<OpenedHistory> {
  const events = await eventsOfAllRuns(client, workflowId);
  const [codec] = client.options.loadedDataConverter.payloadCodecs;
  const found = payloadsIn(events);
  const opened: Payload[] = [];
  for (const { payload } of found) opened.push(await openWhole(required(codec, 'a payload codec'), payload));
  const encodings = found.map(({ payload }) => textOf(payload.metadata?.['encoding']));
  return {
    events: events.length,
    payloads: found.length,
    unsealed: found.filter((_one, index) => encodings[index] !== SEALED_ENCODING).map(({ path }) => path),
    encodedFailures: found.filter(({ path }) => path.endsWith('.encodedAttributes')).length,
    sealed: textIn(events),
    opened: opened.map(textIn).join('\n'),
  };
}

async function eventsOfAllRuns(client: Client, workflowId: string): Promise<object[]> {
  const events: object[] = [];
  let runId: string | undefined;
  do {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const [first] = history.events ?? [];
    events.push(...(history.events ?? []));
    runId = first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId);
  return events;
}

/** A sealed payload may hold another. */
async function openWhole(codec: PayloadCodec, payload: Payload): Promise<Payload> {
  const [opened] = await codec.decode([payload]);
  const inner = required(opened, 'an opened payload');
  return textOf(inner.metadata?.['encoding']) === SEALED_ENCODING ? openWhole(codec, inner) : inner;
}

interface FoundPayload {
  readonly path: string;
  readonly payload: Payload;
}

/** Every payload anywhere in the value: arguments, results, markers' details, failures, headers, memo, search attributes. */
function payloadsIn(value: unknown, path = ''): FoundPayload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if (isPayload(value)) return [{ path, payload: value }];
  return Object.entries(value).flatMap(([key, inner]) => payloadsIn(inner, `${path}.${key}`));
}

const isPayload = (value: object): value is Payload =>
  'metadata' in value &&
  'data' in value &&
  value.data instanceof Uint8Array &&
  typeof value.metadata === 'object' &&
  value.metadata !== null &&
  Object.values(value.metadata).every((entry) => entry instanceof Uint8Array);

/** Strings as they are, bytes as UTF-8 and, since a string may lie in them byte by byte, as Latin-1. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return `${textOf(value)}\n${Buffer.from(value).toString('latin1')}`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${textIn(inner)}`)
    .join('\n');
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
