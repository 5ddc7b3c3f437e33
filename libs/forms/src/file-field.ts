import type { JsonObject } from '@wuqing/kernel';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

/** `photo` is taken on the spot or chosen, marked and made smaller on the device; `signature` is written by hand. */
export const fileKinds = ['file', 'photo', 'signature'] as const;

export type FileKind = (typeof fileKinds)[number];

/** Families of types, told by what a file holds and never by its name. */
export const fileAccepts = ['pdf', 'image', 'word', 'sheet', 'ofd'] as const;

export type FileAccept = (typeof fileAccepts)[number];

/** No form asks for a larger file than this: 100 MiB. */
export const FILE_BYTES_MAX = 104_857_600;

/** The value of a field of files is a list of these. */
export interface FileReference {
  /** UUID of the upload. */
  readonly id: string;
  /** 64 lower-case hexadecimal letters. */
  readonly sha256: string;
}

/** A field of files, with what each may be. */
export interface FileField {
  readonly key: string;
  readonly title: string;
  readonly kind: FileKind;
  /** Of each file. */
  readonly maxBytes: number;
  readonly minCount: number;
  readonly maxCount: number;
  readonly accept: readonly FileAccept[];
}

const ACCEPTED: Readonly<Record<FileKind, readonly FileAccept[]>> = {
  file: fileAccepts,
  photo: ['image'],
  signature: ['image'],
};

function fileFieldOf(key: string, field: JsonObject): FileField[] {
  const said = field['x-file'];
  if (!isJsonObject(said)) return [];
  const kind = said['kind'] as FileKind;
  const accept = Array.isArray(said['accept']) ? (said['accept'] as FileAccept[]) : ACCEPTED[kind];
  return [
    {
      key,
      title: String(field['title'] ?? key),
      kind,
      maxBytes: Number(said['maxBytes']),
      minCount: Number(field['minItems'] ?? 0),
      maxCount: Number(field['maxItems']),
      accept,
    },
  ];
}

/** The fields of files of a checked form; they stand at its top, never inside another field. */
export const fileFieldsOf = ({ schema }: { readonly schema: JsonObject }): FileField[] =>
  Object.entries(fieldsOf(resolveSchema(schema, schema), schema)).flatMap(([key, field]) =>
    fileFieldOf(key, field),
  );

/** Every file that a valid answer names, with the field that holds it. */
export const filesIn = (
  form: { readonly schema: JsonObject },
  data: JsonObject,
): { readonly field: FileField; readonly files: readonly FileReference[] }[] =>
  fileFieldsOf(form).flatMap((field) => {
    const files = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
    return Array.isArray(files) ? [{ field, files: files as unknown as FileReference[] }] : [];
  });
