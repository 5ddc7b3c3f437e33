import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Dossier, Imprint } from '../dossier.js';
import type { Writing } from '../written.js';
import type { Chapter } from './part.js';

export function cover(dossier: Dossier, imprint: Imprint, writing: Writing): Content[] {
  const { town, title, reader } = dossier;
  return [
    { text: writing.of(town), alignment: 'center', fontSize: 16, margin: [0, 70, 0, 12] },
    { text: '卷宗', alignment: 'center', fontSize: 34, bold: true, characterSpacing: 12 },
    { text: writing.of(title), alignment: 'center', fontSize: 18, bold: true, margin: [30, 40, 30, 36] },
    {
      layout: 'ruled',
      table: {
        widths: [80, 250],
        body: facts(dossier, imprint).map((row) => row.map((cell) => writing.of(cell))),
      },
      margin: [60, 0, 60, 30],
    },
    imprintMark(imprint),
    {
      text: writing.of(
        `本卷按${reader}的查阅权限制作：无权查阅的步骤、字段和附件不在卷内，也不编号；部分隐去的内容以“*”代替。`,
      ),
      style: 'small',
      margin: [60, 24, 60, 0],
    },
  ];
}

function facts(dossier: Dossier, { madeOn, digest }: Imprint): string[][] {
  const { number, process, village, standing, startedOn, endedOn, reader } = dossier;
  return [
    ['编号', number],
    ['事项类别', process],
    ['村（单位）', village],
    ['状态', standing],
    ['起止日期', `${startedOn} 至 ${endedOn ?? '今'}`],
    ['制作', `${madeOn}，${reader}`],
    ['内容校验值', digest],
  ];
}

/** Code and QR, by which a paper is known again. */
export const imprintMark = ({ code, address }: Imprint): Content => ({
  columns: [
    { width: '*', text: '' },
    { width: 96, qr: address, fit: 90 },
    {
      width: 'auto',
      stack: [
        { text: '验真码', style: 'small' },
        { text: shownCode(code), bold: true, fontSize: 14 },
        { text: '扫码，或到公开栏“验真”页输入验真码核对。', style: 'small' },
      ],
      margin: [0, 18, 0, 0],
    },
    { width: '*', text: '' },
  ],
  columnGap: 10,
});

/** 「ABCD EFGH JKMN」. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** 卷内目录: a number for each sheet, and its page. */
export function contents(chapters: readonly Chapter[], writing: Writing): Content[] {
  let number = 0;
  const body: TableCell[][] = [
    ['序号', '材料名称', '责任者', '日期', '页次'].map((text) => ({ text, bold: true })),
  ];
  for (const { title, parts } of chapters) {
    if (parts.length === 0) continue;
    body.push([{ text: title, bold: true, colSpan: 5 }, '', '', '', '']);
    for (const part of parts) {
      number += 1;
      body.push([
        String(number),
        writing.of(part.title),
        writing.of(part.by),
        part.on,
        { pageReference: part.anchor, alignment: 'right' } as unknown as TableCell,
      ]);
    }
  }
  return [
    { text: '卷内目录', style: 'chapter', pageBreak: 'before', alignment: 'center' },
    { layout: 'ruled', table: { headerRows: 1, widths: [30, '*', 92, 64, 34], body } },
  ];
}
