import { pdfPages, type PdfPage } from '@wuqing/testing/pdf-pages';
import { dossier, imprint } from '../sample-dossier.fixture.js';
import { PaperPress, pressLimits, type PressAnswer } from './paper-press.js';

const press = new PaperPress({ ...pressLimits, printingMsMax: 120_000 });
afterAll(() => press.end());

async function pagesOf(answer: PressAnswer): Promise<PdfPage[]> {
  if (!('pdf' in answer)) throw new Error(`Expected a paper, found ${answer.refused}`);
  return pdfPages(answer.pdf);
}

const textOf = ({ lines }: PdfPage): string => lines.join('');

describe('a printed letter', () => {
  it('has heading, number, addressee, text, who signs and the code; rare names and missing signs as elsewhere', async () => {
    const letter = {
      ...{ town: '清河镇', title: '责令改正通知书', number: '清责改〔2026〕3 号', addressee: '柳河村' },
      paragraphs: ['经查，你单位存在以下问题：', '骉㛃䶮未公开。\u{2a6a5}', '长'.repeat(2_000)],
      ...{ from: '纪委办', on: '2026 年 8 月 3 日' },
    };
    const pages = await pagesOf(await press.printLetter(letter, imprint));
    const all = pages.map(textOf).join('');
    for (const text of [
      '清河镇',
      '清责改〔2026〕3号',
      '责令改正通知书',
      '柳河村：',
      '骉㛃䶮',
      '〔U+2A6A5〕',
      '纪委办',
      'ABCD2345WXYZ',
    ])
      expect(all.replaceAll(' ', '')).toContain(text);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ boxes }) => boxes)).toEqual(pages.map(() => 0));
  }, 120_000);
});

describe('a printed dossier', () => {
  let pages: PdfPage[];
  beforeAll(async () => (pages = await pagesOf(await press.print(dossier, imprint))), 120_000);

  it('has cover, contents, forms, decisions, notices, course and proofs, in this order', () => {
    const firsts = [
      '卷宗',
      '卷内目录',
      '一、办理表单',
      '二、会议决议',
      '三、公开公示',
      '四、办理经过',
      '五、校验',
    ];
    expect(firsts.map((first) => pages.findLastIndex((page) => textOf(page).includes(first)))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it('names every sheet in the contents with its page', () => {
    expect(textOf(pages[1]!)).toContain('1提出议案𬍛𬭎2026-08-253');
    expect(textOf(pages[1]!)).toContain('3决议公告村务2026-09-115');
  });

  it('has rare names, fields, tables, hashes and the code', () => {
    const all = pages.map(textOf).join('');
    for (const text of [
      '骉㛃䶮',
      '𬍛𬭎',
      '「硬化主路」',
      '张三同意',
      '30票',
      'cd'.repeat(32),
      'ABCD2345WXYZ',
    ])
      expect(all).toContain(text);
  });

  it('begins no line with what ends one', () => {
    const lines = pages.flatMap((page) => page.lines);
    expect(lines.filter((line) => /^[，。」、：]/.test(line))).toEqual([]);
  });

  it('shows signs on every page, and no box', () => {
    for (const { signs, boxes } of pages) expect([signs > 20, boxes]).toEqual([true, 0]);
  });

  it('is the same whenever it is printed', async () => {
    const [one, other] = await Promise.all([press.print(dossier, imprint), press.print(dossier, imprint)]);
    expect('pdf' in one && 'pdf' in other && Buffer.compare(one.pdf, other.pdf)).toBe(0);
  }, 120_000);
});

describe('a press that has begun', () => {
  it('prints what one prints that has not, and as many may wait', async () => {
    const begun = new PaperPress({ ...pressLimits, printingMsMax: 120_000, waitingMax: 0 });
    const first = begun.begin();
    const [paper, other] = await Promise.all([begun.print(dossier, imprint), press.print(dossier, imprint)]);
    await first;
    expect('pdf' in paper && 'pdf' in other && Buffer.compare(paper.pdf, other.pdf)).toBe(0);
    await begun.end();
  }, 120_000);
});

describe('the bounds of the press', () => {
  it('are said, and the next paper is printed', async () => {
    const hurried = new PaperPress({ ...pressLimits, printingMsMax: 0 });
    const large = { ...dossier, timeline: Array.from({ length: 2_000 }, () => dossier.timeline[0]!) };
    expect(await hurried.print(large, imprint)).toEqual({ refused: 'too-much' });
    expect(await hurried.print(large, imprint)).toEqual({ refused: 'too-much' });
    await hurried.end();
  });

  it('let no more wait than may', async () => {
    const narrow = new PaperPress({ ...pressLimits, printingMsMax: 120_000, waitingMax: 0 });
    const [first, second] = [narrow.print(dossier, imprint), narrow.print(dossier, imprint)];
    expect(await second).toEqual({ refused: 'busy' });
    expect('pdf' in (await first)).toBe(true);
    await narrow.end();
  }, 120_000);

  it('keep a hostile text a text', async () => {
    const text = '/etc/passwd {{x}} <script>alert(1)</script> ' + '長'.repeat(500) + 'w'.repeat(500);
    const hostile = {
      ...dossier,
      title: text,
      reader: text,
      notices: [{ ...dossier.notices[0]!, title: text }],
    };
    const pages = await pagesOf(await press.print(hostile, imprint));
    expect(pages.map(textOf).join('')).toContain('<script>alert(1)</script>');
    expect(pages.map(({ boxes }) => boxes)).toEqual(pages.map(() => 0));
  }, 120_000);
});
