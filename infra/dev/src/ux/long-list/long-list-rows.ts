import type { Page } from 'playwright-core';
import { lookOf } from '../browser/look.js';
import { settled, type Visitor } from '../browser/visitor.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';
import { plantTasks } from './plant-tasks.js';

declare global {
  interface Window {
    /** When the button was pressed; milliseconds of the page's clock, as the next one. */
    pressedAt: number;
    longestFrame: number;
  }
}

const TASKS = 5_000;
const VILLAGE = 'v12';
const BUDGETS_MS = { paint: 1_000, filter: 200, frame: 200 };
const TRIES = 3;
const SCROLLS = 60;

/** A list of 5,000 tasks as its holder finds it: the middle of three tries, without throttling. */
export async function longListRows({ browsers, databaseUrl, baseUrl, progress }: DemoTown): Promise<Row[]> {
  await progress.stage(`${TASKS} tasks`, () => plantTasks(databaseUrl, VILLAGE, TASKS));
  const visitor = await browsers.visitor('desk', `${VILLAGE}-clerk`, lookOf(1440, 'normal'));
  const paints: number[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) paints.push(await firstPaint(visitor, baseUrl));
  const page = await visitor.open('/app/inbox');
  const filters: number[] = [];
  for (const chip of [/^超时/, /^全部/, /^本周/]) filters.push(await filtered(page, chip));
  await page.getByRole('button', { name: /^全部/ }).click();
  await settled(page);
  const { longest, rows } = await scrolled(page);
  await visitor.close();
  return [
    atMost('5,000 tasks: first rows are painted', middle(paints), BUDGETS_MS.paint, ' ms'),
    atMost('5,000 tasks: filter', middle(filters), BUDGETS_MS.filter, ' ms'),
    {
      ...atMost('5,000 tasks: longest frame while scrolling', longest, BUDGETS_MS.frame, ' ms'),
      measured: `${longest.toFixed(0)} ms, down to row ${rows}`,
    },
  ];
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** From the wish for the page to the frame that has its first row. */
async function firstPaint(visitor: Visitor, baseUrl: string): Promise<number> {
  const page = await visitor.newPage();
  await page.goto(`${baseUrl}/app/inbox`, { waitUntil: 'commit' });
  const at = await page.waitForFunction(
    () =>
      document.querySelector('.it') &&
      new Promise<number>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
      ),
  );
  const ms = (await at.jsonValue()) as number;
  await page.close();
  return ms;
}

/** From the press to the frame with rows that were not there before. */
async function filtered(page: Page, chip: RegExp): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener('pointerdown', () => (window.pressedAt = performance.now()), {
      capture: true,
      once: true,
    });
    for (const row of document.querySelectorAll('.it')) row.setAttribute('data-before', '');
  });
  await page.getByRole('button', { name: chip }).click();
  const ms = await page.waitForFunction(
    () =>
      document.querySelector('.it:not([data-before])') &&
      new Promise<number>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - window.pressedAt))),
      ),
  );
  return (await ms.jsonValue()) as number;
}

/** The wheel turned down many times; what was reached, and the longest time between two frames. */
async function scrolled(page: Page): Promise<{ longest: number; rows: number }> {
  await page.locator('.ib-list').hover();
  await page.evaluate(() => {
    window.longestFrame = 0;
    let before = performance.now();
    const next = (now: number): void => {
      window.longestFrame = Math.max(window.longestFrame, now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  for (let turns = 0; turns < SCROLLS; turns += 1) {
    await page.mouse.wheel(0, 3_000);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
  }
  await settled(page);
  return page.evaluate(() => {
    const list = document.querySelector('.ib-list');
    return {
      longest: window.longestFrame,
      rows: Math.round((list?.scrollTop ?? 0) / 60),
    };
  });
}
