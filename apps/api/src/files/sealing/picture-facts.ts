import exifr from 'exifr';
import { PICTURE_PIXELS_MAX, refusal } from '@wuqing/files';
import { err, ok, type Result } from '@wuqing/kernel';
import type { FileOrigin } from '@wuqing/persistence';
import sharp from 'sharp';

const THUMBNAIL_SIDE = 480;
const QUALITY = 74;
/** Each picture once, and none of it kept: memory is for what is being looked at. */
sharp.cache(false);
sharp.concurrency(1);

export interface PictureFacts {
  /** As it is seen: turned where it says so. */
  readonly width: number;
  readonly height: number;
  /** JPEG. */
  readonly thumbnail: Uint8Array;
}

/** What a picture is when it is decoded: its claims are read first, so that none is decoded that claims too much. */
export async function pictureFacts(bytes: Uint8Array): Promise<Result<PictureFacts, string>> {
  const options = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const;
  try {
    const { width, height, autoOrient } = await sharp(bytes, options).metadata();
    if (width * height > PICTURE_PIXELS_MAX) return err(refusal.hugePicture);
    const thumbnail = await sharp(bytes, { ...options, limitInputPixels: PICTURE_PIXELS_MAX })
      .autoOrient()
      .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
    return ok({ width: autoOrient.width, height: autoOrient.height, thumbnail });
  } catch {
    return err(refusal.brokenPicture); // what the decoder says of it is of no use to whoever took it
  }
}

interface CameraWords {
  readonly DateTimeOriginal?: unknown;
  readonly OffsetTimeOriginal?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
}

const WORDS = [
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'GPSLatitude',
  'GPSLongitude',
  'GPSLatitudeRef',
  'GPSLongitudeRef',
];
const CAMERA_MOMENT = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/;

/** When and where the camera says that it was; undefined where it says nothing that can be read. */
export async function originOf(bytes: Uint8Array, uploadedSha256: string): Promise<FileOrigin | undefined> {
  const words = await cameraWords(bytes);
  const takenAt = momentOf(words);
  const latitude = degrees(words.latitude, 90);
  const longitude = degrees(words.longitude, 180);
  if (takenAt === null && latitude === null) return undefined;
  return { takenAt, latitude, longitude, source: 'photo', originalSha256: uploadedSha256 };
}

async function cameraWords(bytes: Uint8Array): Promise<CameraWords> {
  try {
    const read: unknown = await exifr.parse(Buffer.from(bytes), { pick: WORDS, reviveValues: false });
    return (read ?? {}) as CameraWords;
  } catch {
    return {}; // a camera that writes nonsense has told nothing
  }
}

function momentOf({ DateTimeOriginal, OffsetTimeOriginal }: CameraWords): string | null {
  const [, year, month, day, time] = CAMERA_MOMENT.exec(String(DateTimeOriginal)) ?? [];
  if (year === undefined) return null;
  const offset = /^[+-]\d{2}:\d{2}$/.test(String(OffsetTimeOriginal)) ? String(OffsetTimeOriginal) : '';
  return `${year}-${month}-${day}T${time}${offset}`;
}

const degrees = (value: unknown, max: number): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= max ? value : null;
