import { blankOf } from './blank-form.js';
import { readingOf } from './reading.js';

const form = {
  key: 'meeting',
  title: '会议',
  schema: {
    type: 'object',
    title: '会议',
    properties: {
      heldOn: { type: 'string', format: 'date', title: '会议日期' },
      amount: { type: 'integer', 'x-money': true, minimum: 0, title: '金额' },
      agreed: { type: 'boolean', title: '是否同意' },
      why: { type: 'string', maxLength: 2000, title: '理由' },
      kind: { type: 'string', enum: ['A', 'B'], 'x-labels': { A: '甲', B: '乙' }, title: '类别' },
    },
  },
  ui: {
    rules: {
      why: { effect: 'SHOW', condition: { scope: '#/properties/agreed', schema: { const: false } } },
    },
  },
};

const fieldsOf = (data: object, isBlank: boolean) =>
  (isBlank ? blankOf(form, null) : readingOf(form, data as never, (id) => id)).flatMap(
    ({ fields }) => fields,
  );

describe('a form on paper', () => {
  it('holds what was filled in and nothing else', () =>
    expect(fieldsOf({ heldOn: '2026-11-28', amount: 4860000 }, false)).toEqual([
      { key: 'heldOn', title: '会议日期', lines: ['2026-11-28'], files: [] },
      { key: 'amount', title: '金额', lines: ['48,600.00 元', '肆万捌仟陆佰元整'], files: [] },
    ]));

  it('has every field when it is blank, also those of a certain case, with room to write', () => {
    const blank = fieldsOf({}, true);
    expect(blank.map(({ key }) => key)).toEqual(['heldOn', 'amount', 'agreed', 'why', 'kind']);
    expect(blank.find(({ key }) => key === 'why')).toMatchObject({
      title: '理由（有此情形时填写）',
      ruled: 4,
    });
    expect(blank.find(({ key }) => key === 'agreed')?.lines).toEqual(['□ 是　　□ 否']);
    expect(blank.find(({ key }) => key === 'kind')?.lines).toEqual(['□ A 甲　　□ B 乙']);
    expect(blank.every(({ lines, ruled = 0 }) => lines.length + ruled > 0)).toBe(true);
  });
});
