import { createHash } from 'node:crypto';
import { HEAD_BYTES, TAIL_BYTES, type Content } from '@wuqing/files';
import type { Bytes } from '@wuqing/file-storage';

export interface LookedThrough extends Content {
  readonly sha256: string;
}

/** Hash, size and both ends of what streams by; never more of it in memory than the ends. */
export async function lookThrough(source: Bytes): Promise<LookedThrough> {
  const hash = createHash('sha256');
  const ends = new Ends();
  for await (const piece of source) {
    hash.update(piece);
    ends.add(piece);
  }
  return { head: ends.head, tail: ends.tail, bytes: ends.bytes, sha256: hash.digest('hex') };
}

class Ends {
  bytes = 0;
  head = Buffer.alloc(0);
  tail = Buffer.alloc(0);

  add(piece: Uint8Array): void {
    this.bytes += piece.length;
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, piece.subarray(0, HEAD_BYTES - this.head.length)]);
    this.tail = Buffer.concat([this.tail, piece.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
  }
}
