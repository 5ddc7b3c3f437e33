import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

/** AES-256 keys by id; `current` seals, every key opens. */
export interface PayloadKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

const ENCODING = 'binary/wuqing-aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Below this, deflate gains nothing worth its time. */
const COMPRESS_FROM_BYTES = 512;
const text = new TextEncoder();
const plainText = new TextDecoder();
const PayloadMessage = proto.temporal.api.common.v1.Payload;

/** `{"current":"k1","keys":{"k1":"<32 bytes, base64>"}}` to a key ring. */
export function keyRingFrom(json: string): PayloadKeyRing {
  const { current, keys } = JSON.parse(json) as { current: string; keys: Record<string, string> };
  const ring = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of Object.entries(ring)) {
    if (key.length !== 32) throw new Error(`Expected 32 bytes in payload key ${id}, found ${key.length}`);
  }
  if (!ring[current]) throw new Error(`Expected the current payload key ${current} among the keys`);
  return { current, keys: ring };
}

/** AES-256-GCM over the whole payload, compressed first: nonce ‖ ciphertext ‖ tag, the key's id in the metadata. */
export class PayloadCipher implements PayloadCodec {
  constructor(private readonly ring: PayloadKeyRing) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.seal(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.open(payload));
  }

  private seal(payload: Payload): Payload {
    const plain = PayloadMessage.encode(payload).finish();
    const compressed = plain.length >= COMPRESS_FROM_BYTES;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.ring.keys[this.ring.current]!, nonce);
    const sealed = cipher.update(compressed ? deflateRawSync(plain, { level: 1 }) : plain);
    return {
      metadata: {
        encoding: text.encode(ENCODING),
        key: text.encode(this.ring.current),
        ...(compressed ? { compression: text.encode('deflate') } : {}),
      },
      data: Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]),
    };
  }

  private open(payload: Payload): Payload {
    const { metadata, data } = payload;
    if (!metadata || !data || plainText.decode(metadata['encoding']) !== ENCODING) return payload;
    const keyId = plainText.decode(metadata['key']);
    const key = this.ring.keys[keyId];
    if (!key) throw new Error(`Expected payload key ${keyId} in the key ring`);
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const opened = Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)),
      decipher.final(),
    ]);
    return PayloadMessage.decode(metadata['compression'] ? inflateRawSync(opened) : opened);
  }
}
