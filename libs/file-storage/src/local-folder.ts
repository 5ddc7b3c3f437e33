import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  NothingKept,
  WrongOffset,
  requireKey,
  type ByteRange,
  type Bytes,
  type FileStorage,
} from './file-storage.js';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const NOT_THERE = ['ENOENT', 'ENOTDIR'];
/** File systems without links. */
const NO_LINK = ['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK', 'ENOSYS'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Files of one folder: `received/<id>` on their way, `kept/<two letters>/<key>` for good. Readable for their owner only. */
export class LocalFolder implements FileStorage {
  readonly description: string;
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
    this.description = `the folder ${this.folder}`;
  }

  async received(id: string): Promise<number> {
    return (await sizeAt(this.receivedPath(id))) ?? 0;
  }

  async receive(id: string, offset: number, source: Bytes): Promise<number> {
    const path = this.receivedPath(id);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    const file = await open(path, 'a', FILE_MODE);
    try {
      const { size } = await file.stat();
      if (size !== offset) throw new WrongOffset(size, offset);
      let at = offset;
      try {
        for await (const piece of source) {
          await file.appendFile(piece);
          at += piece.length;
        }
      } finally {
        await file.datasync();
      }
      return at;
    } finally {
      await file.close();
    }
  }

  readReceived(id: string): Bytes {
    return createReadStream(this.receivedPath(id));
  }

  async keepReceived(id: string, key: string): Promise<void> {
    const from = this.receivedPath(id);
    await this.placed(key, async (aside) => {
      try {
        await link(from, aside);
      } catch (error) {
        if (!NO_LINK.includes(codeOf(error))) throw error;
        await copyFile(from, aside);
      }
    });
  }

  async forgetReceived(id: string): Promise<void> {
    await rm(this.receivedPath(id), { force: true });
  }

  async *receiving(): AsyncIterable<string> {
    const folder = await opendir(join(this.folder, 'received')).catch((error: unknown) => {
      if (NOT_THERE.includes(codeOf(error))) return undefined;
      throw error;
    });
    if (folder) for await (const { name } of folder) yield name;
  }

  async keep(key: string, content: Uint8Array): Promise<void> {
    await this.placed(key, (aside) => writeFile(aside, content, { mode: FILE_MODE, flush: true }));
  }

  sizeOf(key: string): Promise<number | undefined> {
    return sizeAt(this.keptPath(key));
  }

  async read(key: string, range?: ByteRange): Promise<Bytes> {
    const path = this.keptPath(key);
    if ((await sizeAt(path)) === undefined) throw new NothingKept(key);
    return createReadStream(path, range && { start: range.first, end: range.last });
  }

  async remove(key: string): Promise<void> {
    await rm(this.keptPath(key), { force: true });
  }

  /** Written aside and then given its name: under a key lies a whole file or none. */
  private async placed(key: string, write: (aside: string) => Promise<void>): Promise<void> {
    const path = this.keptPath(key);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    const aside = `${path}.new`;
    await rm(aside, { force: true });
    await write(aside);
    await rename(aside, path);
    await synced(dirname(path));
  }

  private receivedPath(id: string): string {
    return join(this.folder, 'received', requireKey(id));
  }

  private keptPath(key: string): string {
    return join(this.folder, 'kept', requireKey(key).slice(0, 2), key);
  }
}

async function sizeAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** A name that was given is lost by a power cut unless its folder was written, too. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
