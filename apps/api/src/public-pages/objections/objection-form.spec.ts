import { checkObjection, type ObjectionField } from './objection-form.js';

const sound = {
  ground: '内容',
  text: '公示写 480 平方米，预算表里是 540 平方米。',
  name: '',
  phone: '',
  token: 't',
};
const faultsOf = (over: Record<string, unknown>): string[] => {
  const checked = checkObjection({ ...sound, ...over });
  return checked.ok ? [] : Object.keys(checked.faults);
};

describe('what a villager sends', () => {
  it('needs a ground and a text, no name and no telephone', () => {
    expect(checkObjection(sound)).toMatchObject({
      ok: true,
      read: { ground: '内容', name: null, phone: null },
    });
    expect(checkObjection({ ...sound, name: ' 王秀英 ', phone: '138 0000 0000' })).toMatchObject({
      read: { name: '王秀英', phone: '138 0000 0000' },
    });
  });

  const rows: [string, Record<string, unknown>, ObjectionField[]][] = [
    ['no ground', { ground: undefined }, ['ground']],
    ['a ground of his own', { ground: '我不高兴' }, ['ground']],
    ['a word of every object', { ground: 'toString' }, ['ground']],
    ['two grounds', { ground: ['程序', '内容'] }, ['ground']],
    ['no text', { text: ' \n ' }, ['text']],
    ['a text of signs that nobody sees', { text: '\u200b\u2060' }, ['text']],
    ['too long a text', { text: '字'.repeat(2_001) }, ['text']],
    ['the longest text', { text: '字'.repeat(2_000) }, []],
    ['too long a name', { name: '名'.repeat(51) }, ['name']],
    ['a telephone that is none', { phone: 'javascript:alert(1)' }, ['phone']],
    [
      'all at once',
      { ground: '', text: '', name: 'x\ny', phone: 'abc' },
      ['ground', 'text', 'name', 'phone'],
    ],
    ['a field that people do not see', { website: 'http://x' }, ['form']],
  ];
  it.each(rows)('%s', (_what, over, faults) => expect(faultsOf(over)).toEqual(faults));

  it('is shown again as it was typed', () => {
    const { typed } = checkObjection({ ...sound, text: ' a\r\nb ', ground: 'x' });
    expect(typed).toMatchObject({ text: 'a\nb', ground: 'x' });
  });
});
