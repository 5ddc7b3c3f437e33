import type { Page } from 'playwright-core';

/** Nothing smaller than a thumb, and no letter under 17: of whatever is shown of a page. */
export async function expectMeasures(page: Page, least: { tap: number; text: number }): Promise<void> {
  const small = await page.evaluate(({ tap, text }) => {
    const shown = (one: Element) => one.getClientRects().length > 0 && !one.closest('.vh');
    const targets = [...document.querySelectorAll('a, button, input:not([type=checkbox]), select, textarea')];
    const letters = [...document.querySelectorAll('body *')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''),
    );
    const told = (one: Element) => `${one.className} ${one.textContent!.slice(0, 20)}`;
    return [
      ...targets.filter((one) => shown(one) && one.getBoundingClientRect().height < tap - 0.5).map(told),
      ...letters.filter((one) => shown(one) && parseFloat(getComputedStyle(one).fontSize) < text).map(told),
      ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['sticks out'] : []),
    ];
  }, least);
  expect([page.url(), small]).toEqual([page.url(), []]);
}

/** Votes are set one by one: a person's five cells in one row, his name in one line. */
export async function expectWholeRows(page: Page): Promise<void> {
  const rows = await page
    .locator('.ph-p')
    .evaluateAll((all) =>
      all.map((row) => [
        new Set([...row.querySelectorAll('button')].map((one) => one.getBoundingClientRect().top)).size,
        Math.round(
          row.querySelector('b')!.getBoundingClientRect().height /
            parseFloat(getComputedStyle(row).lineHeight),
        ),
      ]),
    );
  expect(rows).toEqual(rows.map(() => [1, 1]));
  expect(rows.length).toBeGreaterThan(5);
}
