import { families, type Family, type MediaTypeName } from './media-type.js';

/** A paper, a photo that somebody took, a signature that somebody drew. */
export const fileKinds = ['file', 'photo', 'signature'] as const;

export type FileKind = (typeof fileKinds)[number];

/** What a form's field says of its files (`x-file`). */
export interface FileField {
  readonly kind: FileKind;
  /** Of each file. */
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly accept: readonly Family[];
}

/** What one field takes in this town. */
export interface FileRule {
  readonly kind: FileKind;
  readonly bytesMax: number;
  readonly countMax: number;
  readonly accept: readonly MediaTypeName[];
}

const MB = 1_048_576;

/** Whatever a form or a setting says: a picture is held in memory while it is rebuilt. */
export const PICTURE_BYTES_MAX = 32 * MB;
/** More pixels than a phone's photo has; a picture that claims more is not decoded. */
export const PICTURE_PIXELS_MAX = 80_000_000;

/** The field's own words within the town's limit: `bytesMax`, of one file. */
export function fileRuleOf({ kind, maxBytes, maxCount, accept }: FileField, bytesMax: number): FileRule {
  return {
    kind,
    bytesMax: Math.min(maxBytes, bytesMax),
    countMax: maxCount,
    accept: [...new Set(accept.flatMap((family) => families[family] as readonly MediaTypeName[]))],
  };
}

/** 64 lower-case hexadecimal digits. */
export const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
