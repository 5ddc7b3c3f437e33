import type { Page } from 'playwright-core';
import type { Browsers } from '../browser/browsers.js';
import { lookOf, TEXT_SIZES, type Look, type TextSize } from '../browser/look.js';
import { settled, type Visitor } from '../browser/visitor.js';
import { byVisitor } from '../tour/by-visitor.js';
import type { Stop, Surface } from '../tour/stop.js';
import { strayWords } from '../words/stray-words.js';
import { accessFaults } from './judge-access.js';
import { marksOfDiagrams, seenText, sticksOut, tooSmall, type Measures } from './look-at.js';

/** What was found on all pages, each with its place. */
export interface Found {
  pages: number;
  diagrams: number;
  readonly serious: string[];
  readonly lesser: string[];
  readonly small: string[];
  readonly out: string[];
  readonly words: string[];
  readonly foreign: string[];
  readonly refused: string[];
  readonly thrown: string[];
  readonly marks: string[];
  readonly scripts: string[];
}

const nothingFound = (): Found => ({
  pages: 0,
  diagrams: 0,
  serious: [],
  lesser: [],
  small: [],
  out: [],
  words: [],
  foreign: [],
  refused: [],
  thrown: [],
  marks: [],
  scripts: [],
});

const WIDTH_OF: Readonly<Record<Surface, number>> = { desk: 1440, phone: 390, public: 390 };
/** The desk in a window zoomed to 200 %; the others on the narrowest telephone. */
const NARROW_OF: Readonly<Record<Surface, Look>> = {
  desk: { width: 720, height: 450, text: 'normal' },
  phone: { width: 320, height: 640, text: 'normal' },
  public: { width: 320, height: 640, text: 'normal' },
};
/** The phone has its two sizes; what the API renders has one, and no more than words and links in it. */
const MEASURES: Readonly<Record<Surface, Partial<Record<TextSize, Measures>>>> = {
  desk: {},
  phone: { normal: { tap: 48, text: 17 }, large: { tap: 60, text: 21 } },
  public: { normal: { tap: 0, text: 17 } },
};

/** Opens every stop in both sizes of letters. `names`: what of the texts people gave themselves. */
export async function walkStops(
  browsers: Browsers,
  stops: readonly Stop[],
  names: ReadonlySet<string>,
  note: (line: string) => void,
): Promise<Found> {
  const found = nothingFound();
  for (const text of TEXT_SIZES)
    for (const together of byVisitor(stops)) {
      const { surface, login } = together[0]!;
      const look = lookOf(WIDTH_OF[surface], text);
      const visitor = await browsers.visitor(surface, login, look);
      const page = await visitor.newPage();
      for (const stop of together) {
        await visitor.resize(page, look);
        await visitor.show(page, stop.path);
        await walk(visitor, page, stop, text, names, found);
      }
      note(`${text} ${surface} ${login ?? 'nobody'}: ${together.length}`);
      for (const kind of ['foreign', 'refused', 'thrown'] as const)
        found[kind].push(...visitor[kind].map((one) => `${surface} ${login}: ${one}`));
      await visitor.close();
    }
  return found;
}

async function walk(
  visitor: Visitor,
  page: Page,
  stop: Stop,
  text: TextSize,
  names: ReadonlySet<string>,
  found: Found,
): Promise<void> {
  const at = (what: string): string => `${stop.surface}/${stop.name} ${text}: ${what}`;
  found.pages += 1;
  for (const { isSerious, told } of await accessFaults(page))
    (isSerious ? found.serious : found.lesser).push(at(told));
  const measures = MEASURES[stop.surface][text];
  if (measures) found.small.push(...(await tooSmall(page, measures)).map(at));
  if (await sticksOut(page)) found.out.push(at(`at ${WIDTH_OF[stop.surface]} px`));
  if (text === 'normal') await lookOnce(visitor, page, stop, names, found, at);
}

/** What does not change with the letters. */
async function lookOnce(
  visitor: Visitor,
  page: Page,
  { surface }: Stop,
  names: ReadonlySet<string>,
  found: Found,
  at: (what: string) => string,
): Promise<void> {
  found.words.push(...strayWords(await seenText(page), names).map(at));
  const marks = await marksOfDiagrams(page);
  found.diagrams += marks.length;
  found.marks.push(...marks.filter((isSeen) => !isSeen).map(() => at('the mark is covered or gone')));
  if (surface === 'public' && (await page.locator('script').count()) > 0) found.scripts.push(at('a script'));
  await visitor.resize(page, NARROW_OF[surface]);
  await settled(page);
  if (await sticksOut(page)) found.out.push(at(`at ${NARROW_OF[surface].width} px`));
}
