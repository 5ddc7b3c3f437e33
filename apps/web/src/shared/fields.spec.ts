import fc from 'fast-check';
import { answersOf, dataOf, fieldsOf } from './fields.js';

const form = {
  key: 'register',
  title: '立项登记',
  schema: {
    required: ['title'],
    properties: {
      title: { type: 'string', title: '事项名称', maxLength: 100 },
      amountFen: { type: 'integer', title: '金额', 'x-money': true },
      types: { type: 'array', items: { type: 'string', enum: ['A3', 'A4'] } },
      papers: { type: 'array', items: { type: 'string' } },
      ok: { type: 'boolean' },
      count: { type: 'integer' },
    },
  },
  ui: { order: ['amountFen', 'title'] },
} as const;
const fields = fieldsOf(form);

describe('fields of a form', () => {
  it('keeps the form’s order and puts the rest behind it', () => {
    expect(fields.map((field) => field.key)).toEqual([
      'amountFen',
      'title',
      'types',
      'papers',
      'ok',
      'count',
    ]);
  });

  it('makes data of what was typed', () => {
    expect(
      dataOf(fields, {
        title: ' 硬化道路 ',
        amountFen: '38,600.5',
        types: ['A3'],
        papers: '预算.pdf\n\n图纸.pdf',
        ok: 'false',
        count: '7',
      }),
    ).toEqual({
      title: '硬化道路',
      amountFen: 3_860_050,
      types: ['A3'],
      papers: ['预算.pdf', '图纸.pdf'],
      ok: false,
      count: 7,
    });
  });

  it('leaves out what is empty, and leaves nonsense for the server to name', () => {
    expect(dataOf(fields, { title: '', amountFen: '三万', count: '1e3', types: [] })).toEqual({
      amountFen: '三万',
      count: '1e3',
    });
  });

  it('shows money as it was stored', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (amountFen) => {
        expect(dataOf(fields, answersOf(fields, { amountFen }))).toEqual({ amountFen });
      }),
    );
  });
});
