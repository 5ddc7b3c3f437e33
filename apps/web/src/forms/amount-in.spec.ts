import type { PaperFieldView } from '../client/api.js';
import { amountIn } from './amount-in.js';

const field = (value: unknown, schema: Record<string, unknown> = { 'x-money': true }): PaperFieldView => ({
  key: 'k',
  title: '造价',
  schema,
  value: value as PaperFieldView['value'],
});

it.each([
  [[], undefined],
  [[{ fields: [field('限知悉人')] }], undefined],
  [[{ fields: [field(5, { type: 'integer' })] }], undefined],
  [
    [{ fields: [field(100)] }, { fields: [field(6_240_000)] }, { fields: [] }],
    '62,400.00 元 陆万贰仟肆佰元整',
  ],
])('%j says %s', (papers, said) => {
  const amount = amountIn(papers);
  expect(amount && `${amount.yuan} ${amount.inWords}`).toBe(said);
});
