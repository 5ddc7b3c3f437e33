import { sortedRows } from './sorted-rows.js';

const row = (unitName: string, ...open: number[]) => ({
  unitId: unitName,
  unitName,
  cells: open.map((count, at) => ({ processKey: `p${at}`, open: count, red: 1, yellow: 0 })),
});
const rows = [row('义井村', 1, 2), row('白鹭洼', 2, 2), row('沙洲村', 3)];

it.each([
  [undefined, ['义井村', '白鹭洼', '沙洲村']],
  ['name', ['白鹭洼', '沙洲村', '义井村']],
  ['open', ['白鹭洼', '义井村', '沙洲村']],
] as const)('by %s', (order, names) =>
  expect(sortedRows(rows, order).map(({ unitName }) => unitName)).toEqual(names),
);

it('leaves what it was given as it was', () => {
  sortedRows(rows, 'name');
  expect(rows[0]!.unitName).toBe('义井村');
});
