import { caseFacts } from './case-facts.js';

const text = (...members: readonly string[]): string => members.join('\u001f');

it('reads what a case has stated, the first first', () => {
  const first = text('10.5', 'amountFen', '金额', 'P', 'register', 'abc', '1200000');
  const second = text('20', 'paidFen', '', 'V', 'pay', 'def', '-5');
  expect(caseFacts([second, first].join('\u001e'))).toEqual([
    {
      field: 'amountFen',
      title: '金额',
      level: 'P',
      elementId: 'register',
      definitionChecksum: 'abc',
      amountFen: 1_200_000,
    },
    { field: 'paidFen', title: '', level: 'V', elementId: 'pay', definitionChecksum: 'def', amountFen: -5 },
  ]);
});

it('has none where nothing was stated', () => {
  expect(caseFacts(null)).toEqual([]);
});
