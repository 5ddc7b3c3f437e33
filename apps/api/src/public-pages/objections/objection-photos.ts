import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { families, judgeContent, mediaTypes, refusal, type FileRule } from '@wuqing/files';
import { CheckerAway, thumbnailKey, type FileStorage, type VirusCheck } from '@wuqing/file-storage';
import { err, ok, type Result } from '@wuqing/kernel';
import type { ObjectionPhotoRow } from '@wuqing/persistence';
import { FILE_STORAGE, VIRUS_CHECK } from '../../files/files.tokens.js';
import { keptPicture } from '../../files/sealing/kept-content.js';
import { lookThrough } from '../../files/sealing/look-through.js';
import { busy } from '../../http/problem.js';
import { commandIdOf } from '../../platform/fingerprint.js';
import type { SentFile } from './page-form.js';

const MB = 1_048_576;
export const PHOTOS_MAX = 3;
/** Of each. */
export const PHOTO_BYTES_MAX = 10 * MB;
/** Of the whole form: three photos and the words. */
export const FORM_BYTES_MAX = 31 * MB;
/** A browser gives no file back: whoever chose three chooses three again. */
const AGAIN = '照片都没有保存，请重新选择。';
const RULE: FileRule = {
  kind: 'photo',
  bytesMax: PHOTO_BYTES_MAX,
  countMax: PHOTOS_MAX,
  accept: families.image,
};

/** A photo as it may be kept. */
export interface SoundPhoto extends Pick<
  ObjectionPhotoRow,
  'mediaType' | 'bytes' | 'sha256' | 'width' | 'height'
> {
  readonly content: Uint8Array;
  /** JPEG. */
  readonly thumbnail: Uint8Array;
}

/**
 * Photos that villagers put to an objection or a complaint. What they are is told by their content; each is rebuilt from what makes the picture, so
 * that nothing else is in it, and of what the camera wrote (when, where, whose) nothing is kept at all: an objector may be nobody.
 */
@Injectable()
export class ObjectionPhotos {
  constructor(
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
    @Inject(VIRUS_CHECK) private readonly viruses: VirusCheck,
  ) {}

  /** All of them, or a sentence about the first that is not taken. */
  async judged(files: readonly SentFile[]): Promise<Result<readonly SoundPhoto[], string>> {
    if (files.length > PHOTOS_MAX) return err(`最多附 ${PHOTOS_MAX} 张照片，请减少后重新选择。`);
    const photos: SoundPhoto[] = [];
    for (const [at, { bytes }] of files.entries()) {
      const photo = await this.one(bytes);
      if (!photo.ok) return err(`第 ${at + 1} 张照片：${photo.error}${AGAIN}`);
      photos.push(photo.value);
    }
    return ok(photos);
  }

  /**
   * Lays them into the storage, each under a key made of what it belongs to (`path`), its place and its content: the same again is the same, and
   * two that are sent beside each other touch nothing of each other's.
   */
  async keep(
    path: string,
    owner: Pick<ObjectionPhotoRow, 'objectionId' | 'complaintId' | 'caseId' | 'unitId'>,
    photos: readonly SoundPhoto[],
  ): Promise<ObjectionPhotoRow[]> {
    const rows: ObjectionPhotoRow[] = [];
    for (const [place, { content, thumbnail, ...facts }] of photos.entries()) {
      const id = commandIdOf('public', `${path}/photos/${place}`, facts.sha256);
      await this.storage.keep(thumbnailKey(id), thumbnail);
      await this.storage.keep(id, content);
      rows.push({ ...owner, ...facts, id, place });
    }
    return rows;
  }

  private async one(bytes: Uint8Array): Promise<Result<SoundPhoto, string>> {
    const source = () => Readable.from([bytes]);
    const looked = await lookThrough(source());
    const type = judgeContent(looked, RULE);
    if (!type.ok) return err(type.error);
    if (!(await this.isClean(source()))) return err(refusal.infected);
    const picture = await keptPicture(type.value, source(), looked.sha256);
    if (!picture.ok) return err(picture.error);
    const { content, thumbnail, sha256, width, height } = picture.value;
    const mediaType = mediaTypes[type.value].type;
    return ok({ content, thumbnail, sha256, width, height, mediaType, bytes: content.length });
  }

  private async isClean(source: Readable): Promise<boolean> {
    try {
      return (await this.viruses.look(source)).clean;
    } catch (error) {
      if (error instanceof CheckerAway) throw busy('病毒检查暂时不可用，照片没有收下，请稍后再试。');
      throw error;
    }
  }
}
