import { buffer } from 'node:stream/consumers';
import ExcelJs from 'exceljs';
import { dayCell, type Cell, type Sheet } from './sheet.js';
import { writeWorkbook } from './write-workbook.js';

async function* given(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

const sheetOf = (rows: AsyncIterable<readonly Cell[]>): Sheet => ({
  name: '待办',
  columns: [
    { title: '事项', width: 30 },
    { title: '金额（元）', width: 14, format: '#,##0.00' },
  ],
  rows,
});

async function readBack(rows: readonly (readonly Cell[])[]): Promise<ExcelJs.Worksheet> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load((await buffer(writeWorkbook([sheetOf(given(rows))]))) as never);
  return book.worksheets[0]!;
}

it('holds a head and the rows, figures as figures', async () => {
  const sheet = await readBack([
    ['硬化道路', 86_000.5],
    ['𠮷村 <b>&', null],
  ]);
  const values = [1, 2, 3].map((at) => [1, 2].map((column) => sheet.getRow(at).getCell(column).value));
  expect(values).toEqual([
    ['事项', '金额（元）'],
    ['硬化道路', 86_000.5],
    ['𠮷村 <b>&', null],
  ]);
  expect(sheet.getCell('B2').numFmt).toBe('#,##0.00');
});

it('holds a share as a share, days and minutes as dates', async () => {
  const sheet = await readBack([
    [{ at: '2026-11-30' }, { value: 0.875, format: '0.0%' }],
    [{ at: '2026-11-30 08:05' }, 3],
  ]);
  const shown = (at: string) => [sheet.getCell(at).value, sheet.getCell(at).numFmt];
  expect(['A2', 'B2', 'A3', 'B3'].map(shown)).toEqual([
    [new Date('2026-11-30T00:00:00Z'), 'yyyy-mm-dd'],
    [0.875, '0.0%'],
    [new Date('2026-11-30T08:05:00Z'), 'yyyy-mm-dd hh:mm'],
    [3, '#,##0.00'],
  ]);
});

it.each<[string | null, unknown]>([
  ['2026-11-30', { at: '2026-11-30' }],
  ['2026-11-30 08:05', { at: '2026-11-30 08:05' }],
  ['2026-13-01', '2026-13-01'],
  ['不详', '不详'],
  [null, null],
])('takes %j for what it is', (at, cell) => expect(dayCell(at)).toEqual(cell));

it.each(['=1+1', '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', "'=1"])(
  'takes %j for text',
  async (text) => {
    const cell = (await readBack([[text, null]])).getCell('A2');
    expect([cell.value, cell.type, cell.formula, cell.numFmt]).toEqual([
      text,
      ExcelJs.ValueType.String,
      undefined,
      '@',
    ]);
  },
);

it('breaks off where the list does', async () => {
  async function* failing(): AsyncGenerator<readonly Cell[]> {
    yield ['一', 1];
    throw new Error('the database is away');
  }
  await expect(buffer(writeWorkbook([sheetOf(failing())]))).rejects.toThrow('the database is away');
});
