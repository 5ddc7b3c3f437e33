/**
 * Blocks of Unicode by the names of XML Schema (part 2, appendix F.1.1), first and last code point. Those whose name is a
 * script's too (`IsGreek`, `IsHebrew`) are read as the script, which is what is meant.
 */
const blocks: Readonly<Record<string, readonly [first: number, last: number]>> = {
  BasicLatin: [0x0000, 0x007f],
  'Latin-1Supplement': [0x0080, 0x00ff],
  'LatinExtended-A': [0x0100, 0x017f],
  'LatinExtended-B': [0x0180, 0x024f],
  IPAExtensions: [0x0250, 0x02af],
  SpacingModifierLetters: [0x02b0, 0x02ff],
  CombiningDiacriticalMarks: [0x0300, 0x036f],
  GreekandCoptic: [0x0370, 0x03ff],
  LatinExtendedAdditional: [0x1e00, 0x1eff],
  GreekExtended: [0x1f00, 0x1fff],
  GeneralPunctuation: [0x2000, 0x206f],
  SuperscriptsandSubscripts: [0x2070, 0x209f],
  CurrencySymbols: [0x20a0, 0x20cf],
  LetterlikeSymbols: [0x2100, 0x214f],
  NumberForms: [0x2150, 0x218f],
  Arrows: [0x2190, 0x21ff],
  MathematicalOperators: [0x2200, 0x22ff],
  MiscellaneousTechnical: [0x2300, 0x23ff],
  EnclosedAlphanumerics: [0x2460, 0x24ff],
  BoxDrawing: [0x2500, 0x257f],
  GeometricShapes: [0x25a0, 0x25ff],
  MiscellaneousSymbols: [0x2600, 0x26ff],
  Dingbats: [0x2700, 0x27bf],
  CJKRadicalsSupplement: [0x2e80, 0x2eff],
  KangxiRadicals: [0x2f00, 0x2fdf],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  EnclosedCJKLettersandMonths: [0x3200, 0x32ff],
  CJKCompatibility: [0x3300, 0x33ff],
  CJKUnifiedIdeographsExtensionA: [0x3400, 0x4dbf],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7a3],
  PrivateUse: [0xe000, 0xf8ff],
  CJKCompatibilityIdeographs: [0xf900, 0xfaff],
  HalfwidthandFullwidthForms: [0xff00, 0xffef],
  CJKUnifiedIdeographsExtensionB: [0x20000, 0x2a6df],
};

/** Whether a character lies in the block; undefined where no block has this name. */
export function unicodeBlock(name: string): ((character: string) => boolean) | undefined {
  const range = Object.prototype.hasOwnProperty.call(blocks, name) ? blocks[name] : undefined;
  return range && ((character) => isWithin(character.codePointAt(0) ?? -1, range));
}

const isWithin = (code: number, [first, last]: readonly [number, number]): boolean =>
  code >= first && code <= last;
