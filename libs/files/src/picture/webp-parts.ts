const HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** What makes the picture; the camera's words (EXIF, XMP) are left out. */
const KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that promise EXIF and XMP. */
const PROMISED = 0x0c;

/** Chunks that make the picture within a new frame; undefined where it does not end. */
export function webpParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_BYTES) return undefined;
  const end = view.getUint32(4, true) + CHUNK_HEAD_BYTES;
  if (end > bytes.length) return undefined;
  const parts: Uint8Array[] = [];
  for (let at = HEAD_BYTES; at + CHUNK_HEAD_BYTES <= end;) {
    const length = view.getUint32(at + 4, true);
    const next = at + CHUNK_HEAD_BYTES + length + (length % 2);
    if (next > end) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (KEPT.has(name))
      parts.push(name === 'VP8X' ? withoutPromise(bytes.subarray(at, next)) : bytes.subarray(at, next));
    at = next;
  }
  return parts.length === 0 ? undefined : [frameOf(parts), ...parts];
}

function withoutPromise(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[CHUNK_HEAD_BYTES] = copy[CHUNK_HEAD_BYTES]! & ~PROMISED;
  return copy;
}

function frameOf(parts: readonly Uint8Array[]): Uint8Array {
  const frame = Uint8Array.from([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]);
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  new DataView(frame.buffer).setUint32(4, length, true);
  return frame;
}
