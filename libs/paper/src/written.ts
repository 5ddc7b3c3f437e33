/** Controls, directions and marks without a form of their own: they would change what stands beside them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;
const LINE_BREAK = /\r\n?|\u2028|\u2029/g;

/** Makes texts fit to be printed, and remembers the signs that the font has not. */
export class Writing {
  private readonly lacking = new Set<number>();

  constructor(private readonly isPrintable: (codePoint: number) => boolean) {}

  /** Code points without a sign of which there was one so far. */
  get missing(): readonly number[] {
    return [...this.lacking].sort((one, other) => one - other);
  }

  /** A sign that the font lacks is printed as its number, so that nobody takes a box for a name. */
  of(text: string): string {
    let written = '';
    for (const sign of text.replace(LINE_BREAK, '\n')) {
      if (sign === '\n' || !INVISIBLE.test(sign)) written += this.printed(sign);
    }
    return written;
  }

  private printed(sign: string): string {
    const codePoint = sign.codePointAt(0)!;
    if (sign === '\n' || this.isPrintable(codePoint)) return sign;
    this.lacking.add(codePoint);
    return numbered(codePoint);
  }
}

/** 「〔U+2A6A5〕」. */
export const numbered = (codePoint: number): string =>
  `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
