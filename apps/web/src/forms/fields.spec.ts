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

describe('people of a meeting', () => {
  const people = { type: 'array', items: { type: 'string', 'x-person': true } } as const;
  const meeting = {
    key: 'meeting',
    title: '会议',
    schema: { properties: { voters: people, recused: people } },
  };
  const persons = [
    { id: 'p1', name: '甲', mayVote: true, mustRecuse: false },
    { id: 'p2', name: '乙', mayVote: false, mustRecuse: true },
  ];

  it('are chosen from a complete roll, with what bars them', () => {
    const [voters] = fieldsOf(meeting, { complete: true, persons });
    expect(voters?.kind).toBe('choices');
    expect(voters?.schema.items?.['x-labels']).toEqual({ p1: '甲', p2: '乙 （无表决权） （应当回避）' });
  });

  it('of an assembly are chosen only where they must recuse themselves', () => {
    const kinds = fieldsOf(meeting, { complete: false, persons }).map(({ kind }) => kind);
    expect(kinds).toEqual(['list', 'choices']);
  });

  it('without a roll are names, one a line', () => {
    expect(fieldsOf(meeting, null).map(({ kind }) => kind)).toEqual(['list', 'list']);
  });
});
