import { NothingKept, contentHash, type FileStorage } from '@wuqing/file-storage';
import { faultSentence } from './archived-files.js';
import type { FileOfAudit } from '@wuqing/persistence';

/** A sentence for each file that is not as the audit names it. Reads every file whole, once. */
export async function fileFaults(storage: FileStorage, named: readonly FileOfAudit[]): Promise<string[]> {
  const hashes = new Map<string, string | undefined>();
  const faults = new Set<string>();
  for (const { caseNumber, id, sha256 } of named) {
    if (!hashes.has(id)) hashes.set(id, await hashOf(storage, id));
    const found = hashes.get(id);
    if (found === undefined) faults.add(faultSentence(id, caseNumber, 'missing'));
    else if (found !== sha256) faults.add(faultSentence(id, caseNumber, 'changed'));
  }
  return [...faults];
}

async function hashOf(storage: FileStorage, id: string): Promise<string | undefined> {
  try {
    return await contentHash(await storage.read(id));
  } catch (error) {
    if (error instanceof NothingKept) return undefined;
    throw error;
  }
}
