import { dutyLineOf, inOrder } from './duty-line.js';

const none = { published: 0, late: 0, overdue: 0, open: 0, doneOn: null };
const TODAY = '2026-11-29';

describe('a line of what should be public', () => {
  it.each([
    [{ ...none, published: 1, state: 'published', dueOn: '2026-11-11', doneOn: '2026-11-10' }, '✓ 按期', ''],
    [{ ...none, late: 1, state: 'late', dueOn: '2026-10-30', doneOn: '2026-11-01' }, '✓! 晚 2 日', ''],
    // Of the same day, by its term in working hours.
    [{ ...none, late: 1, state: 'late', dueOn: '2026-10-30', doneOn: '2026-10-30' }, '✓! 晚', ''],
    [{ ...none, open: 1, state: 'open', dueOn: '2026-12-10' }, '还没到期', ''],
    [{ ...none, open: 1, state: 'open', dueOn: null }, '还没到期', ''],
    [{ ...none, overdue: 1, state: 'overdue', dueOn: '2026-11-26' }, '■ 超期 3 日', ''],
    [
      { published: 3, late: 1, overdue: 2, open: 1, state: 'overdue', dueOn: '2026-11-26', doneOn: null },
      '■ 超期 3 日',
      '7 项：按期 3，晚 1，超期未公开 2，还没到期 1',
    ],
    [
      { ...none, published: 2, state: 'published', dueOn: null, doneOn: '2026-11-10' },
      '✓ 按期',
      '2 项：按期 2',
    ],
  ] as const)('%j says %s', (figures, said, counts) => {
    expect(dutyLineOf('决议公开', figures, TODAY)).toEqual({
      title: '决议公开',
      state: figures.state,
      dueOn: figures.dueOn,
      said,
      counts,
    });
  });

  it('stands before what is done where it is owed, the earliest due first', () => {
    const rows = (
      [
        ['published', '2026-01-01'],
        ['open', '2026-12-10'],
        ['late', '2026-02-01'],
        ['overdue', '2026-11-26'],
        ['overdue', '2026-11-20'],
      ] as const
    ).map(([state, dueOn]) => ({ figures: { ...none, state, dueOn } }));
    expect(inOrder(rows).map(({ figures }) => figures.dueOn)).toEqual([
      '2026-11-20',
      '2026-11-26',
      '2026-12-10',
      '2026-02-01',
      '2026-01-01',
    ]);
  });
});
