import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Dossier, Imprint } from './dossier.js';
import { contents, cover, shownCode } from './parts/front.js';
import type { Chapter } from './parts/part.js';
import { courseChapter, missingSigns, proofChapter } from './parts/records.js';
import { decisionChapter, formChapter, noticeChapter } from './parts/sheets.js';
import { Writing } from './written.js';

/** Millimetres of the archive's margin for binding are on the left; all in points. */
const MARGINS = { left: 71, top: 62, right: 51, bottom: 54 };

/** How a dossier is laid out. The same dossier and imprint make the same document. */
export function dossierDocument(
  dossier: Dossier,
  imprint: Imprint,
  isPrintable: (codePoint: number) => boolean,
): TDocumentDefinitions {
  const writing = new Writing(isPrintable);
  const chapters = [
    formChapter(dossier.forms, writing),
    decisionChapter(dossier.decisions, writing),
    noticeChapter(dossier.notices, writing),
    courseChapter(dossier, writing),
    proofChapter(dossier, writing),
  ];
  const body = [
    ...cover(dossier, imprint, writing),
    ...contents(chapters, writing),
    ...chapters.flatMap((chapter) => pagesOf(chapter)),
  ];
  const name = writing.of(`${dossier.number}　${dossier.title}`);
  return {
    ...sheetOf(name, imprint),
    info: {
      title: `卷宗 ${dossier.number}`,
      creator: '五清',
      producer: '五清',
      creationDate: new Date(imprint.madeAt),
    },
    content: [...body, ...missingSigns(writing.missing)],
  };
}

const pagesOf = ({ title, parts, whenEmpty }: Chapter): Content[] => [
  { text: title, style: 'chapter', pageBreak: 'before' },
  ...(parts.length === 0 ? [{ text: whenEmpty, style: 'small' }] : parts.flatMap(({ content }) => content)),
];

const sheetOf = (name: string, { code }: Imprint): Omit<TDocumentDefinitions, 'content'> => ({
  pageSize: 'A4',
  pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
  language: 'zh-CN',
  defaultStyle: { font: 'Noto', fontSize: 10.5, lineHeight: 1.15 },
  styles: {
    chapter: { fontSize: 16, bold: true, margin: [0, 0, 0, 10] },
    sheet: { fontSize: 12, bold: true, margin: [0, 8, 0, 2] },
    small: { fontSize: 9, color: '#4E5969', margin: [0, 0, 0, 4] },
    hash: { fontSize: 7, color: '#4E5969' },
  },
  header: (page: number): Content =>
    page === 1
      ? ''
      : {
          text: name,
          style: 'small',
          alignment: 'right',
          noWrap: true,
          margin: [MARGINS.left, 28, MARGINS.right, 0],
        },
  footer: (page: number, pages: number): Content => ({
    columns: [
      { text: `验真码 ${shownCode(code)}`, style: 'small' },
      { text: `第 ${page} 页，共 ${pages} 页`, style: 'small', alignment: 'right' },
    ],
    margin: [MARGINS.left, 12, MARGINS.right, 0],
  }),
});
