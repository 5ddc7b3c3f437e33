import type { FileStorage } from '@wuqing/file-storage';
import type { ArchivedFile } from './archive.js';
import { faultsOf } from './archived-files.js';
import { carried, looked } from './carried-files.js';

export interface FilesPutBack {
  /** Files that lay where they belong, as they were submitted. */
  readonly found: number;
  /** Files that were copied there. */
  readonly copied: number;
}

/**
 * A sentence for each submitted file of a backup that lies neither beside it nor where the product keeps its files, as it was
 * submitted. Reads every file whole; nothing is written.
 */
export async function unrestorableFiles(
  files: readonly ArchivedFile[],
  beside: FileStorage,
  storage: FileStorage,
): Promise<string[]> {
  const faults: string[] = [];
  for (const file of files) {
    const copy = await looked(beside, file);
    if (!('fault' in copy) || !('fault' in (await looked(storage, file)))) continue;
    faults.push(...faultsOf(file, copy.fault));
  }
  return faults;
}

/** Copies whatever is not there, or is not as it was, into the product's storage. What is there already stays. */
export async function putFilesBack(
  files: readonly ArchivedFile[],
  beside: FileStorage,
  storage: FileStorage,
): Promise<FilesPutBack> {
  const counted = { found: 0, copied: 0 };
  for (const file of files) {
    const there = await looked(storage, file);
    if (!('fault' in there)) counted.found += 1;
    else if (await isReplaced(file, { beside, storage, isThere: there.fault === 'changed' }))
      counted.copied += 1;
  }
  return counted;
}

async function isReplaced(
  file: ArchivedFile,
  { beside, storage, isThere }: { beside: FileStorage; storage: FileStorage; isThere: boolean },
): Promise<boolean> {
  // Only a good copy takes the place of a bad one.
  if ('fault' in (await looked(beside, file))) return false;
  if (isThere) await storage.remove(file.key);
  return !('fault' in (await carried(beside, storage, file)));
}
