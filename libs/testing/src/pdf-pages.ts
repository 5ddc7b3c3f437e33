/** What pdf.js asks of a newer Node than the oldest that the product runs on. */
function fillIn(): void {
  const promises = Promise as { withResolvers?: unknown };
  promises.withResolvers ??= function withResolvers(this: PromiseConstructor) {
    let resolve: unknown;
    let reject: unknown;
    const promise = new this((keep, breakOff) => ([resolve, reject] = [keep, breakOff]));
    return { promise, resolve, reject };
  };
  const buffers = ArrayBuffer.prototype as { transferToFixedLength?: unknown };
  buffers.transferToFixedLength ??= function transferToFixedLength(this: ArrayBuffer, length?: number) {
    return this.slice(0, length);
  };
}

export interface PdfPage {
  /** As a reader of PDF reads it, line by line, without blanks. */
  readonly lines: readonly string[];
  readonly signs: number;
  /** Of the signs those that are a box, because the file's font has none for them. */
  readonly boxes: number;
}

/** Reads a PDF back with pdf.js, which has no part in how it was made. */
export async function pdfPages(content: Uint8Array): Promise<PdfPage[]> {
  fillIn();
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const file = await getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 })
    .promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    const { fnArray, argsArray } = await page.getOperatorList();
    const shown = argsArray.filter((_, at) => fnArray[at] === OPS.showText) as readonly [
      readonly unknown[],
    ][];
    const signs = shown.flatMap(([glyphs]) => glyphs.flatMap(meantBy));
    pages.push({
      lines: text.split('\n').map(bare),
      signs: signs.length,
      boxes: signs.filter((sign) => sign === BOX).length,
    });
  }
  return pages;
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** What the file says that the first glyph of a font means. */
const BOX = '\0';

const meantBy = (glyph: unknown): string[] =>
  typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? [String(glyph.unicode)] : [];
