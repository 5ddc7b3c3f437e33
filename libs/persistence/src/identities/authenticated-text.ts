import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const part = (key: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `wuqing identity ${use}`, 32));

/**
 * AES-256-GCM, base64url of nonce ‖ ciphertext ‖ tag, bound to `place`. The nonce is a keyed hash of place and text: the same text in
 * the same place under the same key is the same seal, so that a retry is known again by it, and no nonce is ever used for two.
 */
export function sealBytes(bytes: Uint8Array, place: string, key: Uint8Array): string {
  const length = Buffer.byteLength(place).toString();
  const mac = createHmac('sha256', part(key, 'nonce')).update(`${length}:${place}`).update(bytes);
  const nonce = mac.digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', part(key, 'seal'), nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** Undefined where it was not sealed for this place under this key. */
export function openBytes(sealed: string, place: string, key: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', part(key, 'seal'), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const middle = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
    return Buffer.concat([middle, decipher.final()]);
  } catch {
    return undefined;
  }
}
