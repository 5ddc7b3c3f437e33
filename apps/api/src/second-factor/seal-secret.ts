import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';

const LABEL = 'wuqing second factor';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for this use, so that what is sealed here opens nowhere else. */
const keyOf = (key: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), LABEL, 32));

/**
 * `<key id>.<base64url of nonce ‖ ciphertext ‖ tag>`, AES-256-GCM under the ring's current key; the account's id is bound into it,
 * so that a row that is copied to another account opens for nobody.
 */
export function sealSecret(secret: string, accountId: string, { current, keys }: PayloadKeyRing): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys[current]!), nonce);
  cipher.setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${current}.${sealed.toString('base64url')}`;
}

/** Throws a sentence without the secret where it was not sealed for this account under a key of the ring. */
export function openSecret(text: string, accountId: string, { keys }: PayloadKeyRing): string {
  const end = text.lastIndexOf('.');
  const keyId = text.slice(0, end);
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (!key) throw new Error(`Expected payload key ${keyId} in the key ring, to open a second factor`);
  const bytes = Buffer.from(text.slice(end + 1), 'base64url');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(accountId));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const middle = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
    return Buffer.concat([decipher.update(middle), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('Expected a second factor that was sealed for this account, found another');
  }
}
