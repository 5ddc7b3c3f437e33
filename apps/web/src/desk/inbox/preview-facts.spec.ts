import { factsOf } from './preview-facts.js';

const paper = (
  ...fields: (readonly [title: string, value: unknown, schema?: Record<string, unknown>])[]
) => ({
  elementId: 'e',
  step: '提议',
  on: '2026-11-05',
  by: null,
  fields: fields.map(([title, value, schema = { type: 'string' }]) => ({
    key: title,
    title,
    schema,
    value: value as Record<string, unknown>,
  })),
});

const task = { processName: '村级重大事项', assigneeName: null, onward: null, earlierPapers: [] };

describe('the facts beside the list', () => {
  it('say an amount in figures and in words', () =>
    expect(factsOf(task, [{ title: '金额', amountFen: 8_600_000 }])).toEqual([
      { title: '金额', value: '86,000.00 元', under: '捌万陆仟元整' },
      { title: '流程', value: '村级重大事项' },
    ]));

  it('tell what was said before in few words, each field as it was said last; no text, no person, no file', () => {
    const earlierPapers = [
      paper(['资金来源', '村集体经营收入'], ['说明', '很长'.repeat(20)], ['谁', 'p1', { 'x-person': {} }]),
      paper(['资金来源', '上级补助'], ['附件', [{ id: 'f', sha256: '0' }]]),
    ];
    expect(factsOf({ ...task, earlierPapers }, []).slice(1)).toEqual([
      { title: '资金来源', value: '上级补助' },
    ]);
  });

  it('are eight at most', () => {
    const many = Array.from({ length: 20 }, (_, at) => [`事实${at}`, '是'] as const);
    expect(factsOf({ ...task, assigneeName: '蔡', earlierPapers: [paper(...many)] }, [])).toHaveLength(8);
  });
});
