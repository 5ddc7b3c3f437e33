import * as fc from 'fast-check';
import { readerLevels } from './form-definition.js';
import { maskFor, publicFields } from './mask-for.js';
import { maskText } from './mask-text.js';
import { matterForm } from './sample-forms.js';

const answer = {
  title: '硬化道路',
  proposedOn: '2026-08-24',
  amountFen: 3_860_000,
  relatedParties: [{ name: '张三', phone: '13800001234', village: '东村' }],
  unknown: '不在表单中',
};

describe('what a reader sees', () => {
  it('the public: only fields of level P', () => {
    expect(publicFields(matterForm, answer)).toEqual({ title: '硬化道路', amountFen: 3_860_000 });
  });

  it('V: the form’s own level too, and the telephone shortened', () => {
    expect(maskFor(matterForm, answer, ['V'])).toEqual({
      title: '硬化道路',
      proposedOn: '2026-08-24',
      amountFen: 3_860_000,
      relatedParties: [{ phone: '138****1234', village: '东村' }],
    });
  });

  it('T: what V sees, with the whole telephone; the name stays with N', () => {
    expect(maskFor(matterForm, answer, ['T'])['relatedParties']).toEqual([
      { phone: '13800001234', village: '东村' },
    ]);
  });

  it('N alone: the name is inside a list of level V, which it does not hold', () => {
    expect(maskFor(matterForm, answer, ['N'])['relatedParties']).toBeUndefined();
    expect(maskFor(matterForm, answer, ['T', 'N'])['relatedParties']).toEqual(answer.relatedParties);
  });

  it('of a form that states no level: nothing but for N', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', title: '甲' } } };
    const form = { key: 'a', title: '甲', schema };
    expect(maskFor(form, { a: '一' }, ['T'])).toEqual({});
    expect(maskFor(form, { a: '一' }, ['N'])).toEqual({ a: '一' });
  });

  it('shortened for the level the form names', () => {
    const field = {
      type: 'array',
      title: '户主',
      items: { type: 'string' },
      'x-reader': 'V',
      'x-mask': 'name',
      'x-masked-for': 'P',
    };
    const form = { key: 'a', title: '甲', schema: { type: 'object', properties: { field } } };
    expect(publicFields(form, { field: ['张小明', '李四'] })).toEqual({ field: ['张**', '李*'] });
    expect(publicFields(form, { field: [1] })).toEqual({});
  });

  it.each([null, 5, 'x', [], [{ title: 'x' }]])('of what is no answer at all, nothing: %j', (data) =>
    expect(publicFields(matterForm, data as never)).toEqual({}),
  );

  it('never more by holding fewer levels', () => {
    const levels = fc.subarray([...readerLevels]);
    fc.assert(
      fc.property(levels, levels, (some, more) => {
        const few = JSON.stringify(Object.keys(maskFor(matterForm, answer, some)));
        const all = Object.keys(maskFor(matterForm, answer, [...some, ...more]));
        expect(all).toEqual(expect.arrayContaining(JSON.parse(few)));
      }),
    );
  });
});

describe('a shortened text', () => {
  it.each([
    ['phone', '13800001234', '138****1234'],
    ['phone', '0632-123', '********'],
    ['idcard', '370481199001011234', '370***********1234'],
    ['bank', '6222020200012345678', '***************5678'],
    ['bank', '1234567', '*******'],
    ['name', '张三', '张*'],
    ['name', '欧阳小明', '欧***'],
    ['name', '张', '*'],
    ['name', '', ''],
  ] as const)('%s %s', (kind, text, shortened) => {
    expect(maskText(kind, text)).toBe(shortened);
  });
});
