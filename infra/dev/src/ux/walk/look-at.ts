import type { Page } from 'playwright-core';

export interface Measures {
  /** Height that a target has at least, px. */
  readonly tap: number;
  /** Size that letters have at least, px. */
  readonly text: number;
}

/** What is seen of a page: every text, also those that only a reader aloud says, but for the names that antd gives its icons. */
export const seenText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = [
      ...document.querySelectorAll('[aria-label]:not(.anticon), [placeholder], [title], [alt]'),
    ].flatMap((one) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    const written = [
      ...document.querySelectorAll<HTMLInputElement>(
        'input:not([type]), input[type=text], input[type=search], textarea',
      ),
    ];
    return [document.title, document.body.innerText, ...named, ...written.map(({ value }) => value)].join(
      '\n',
    );
  });

/** Targets that are lower and letters that are smaller than the measures. */
export const tooSmall = (page: Page, measures: Measures): Promise<string[]> =>
  page.evaluate(({ tap, text }) => {
    const isShown = (one: Element): boolean => one.getClientRects().length > 0 && !one.closest('.vh, .sr');
    const told = (one: Element, is: number): string =>
      `${is.toFixed(0)} px: ${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} ${(one.textContent ?? '').trim().slice(0, 20)}`;
    const targets = [...document.querySelectorAll('a, button, input:not([type=checkbox]), select, textarea')];
    const letters = [...document.querySelectorAll('body *')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
    );
    const heightOf = (one: Element): number => one.getBoundingClientRect().height;
    const sizeOf = (one: Element): number => parseFloat(getComputedStyle(one).fontSize);
    return [
      ...targets
        .filter((one) => isShown(one) && heightOf(one) < tap - 0.5)
        .map((one) => told(one, heightOf(one))),
      ...letters.filter((one) => isShown(one) && sizeOf(one) < text).map((one) => told(one, sizeOf(one))),
    ];
  }, measures);

/** Whether the page is wider than its window. */
export const sticksOut = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Of each diagram whether its mark is to be seen, and nothing lies on it. */
export const marksOfDiagrams = (page: Page): Promise<boolean[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.bjs-container')].map((diagram) => {
      const mark = diagram.querySelector('.bjs-powered-by');
      if (!mark) return false;
      mark.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = mark.getBoundingClientRect();
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
      const { opacity, visibility } = getComputedStyle(mark);
      return width > 0 && height > 0 && opacity === '1' && visibility === 'visible' && mark.contains(onTop);
    }),
  );
