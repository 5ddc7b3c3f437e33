import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorText } from '@wuqing/audit';
import type { StoredAnchor } from '@wuqing/persistence';

/**
 * Writes the anchor's file, if it is not there. Its name bears its hash: what was anchored before a backup was put back lies beside
 * what was anchored after. Throws where another text lies under the name.
 */
export async function writeAnchorFile(folder: string, { anchor, hash }: StoredAnchor): Promise<void> {
  const file = join(folder, anchorFileName(anchor.number, anchor.day, hash));
  const text = anchorText(anchor);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o444, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if ((await readFile(file, 'utf8')) !== text)
      throw new Error(
        `Expected the file of anchor ${anchor.number} to be what its rows say, found another text`,
      );
  }
}

const anchorFileName = (number: number, day: string, hash: string): string =>
  `anchor-${String(number).padStart(6, '0')}-${day}-${hash.slice(0, 16)}.txt`;
