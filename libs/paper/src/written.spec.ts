import fc from 'fast-check';
import { isPrintable } from './signs.js';
import { Writing, numbered } from './written.js';

const written = (text: string): string => new Writing(isPrintable).of(text);

describe('what is written on paper', () => {
  it.each([
    ['办理，完', '办理，完'],
    ['由「甲」办', '由「甲」办'],
    ['，先', '，先'],
    ['一\r\n二\u2028三', '一\n二\n三'],
    ['甲\u0000乙\u202e丙\ufeff\u{E0100}', '甲乙丙'],
    ['骉㛃䶮𬍛𬭎〇', '骉㛃䶮𬍛𬭎〇'],
    ['𪚥', '〔U+2A6A5〕'],
    ['\ud800', '〔U+D800〕'],
    ['😀', '〔U+1F600〕'],
  ])('%j is printed as %j', (text, expected) => expect(written(text)).toBe(expected));

  it('remembers each sign that the font lacks, once', () => {
    const writing = new Writing(isPrintable);
    writing.of('𪚥😀');
    writing.of('𪚥');
    expect(writing.missing.map(numbered)).toEqual(['〔U+1F600〕', '〔U+2A6A5〕']);
  });

  it('holds nothing that the font cannot print, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const sign of written(text))
          expect(sign === '\n' || isPrintable(sign.codePointAt(0)!)).toBe(true);
      }),
    );
  });
});
