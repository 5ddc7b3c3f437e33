import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);
const fileOf = (path: string): string => resolve(`@expo-google-fonts/noto-sans-sc/${path}`);

/** Whole fonts: a part of one prints boxes in the place of rare names. */
export const fontFiles = {
  normal: fileOf('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fileOf('700Bold/NotoSansSC_700Bold.ttf'),
} as const;

let regular: Font | undefined;

/** Whether the font has a sign for this code point. */
export const isPrintable = (codePoint: number): boolean =>
  (regular ??= create(readFileSync(fontFiles.normal))).hasGlyphForCodePoint(codePoint);
