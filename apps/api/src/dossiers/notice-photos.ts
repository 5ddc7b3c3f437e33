import { Inject, Injectable } from '@nestjs/common';
import { NothingKept, thumbnailKey, wholeOf, type FileStorage } from '@wuqing/file-storage';
import type { PaperPicture } from '@wuqing/paper';
import { FILE_STORAGE } from '../files/files.tokens.js';

/** A photo of a notice that its reader may see. */
export interface PhotoReference {
  readonly id: string;
  readonly caption: string;
}

/** On one paper; what is beyond stands with its hash among the files. */
const PHOTOS_MAX = 60;

/** The small copies of photos, which are always JPEG: a paper is no place for the originals, whose hashes it names. */
@Injectable()
export class NoticePhotos {
  constructor(@Inject(FILE_STORAGE) private readonly storage: Pick<FileStorage, 'read'>) {}

  /** Of each notice its pictures. One whose copy is gone is left to its hash among the files. */
  async of(notices: readonly (readonly PhotoReference[])[]): Promise<PaperPicture[][]> {
    let room = PHOTOS_MAX;
    const pictures: PaperPicture[][] = [];
    for (const photos of notices) {
      const some = photos.slice(0, room);
      room -= some.length;
      const read = await Promise.all(some.map((photo) => this.picture(photo)));
      pictures.push(read.filter((one) => one !== undefined));
    }
    return pictures;
  }

  private async picture({ id, caption }: PhotoReference): Promise<PaperPicture | undefined> {
    try {
      const content = await wholeOf(await this.storage.read(thumbnailKey(id)));
      return { caption, type: 'image/jpeg', content };
    } catch (error) {
      if (error instanceof NothingKept) return undefined;
      throw error;
    }
  }
}
