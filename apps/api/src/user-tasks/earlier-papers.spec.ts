import { earlierPapers } from './earlier-papers.js';

it('shows every field that its reader may see, also one that the form gives no place', () => {
  const field = (title: string) => ({ type: 'string', title, 'x-reader': 'V' });
  const form = {
    key: 'f',
    title: '表',
    schema: {
      type: 'object',
      properties: { a: field('甲'), b: field('乙'), c: { ...field('丙'), 'x-reader': 'N' } },
    },
    ui: { order: ['b'] },
  };
  const submission = {
    elementId: 'register',
    submittedAt: new Date('2026-08-24T01:00:00Z'),
    actorId: 'p',
    data: { a: '1', b: '2', c: '3' },
  };
  const [paper] = earlierPapers(
    [{ form, step: '立项登记', submission }],
    ['P', 'V'],
    new Map([['p', '某人']]),
  );
  expect(paper).toMatchObject({ elementId: 'register', step: '立项登记', on: '2026-08-24', by: '某人' });
  expect(paper!.fields.map(({ key, title, value }) => [key, title, value])).toEqual([
    ['b', '乙', '2'],
    ['a', '甲', '1'],
  ]);
});
