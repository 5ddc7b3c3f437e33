import { PassThrough, type Readable } from 'node:stream';
import { momentOf, type Cell, type Column, type Sheet } from './sheet.js';

/** 「文本」: a spreadsheet that opens or edits such a cell takes nothing in it for a formula. */
const AS_TEXT = '@';
const AS_DAY = 'yyyy-mm-dd';
const AS_MINUTE = 'yyyy-mm-dd hh:mm';
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
  const { default: ExcelJs } = await import('exceljs'); // a process that exports nothing starts sooner without it
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const head = sheet.addRow(columns.map(({ title }) => title));
    head.font = HEAD;
    head.commit();
    for await (const cells of rows) {
      if (stream.destroyed) return;
      const row = sheet.addRow(cells.map(valueOf));
      cells.forEach((cell, at) => (row.getCell(at + 1).numFmt = formatOf(cell, columns[at])));
      row.commit();
      if (stream.writableNeedDrain) await drained(stream);
    }
    sheet.commit();
  }
  await book.commit();
}

function valueOf(cell: Cell): string | number | Date | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'value' in cell ? cell.value : new Date(momentOf(cell.at));
}

function formatOf(cell: Cell, column: Column | undefined): string {
  if (typeof cell === 'number') return column?.format ?? '0';
  if (typeof cell !== 'object' || cell === null) return AS_TEXT;
  return 'value' in cell ? cell.format : cell.at.length > 10 ? AS_MINUTE : AS_DAY;
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
