import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256 keys by id; `current` seals, every key opens. */
export interface AddressKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

const LABEL = 'wuqing contact address';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for this use, so that what is sealed here opens nowhere else. */
const keyOf = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), LABEL, 32));

/**
 * `<key id>.<base64url of nonce ‖ ciphertext ‖ tag>`, AES-256-GCM; the person's id is bound into it, so that a row that is
 * copied to somebody else opens for nobody.
 */
export function sealAddress(address: string, personId: string, { current, keys }: AddressKeyRing): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys[current]!), nonce);
  cipher.setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([nonce, cipher.update(address, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${current}.${sealed.toString('base64url')}`;
}

/** Throws a sentence without the address where it was not sealed for this person under a key of the ring. */
export function openAddress(text: string, personId: string, { keys }: AddressKeyRing): string {
  const end = text.lastIndexOf('.');
  const keyId = text.slice(0, end);
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (!key) throw new Error(`Expected payload key ${keyId} in the key ring, to open an address`);
  const bytes = Buffer.from(text.slice(end + 1), 'base64url');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(personId));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const middle = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
    return Buffer.concat([decipher.update(middle), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('Expected an address that was sealed for this person, found another');
  }
}
