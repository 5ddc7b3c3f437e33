import { PassThrough, type Readable } from 'node:stream';
import ExcelJs from 'exceljs';
import type { Cell, Column, Sheet } from './sheet.js';

/** 「文本」: a spreadsheet that opens or edits such a cell takes nothing in it for a formula. */
const AS_TEXT = '@';
const HEAD = { bold: true } as const;

/**
 * The workbook as it is written, row by row; whoever reads slowly slows the list down. What people wrote is text whatever it begins
 * with (`=`, `+`, `-`, `@`): no cell is ever given as a formula.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Readable {
  const out = new PassThrough();
  write(sheets, out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write(sheets: readonly Sheet[], stream: PassThrough): Promise<void> {
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const head = sheet.addRow(columns.map(({ title }) => title));
    head.font = HEAD;
    head.commit();
    for await (const cells of rows) {
      if (stream.destroyed) return;
      const row = sheet.addRow([...cells]);
      cells.forEach((cell, at) => (row.getCell(at + 1).numFmt = formatOf(cell, columns[at])));
      row.commit();
      if (stream.writableNeedDrain) await drained(stream);
    }
    sheet.commit();
  }
  await book.commit();
}

const formatOf = (cell: Cell, column: Column | undefined): string =>
  typeof cell === 'number' ? (column?.format ?? '0') : AS_TEXT;

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
