import { fileFieldsOf, type FileReference } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import type { ShownField } from './form-model.js';

/** What a device's own dialog offers; what a file is, the server tells by its content. */
const OFFERED: Readonly<Record<string, string>> = {
  pdf: '.pdf',
  image: 'image/*',
  word: '.doc,.docx',
  sheet: '.xls,.xlsx',
  ofd: '.ofd',
};

/** The files that an answer names; what a form holds has been checked, or comes from its page. */
export const referencesOf = (value: Json | undefined): readonly FileReference[] =>
  Array.isArray(value) ? (value as unknown as readonly FileReference[]) : [];

type OfForm = Pick<ShownField, 'root' | 'key'>;

const limitsIn = ({ root, key }: OfForm) => fileFieldsOf({ schema: root }).find((one) => one.key === key);

/** How many files a field of a form takes, and what its dialog offers (an `accept`). */
export function fileLimitsOf(field: OfForm) {
  const limits = limitsIn(field);
  return {
    maxCount: limits?.maxCount ?? 1,
    /** A photo taken on the spot is one of them. */
    takesPhotos: limits?.accept.includes('image') ?? false,
    offered: limits?.accept.map((one) => OFFERED[one] ?? '').join(',') ?? '',
  };
}

/** Media types of what cameras and albums give. */
const PICTURE = /^image\/(jpeg|png|webp|heic|heif|avif)$/;

/** Whether a file is a picture that its field takes, so that it is made smaller and marked before it travels. */
export function isPhotoFor(field: OfForm, mediaType: string): boolean {
  const limits = limitsIn(field);
  if (limits?.kind !== 'file') return limits?.kind === 'photo';
  return limits.accept.includes('image') && PICTURE.test(mediaType);
}

/** 「PDF」 of 「预算.pdf」, for the mark before its name: four letters at the most. */
export const endingOf = (name: string): string => (name.split('.').at(-1) ?? '').toUpperCase().slice(0, 4);
