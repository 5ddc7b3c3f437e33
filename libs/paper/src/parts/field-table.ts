import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { PaperField, PaperTable } from '../dossier.js';
import type { Writing } from '../written.js';

const TITLE_WIDTH = 110;

/** Titles on the left, what was written on the right. */
export function fieldTable(fields: readonly PaperField[], writing: Writing): Content {
  if (fields.length === 0) return { text: '（本件没有可供查阅的内容）', style: 'small' };
  return {
    layout: 'ruled',
    table: { widths: [TITLE_WIDTH, '*'], body: fields.map((field) => rowOf(field, writing)) },
    margin: [0, 2, 0, 8],
  };
}

function rowOf({ title, text, table }: PaperField, writing: Writing): TableCell[] {
  const name: TableCell = { text: writing.of(title), bold: true };
  if (!table) return [name, writing.of(text)];
  const inner = plainTable(table, writing);
  return [name, text === '' ? { stack: [inner] } : { stack: [writing.of(text), inner] }];
}

export function plainTable({ head, rows }: PaperTable, writing: Writing): Content {
  return {
    layout: 'ruled',
    table: {
      headerRows: 1,
      widths: head.map(() => '*'),
      body: [
        head.map((title) => ({ text: writing.of(title), bold: true })),
        ...rows.map((row) => row.map((cell) => writing.of(cell))),
      ],
    },
  };
}
