/** What this room needs of fontkit, which has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(content: Uint8Array): Font;
}
