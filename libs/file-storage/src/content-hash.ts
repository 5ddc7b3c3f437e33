import { createHash } from 'node:crypto';
import type { Bytes } from './file-storage.js';

/** SHA-256 of what streams by, as 64 lower-case hexadecimal digits. */
export async function contentHash(content: Bytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}
