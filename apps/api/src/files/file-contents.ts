import { Inject, Injectable } from '@nestjs/common';
import type { NamedFile } from '@wuqing/audit';
import { NothingKept, contentHash, type FileStorage } from '@wuqing/file-storage';
import { FILE_STORAGE } from './files.tokens.js';

/** A file that is not as the audit names it. */
export interface OtherContent {
  readonly seq: number;
  readonly fileId: string;
  readonly state: 'changed' | 'missing';
}

/** Holds what lies in the storage against the hashes that the audit names. */
@Injectable()
export class FileContents {
  constructor(@Inject(FILE_STORAGE) private readonly storage: FileStorage) {}

  /** Reads each file whole, once. */
  async otherThan(named: readonly NamedFile[]): Promise<OtherContent[]> {
    const hashes = new Map<string, string | undefined>();
    const others: OtherContent[] = [];
    for (const { seq, id, sha256 } of named) {
      if (!hashes.has(id)) hashes.set(id, await this.hashOf(id));
      const found = hashes.get(id);
      if (found !== sha256)
        others.push({ seq, fileId: id, state: found === undefined ? 'missing' : 'changed' });
    }
    return others;
  }

  private async hashOf(id: string): Promise<string | undefined> {
    try {
      return await contentHash(await this.storage.read(id));
    } catch (error) {
      if (error instanceof NothingKept) return undefined;
      throw error;
    }
  }
}
