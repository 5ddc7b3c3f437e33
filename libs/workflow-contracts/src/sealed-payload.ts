import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { PayloadKeyRing } from './key-ring.js';

const ENCODING = 'binary/wuqing-aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Below this, deflate gains nothing worth its time. */
const COMPRESS_FROM_BYTES = 512;
/** Temporal takes 2 MB of a sealed payload; what claims to inflate to more than this is an attack. */
const OPENED_BYTES_MAX = 16 * 1024 * 1024;
const text = new TextEncoder();
const plainText = new TextDecoder();
const PayloadMessage = proto.temporal.api.common.v1.Payload;

/** AES-256-GCM over the whole payload, compressed first: nonce ‖ ciphertext ‖ tag, the key's id in the metadata. */
export function sealPayload(payload: Payload, { current, keys }: PayloadKeyRing): Payload {
  const plain = PayloadMessage.encode(payload).finish();
  const compressed = plain.length >= COMPRESS_FROM_BYTES;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys[current]!, nonce);
  const sealed = cipher.update(compressed ? deflateRawSync(plain, { level: 1 }) : plain);
  return {
    metadata: {
      encoding: text.encode(ENCODING),
      key: text.encode(current),
      ...(compressed ? { compression: text.encode('deflate') } : {}),
    },
    data: Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]),
  };
}

export const isSealed = ({ metadata }: Payload): boolean =>
  plainText.decode(metadata?.['encoding']) === ENCODING;

/** A payload names a key that the ring has not: the worker waits for it rather than go on without. */
export class MissingPayloadKey extends Error {
  override readonly name = 'MissingPayloadKey';
}

/** Throws `MissingPayloadKey`, or cipher's own error where the payload was not sealed under the key that it names. */
export function openPayload({ metadata, data }: Payload, { keys }: PayloadKeyRing): Payload {
  const keyId = plainText.decode(metadata?.['key']);
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (!key) throw new MissingPayloadKey(`Expected payload key ${keyId} in the key ring`);
  if (!data) throw new Error('Expected a sealed payload to have data');
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const opened = Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)),
    decipher.final(),
  ]);
  return PayloadMessage.decode(
    metadata?.['compression'] ? inflateRawSync(opened, { maxOutputLength: OPENED_BYTES_MAX }) : opened,
  );
}
