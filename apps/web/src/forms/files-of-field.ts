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

/** How many files a field of a form takes, and what its dialog offers (an `accept`). */
export function fileLimitsOf({ root, key }: Pick<ShownField, 'root' | 'key'>) {
  const limits = fileFieldsOf({ schema: root }).find((one) => one.key === key);
  return {
    maxCount: limits?.maxCount ?? 1,
    offered: limits?.accept.map((one) => OFFERED[one] ?? '').join(',') ?? '',
  };
}

/** 「PDF」 of 「预算.pdf」, for the mark before its name: four letters at the most. */
export const endingOf = (name: string): string => (name.split('.').at(-1) ?? '').toUpperCase().slice(0, 4);
