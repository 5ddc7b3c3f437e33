import { createHash } from 'node:crypto';

/** The namespace of this township's ids: any fixed UUID. */
const NAMESPACE = Buffer.from('5a1c9d4e7b3f4c2a9e61d08b54f7a3c2', 'hex');

/** A UUID of version 5 (RFC 9562, section 5.5) from the parts of a name: the same name, the same id, everywhere. */
export function idOf(...name: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name.join('/')).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
