import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4226, section 5.3, and RFC 6238 by hand: what a telephone shows at `now` (epoch ms). `key`: the secret's bytes. */
export function oneTimeCodeOf(key: Uint8Array, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[19]! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const inGroups = (bits: string, size: number): string[] => bits.match(new RegExp(`.{${size}}`, 'g')) ?? [];

export const base32Of = (bytes: Uint8Array): string =>
  inGroups([...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join(''), 5)
    .map((five) => ALPHABET[Number.parseInt(five, 2)])
    .join('');

export const bytesOf = (base32: string): Uint8Array =>
  Uint8Array.from(
    inGroups([...base32].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join(''), 8),
    (eight) => Number.parseInt(eight, 2),
  );
