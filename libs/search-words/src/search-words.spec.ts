import fc from 'fast-check';
import { initialsOf, searchTermsOf, searchText } from './index.js';

describe('the initials of a text', () => {
  it.each([
    ['硬化道路', 'yhdl'],
    ['小学旁护坡加固', 'xxphpjg'],
    ['第3组道路', 'd3zdl'],
    ['PPP 项目', 'pppxm'],
    ['银行贷款', 'yhdk'],
    ['行走', 'xz'],
    ['旧仓库出租（三年）', 'jckczsn'],
    ['，。', ''],
    ['', ''],
  ])('%s: %s', (text, initials) => expect(initialsOf(text)).toBe(initials));

  it('are letters and digits, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(initialsOf(text)).toMatch(/^[a-z0-9]*$/);
      }),
    );
  });
});

describe('the words of a search', () => {
  it.each([
    ['  道路　硬化 ', ['道路', '硬化']],
    ['ＹＨＤＬ', ['yhdl']],
    ['2026-00121', ['2026-00121']],
    ['a b c d e f g', ['a', 'b', 'c', 'd', 'e']],
    ['   ', []],
  ])('%j: %j', (typed, terms) => expect(searchTermsOf(typed)).toEqual(terms));

  it('stand in the text that they are cut from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        for (const term of searchTermsOf(typed)) expect(searchText(typed)).toContain(term);
      }),
    );
  });
});
