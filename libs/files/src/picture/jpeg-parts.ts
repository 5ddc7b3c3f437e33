import { orientationIn, orientationPart } from './orientation.js';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const EXIF = 0xe1;

/** Application segments that a picture needs: how its numbers are colors. Texts, places, thumbnails are in the others. */
const isKept = (marker: number, body: Uint8Array): boolean => {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && beginsWith(body, 'ICC_PROFILE'));
};

const beginsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** Segments that make the picture, up to its end; what hangs behind it is left out. Undefined where it does not end. */
export function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === END;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill bytes before a marker
      continue;
    }
    if (marker === END) return [...parts, bytes.subarray(at, at + 2)];
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (isKept(marker, body)) parts.push(bytes.subarray(at, end));
    else if (marker === EXIF && beginsWith(body, 'Exif')) parts.push(...turned(body));
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, next));
    at = next;
  }
  return undefined;
}

const turned = (exif: Uint8Array): Uint8Array[] => {
  const orientation = orientationIn(exif.subarray(6));
  return orientation === undefined || orientation === 1 ? [] : [orientationPart(orientation)];
};

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
