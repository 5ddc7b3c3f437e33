import { createHash } from 'node:crypto';
import { NothingKept, contentHash, type Bytes, type FileStorage } from '@wuqing/file-storage';
import type { ArchivedFile } from './archive.js';

/** What is wrong with a file that is looked for: nothing lies there, or other bytes do. */
export type FileFault = 'missing' | 'changed';

/** Of a file that lies where it is looked for: the hash of its bytes. */
export type Looked = { readonly sha256: string } | { readonly fault: FileFault };

/** Reads it whole. A file of which no hash is known is as it should be, whatever it is. */
export async function looked(at: FileStorage, { key, sha256 }: ArchivedFile): Promise<Looked> {
  const content = await contentOf(at, key);
  return content ? judged(await contentHash(content), sha256) : { fault: 'missing' };
}

/**
 * Copies one file from storage to storage, and hashes what it copies: under its key lies the whole file or none. One that lies there
 * already is read through: only with the hash of what was submitted it was copied before; a damaged one makes room for a good copy.
 */
export async function carried(from: FileStorage, to: FileStorage, file: ArchivedFile): Promise<Looked> {
  const { key, sha256 } = file;
  const there = await looked(to, file);
  const isDamaged = 'fault' in there && there.fault === 'changed';
  const isSameSize = (await from.sizeOf(key)) === (await to.sizeOf(key));
  if (sha256 !== null && 'sha256' in there && isSameSize) return there;
  const content = await contentOf(from, key);
  if (!content) return { fault: 'missing' };
  const aside = `carried-${key}`;
  await to.forgetReceived(aside);
  try {
    const hash = createHash('sha256');
    await to.receive(
      aside,
      0,
      passing(content, (piece) => hash.update(piece)),
    );
    const found = judged(hash.digest('hex'), sha256);
    if ('fault' in found) return found;
    if (isDamaged) await to.remove(key);
    await to.keepReceived(aside, key);
    return found;
  } finally {
    await to.forgetReceived(aside);
  }
}

const judged = (found: string, expected: string | null): Looked =>
  expected === null || found === expected ? { sha256: found } : { fault: 'changed' };

async function contentOf(storage: FileStorage, key: string): Promise<Bytes | undefined> {
  try {
    return await storage.read(key);
  } catch (error) {
    if (error instanceof NothingKept) return undefined;
    throw error;
  }
}

async function* passing(content: Bytes, see: (piece: Uint8Array) => void): Bytes {
  for await (const piece of content) {
    see(piece);
    yield piece;
  }
}
