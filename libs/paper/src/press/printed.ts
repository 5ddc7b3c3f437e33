import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFiles } from '../signs.js';

const RULE = { width: 0.5, color: '#86909C' };
/** Of what a content could name only the fonts may be read: no other file, and no address. */
const OWN_FILES: readonly string[] = Object.values(fontFiles);

pdfmake.setFonts({ Noto: { normal: fontFiles.normal, bold: fontFiles.bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => OWN_FILES.includes(path));
pdfmake.setTableLayouts({
  ruled: {
    hLineWidth: () => RULE.width,
    vLineWidth: () => RULE.width,
    hLineColor: () => RULE.color,
    vLineColor: () => RULE.color,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
});

export const printed = (document: TDocumentDefinitions): Promise<Buffer> =>
  pdfmake.createPdf(document).getBuffer();
