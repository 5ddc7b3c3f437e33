import fc from 'fast-check';
import { findHiddenSign, isBlank, withoutHiddenSigns } from './text.js';

describe('findHiddenSign', () => {
  it.each([
    ['nothing but letters', '硬化道路 2 公里（一期）', undefined],
    ['lines and tabs', 'a\tb\r\nc', undefined],
    ['a picture of one sign', '👍', undefined],
    ['a picture joined of two', '👩‍🌾 ❤️‍🔥', undefined],
    ['a composed letter', 'e\u0301', undefined],
    ['rare ideographs of two units', '𠮷', undefined],
    ['a private sign, as old machines write rare names', '\uE000', undefined],
    ['a zero-width space', '硬化\u200B道路', 'U+200B'],
    ['a joiner between letters', 'a\u200Db', 'U+200D'],
    ['a right-to-left override', 'gpj\u202Eexe', 'U+202E'],
    ['an isolate', '\u2066a\u2069', 'U+2066'],
    ['a byte order mark', '\uFEFF标题', 'U+FEFF'],
    ['a bell', 'a\u0007', 'U+0007'],
    ['a NUL', '\0', 'U+0000'],
    ['a line separator', 'a\u2028b', 'U+2028'],
    ['a Hangul filler', '\u3164', 'U+3164'],
    ['an empty Braille pattern', '\u2800', 'U+2800'],
    ['a tag sign', '\u{E0041}', 'U+E0041'],
    ['a sign that is none', '\uFFFF', 'U+FFFF'],
  ])('%s', (_is, text, sign) => expect(findHiddenSign(text)?.sign).toBe(sign));

  it.each([
    ['\u200B硬化道路', 0],
    ['硬化道\u200B路', 3],
    ['骉㛃\u{2CE93}\u202E', 3],
    ['邊\u{E0100}\u{E0101}路\u200B', 2],
    ['👩\u200D🌾👍🏽e\u0301\u200B', 3],
    ['一 二\n三\uFEFF', 5],
  ])('%j: after %i signs', (text, after) => expect(findHiddenSign(text)?.after).toBe(after));
});

describe('isBlank', () => {
  it.each(['', '  ', '\u3000', '\n\t', '\u200B', '\u0301', '\u2028', '\uFE0F'])('%j is', (text) =>
    expect(isBlank(text)).toBe(true),
  );
  it.each(['a', '路', '1', '—', '👍', ' x '])('%j is not', (text) => expect(isBlank(text)).toBe(false));
});

describe('withoutHiddenSigns', () => {
  it.each([
    ['我不同意\u200b这个\ufeff决定\u202e。', '我不同意这个决定。'],
    ['一\n二\t三\u0000', '一\n二\t三'],
    ['👩\u200d🌾和\u200d田', '👩\u200d🌾和田'],
  ])('%j is %j', (text, seen) => {
    expect(withoutHiddenSigns(text)).toBe(seen);
    expect(findHiddenSign(seen)).toBeUndefined();
  });

  it.each([
    ['rare ideographs', '骉㛃䶮\u{2CE93}\u{2CED1}\u{30EDE}'],
    ['a form of an ideograph that its variation selector chooses', '邊\u{E0100}葛\uFE00'],
    ['a private sign', '王\uE864'],
    ['a name with a dot', '买买提·吐尔逊'],
    ['pictures joined twice', '👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥'],
  ])('leaves %s as it is', (_, text) => expect(withoutHiddenSigns(text)).toBe(text));

  it('leaves nothing hidden, and what is not hidden in its order', () => {
    const signs = fc.constantFrom(
      ...'路道 \n',
      '\u200B',
      '\u200D',
      '\u202E',
      '\uFE0F',
      '👩',
      '🌾',
      '🏽',
      '\0',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.string({ unit: signs }), (text) => {
        const seen = withoutHiddenSigns(text);
        const bare = (of: string): string => of.replaceAll(/[\u200B\u200D\u202E\0\uFEFF]/gu, '');
        expect([findHiddenSign(seen), bare(seen)]).toEqual([undefined, bare(text)]);
      }),
    );
  });
});
