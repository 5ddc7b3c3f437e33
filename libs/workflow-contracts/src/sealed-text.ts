import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { PayloadKeyRing } from './key-ring.js';
import { sealedColumns, type SealedUse } from './sealed-columns.js';

export { sealedColumns, type SealedColumn, type SealedUse } from './sealed-columns.js';

/** What is sealed for which use, and to which row it belongs: it opens for no other. */
export interface SealedFor {
  readonly use: SealedUse;
  readonly id: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (key: Buffer, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), label, 32));

/** `<key id>.<base64url of nonce ‖ ciphertext ‖ tag>`, AES-256-GCM. */
export function sealText(text: string, { use, id }: SealedFor, { current, keys }: PayloadKeyRing): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys[current]!, sealedColumns[use].label), nonce);
  cipher.setAAD(Buffer.from(id));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${current}.${sealed.toString('base64url')}`;
}

/** Id of the key under which it was sealed. */
export const sealingKeyOf = (sealed: string): string => sealed.slice(0, Math.max(0, sealed.lastIndexOf('.')));

/** Throws a sentence without the text where it was not sealed for this under a key of the ring. */
export function openText(sealed: string, { use, id }: SealedFor, { keys }: PayloadKeyRing): string {
  const { label } = sealedColumns[use];
  const keyId = sealingKeyOf(sealed);
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (!key) throw new Error(`Expected payload key ${keyId} in the key ring, to open a ${label}`);
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key, label), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(id));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const middle = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
    return Buffer.concat([decipher.update(middle), decipher.final()]).toString('utf8');
  } catch {
    throw new Error(`Expected a ${label} that was sealed for this id, found another`);
  }
}
