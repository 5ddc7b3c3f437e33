import { hiddenIn, withoutHidden } from './hidden-in.js';

describe('signs that nobody sees', () => {
  it.each([
    ['修路', undefined],
    ['修\u200B路', { sign: 'U+200B', after: 1 }],
    [['一', '二\u202E'], { sign: 'U+202E', after: 1 }],
    [
      { 名称: '沙石', 备注: ['\uFEFF三'] },
      { sign: 'U+FEFF', after: 0 },
    ],
    [{ id: 'x', amount: 3, done: true, none: null }, undefined],
    [undefined, undefined],
  ])('in %j: %j', (value, found) => expect(hiddenIn(value)).toEqual(found));

  it('are taken out at every depth, and nothing else', () =>
    expect(
      withoutHidden({
        title: '修\u200B路',
        rows: [{ name: '骉\u{E0100}', sum: 3 }, null, ['\u2066a\u2069']],
      }),
    ).toEqual({ title: '修路', rows: [{ name: '骉\u{E0100}', sum: 3 }, null, ['a']] }));
});
