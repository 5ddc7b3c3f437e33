import { zipNamesIn } from './zip-names.js';

export interface MediaType {
  /** What the file leaves with: never a type that a browser executes. */
  readonly type: string;
  /** Without the dot. */
  readonly extension: string;
  /** What people call it. */
  readonly words: string;
  readonly isPicture: boolean;
}

const picture = (type: string, extension: string, words: string): MediaType => ({
  type,
  extension,
  words,
  isPicture: true,
});
const paper = (type: string, extension: string, words: string): MediaType => ({
  type,
  extension,
  words,
  isPicture: false,
});
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Every type that the product takes. */
export const mediaTypes = {
  jpeg: picture('image/jpeg', 'jpg', 'JPG 图片'),
  png: picture('image/png', 'png', 'PNG 图片'),
  webp: picture('image/webp', 'webp', 'WebP 图片'),
  pdf: paper('application/pdf', 'pdf', 'PDF'),
  ofd: paper('application/ofd', 'ofd', 'OFD'),
  docx: paper(`${OFFICE}.wordprocessingml.document`, 'docx', 'Word 文档'),
  xlsx: paper(`${OFFICE}.spreadsheetml.sheet`, 'xlsx', 'Excel 表格'),
  // Which of the old programs wrote it is not asked: it leaves as bytes that nobody opens by himself.
  old: paper('application/octet-stream', 'doc', '旧版 Office 或 WPS 文档'),
} as const satisfies Readonly<Record<string, MediaType>>;

export type MediaTypeName = keyof typeof mediaTypes;

/** Families of types, as a form names them. */
export const families = {
  pdf: ['pdf'],
  image: ['jpeg', 'png', 'webp'],
  word: ['docx', 'old'],
  sheet: ['xlsx', 'old'],
  ofd: ['ofd'],
} as const satisfies Readonly<Record<string, readonly MediaTypeName[]>>;

export type Family = keyof typeof families;

/** As much of a file's content as its type is told by. */
export interface ContentEnds {
  /** The first `HEAD_BYTES`, or all of it. */
  readonly head: Uint8Array;
  /** The last `TAIL_BYTES`, or all of it. */
  readonly tail: Uint8Array;
}

export const HEAD_BYTES = 4_096;
/** A ZIP names its parts at its end. */
export const TAIL_BYTES = 131_072;

const MAGIC: readonly (readonly [MediaTypeName | 'zip', readonly (number | null)[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['old', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** What the content says that it is; undefined where it is nothing that the product takes. Its name is not asked. */
export function mediaTypeOf({ head, tail }: ContentEnds): MediaTypeName | undefined {
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => byte === null || head[at] === byte))?.[0];
  return found === 'zip' ? packedTypeOf(zipNamesIn(tail)) : found;
}

/** A package of an office program, by the names of its parts; one that brings a program along is none. */
function packedTypeOf(names: readonly string[]): MediaTypeName | undefined {
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) return undefined;
  const has = (beginning: string): boolean => names.some((name) => name.startsWith(beginning));
  if (has('OFD.xml')) return 'ofd';
  if (!has('[Content_Types].xml')) return undefined;
  if (has('word/')) return 'docx';
  return has('xl/') ? 'xlsx' : undefined;
}
