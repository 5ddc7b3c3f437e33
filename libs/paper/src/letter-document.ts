import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Imprint } from './dossier.js';
import type { PaperLetter } from './letter.js';
import { imprintMark } from './parts/front.js';
import { missingSigns } from './parts/records.js';
import { Writing } from './written.js';

/** Margins and sizes near those of official papers (GB/T 9704), in points. */
const MARGINS = { left: 79, top: 100, right: 74, bottom: 90 };
const RED = '#C00000';
const INDENT = 32;

/** How a letter is laid out. The same letter and imprint make the same document. */
export function letterDocument(
  letter: PaperLetter,
  imprint: Imprint,
  isPrintable: (codePoint: number) => boolean,
): TDocumentDefinitions {
  const writing = new Writing(isPrintable);
  const content = [...head(letter, writing), ...body(letter, writing), imprintMark(imprint)];
  return {
    pageSize: 'A4',
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    language: 'zh-CN',
    defaultStyle: { font: 'Noto', fontSize: 15, lineHeight: 1.35 },
    styles: { small: { fontSize: 9, color: '#4E5969', margin: [0, 0, 0, 4] } },
    info: {
      title: `${letter.title} ${letter.number}`,
      creator: '五清',
      producer: '五清',
      creationDate: new Date(imprint.madeAt),
    },
    footer: (page: number, pages: number): Content => ({
      text: `第 ${page} 页，共 ${pages} 页`,
      style: 'small',
      alignment: 'center',
      margin: [0, 20, 0, 0],
    }),
    content: [...content, ...missingSigns(writing.missing)],
  };
}

const head = ({ town, title, number }: PaperLetter, writing: Writing): Content[] => [
  { text: writing.of(town), alignment: 'center', fontSize: 26, bold: true, color: RED },
  { text: writing.of(number), alignment: 'center', fontSize: 13, margin: [0, 14, 0, 6] },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 442, y2: 0, lineWidth: 1.5, lineColor: RED }] },
  { text: writing.of(title), alignment: 'center', fontSize: 20, bold: true, margin: [0, 24, 0, 20] },
];

const body = ({ addressee, paragraphs, from, on }: PaperLetter, writing: Writing): Content[] => [
  { text: writing.of(`${addressee}：`) },
  ...paragraphs.map((text): Content => ({ text: writing.of(text), leadingIndent: INDENT })),
  { text: writing.of(from), alignment: 'right', margin: [0, 36, 20, 0] },
  { text: writing.of(on), alignment: 'right', margin: [0, 0, 20, 36] },
];
