/**
 * A town's own service worker, whole: no package of Wuqing, and of its secrets only the key ring of its own queue.
 * `docs/service-workers.md` explains it; `test/journeys/service-tasks.real-spec.ts` runs it.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ApplicationFailure } from '@temporalio/common';
import proto from '@temporalio/proto';
import { NativeConnection, Worker } from '@temporalio/worker';

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TOWN, TOWN_KEYS } = process.env;
const ring = JSON.parse(TOWN_KEYS);
const keyOf = (id) => Buffer.from(ring.keys[id] ?? '', 'base64');
const Payload = proto.temporal.api.common.v1.Payload;
const text = (bytes) => Buffer.from(bytes ?? []).toString();

/** nonce (12) ‖ AES-256-GCM ciphertext ‖ tag (16) over the protobuf `Payload`, deflated where the metadata say so. */
const codec = {
  encode: async (payloads) => payloads.map(seal),
  decode: async (payloads) => payloads.map(open),
};

function seal(payload) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring.current), nonce);
  const sealed = cipher.update(deflateRawSync(Payload.encode(payload).finish()));
  const metadata = { encoding: 'binary/wuqing-aes-256-gcm', key: ring.current, compression: 'deflate' };
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value)])),
    data: Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]),
  };
}

function open({ metadata, data }) {
  const bytes = Buffer.from(data);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(text(metadata.key)), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  return Payload.decode(metadata.compression ? inflateRawSync(opened) : opened);
}

let refusals = 2;
const activities = {
  /** Idempotent, as every service must be: Temporal may call it again. */
  [`${TOWN}.look-up`]: async (inputs) => {
    console.log(`opened ${JSON.stringify(inputs)}`);
    return { answer: `${inputs.household} 在册` };
  },
  /** Out of order for its first two calls. */
  [`${TOWN}.unsteady`]: async () => {
    refusals -= 1;
    if (refusals >= 0) throw ApplicationFailure.retryable('系统维护中');
    return { answer: '已恢复' };
  },
  /** Answers with what is no object of variables. */
  [`${TOWN}.talkative`]: async () => 'all is well',
  /** Answers with more than a case may hold. */
  [`${TOWN}.verbose`]: async () => ({ answer: 'x'.repeat(40_000) }),
};

const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: `service-${TOWN}`,
  activities,
  dataConverter: {
    payloadCodecs: [codec],
    // Message and stack of a failure go sealed too; it must be a CommonJS module.
    failureConverterPath: createRequire(import.meta.url).resolve('./service-worker-failures.cjs'),
  },
});
console.log('service worker ready');
await worker.run();
await connection.close();
