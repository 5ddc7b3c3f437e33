import { err, ok, type Result } from '@wuqing/kernel';
import type { MediaTypeName } from '../media-type.js';
import { refusal } from '../refusal.js';
import { jpegParts } from './jpeg-parts.js';
import { pngParts } from './png-parts.js';
import { webpParts } from './webp-parts.js';

/** Each answers the parts that make the picture, in their order; undefined where it is not whole. */
const readers: Partial<Readonly<Record<MediaTypeName, (bytes: Uint8Array) => Uint8Array[] | undefined>>> = {
  jpeg: jpegParts,
  png: pngParts,
  webp: webpParts,
};

/** What an old reader that does not believe the type might take for a page. */
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml)/i;

/**
 * A picture from nothing but what makes it: without the place and time that a camera wrote into it, without texts, and
 * without whatever hangs behind its end. How it is to be turned is kept. The pixels are not looked at.
 */
export function rebuiltPicture(name: MediaTypeName, bytes: Uint8Array): Result<Uint8Array, string> {
  const parts = readers[name]?.(bytes);
  if (!parts) return err(refusal.brokenPicture);
  const rebuilt = joined(parts);
  return hasMarkup(rebuilt) ? err(refusal.markupInPicture) : ok(rebuilt);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const STEP = 1_048_576;
const OVERLAP = 16;

function hasMarkup(bytes: Uint8Array): boolean {
  const letters = new TextDecoder('latin1');
  for (let from = 0; from < bytes.length; from += STEP)
    if (MARKUP.test(letters.decode(bytes.subarray(from, from + STEP + OVERLAP)))) return true;
  return false;
}
