import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { lookOf } from '../browser/look.js';
import { settled } from '../browser/visitor.js';
import type { DemoTown } from '../town/demo-town.js';
import type { Surface } from '../tour/stop.js';
import { atMost, type Row } from './row.js';

const KB = 1_000;
/** A diagram is drawn by the library of the designer; a designer itself has no page yet. */
const ENTRIES = [
  {
    name: 'phone, first load',
    surface: 'phone',
    login: 'v01-secretary',
    path: '/m/inbox',
    // What the server drew does nothing yet.
    first: '#root:not([inert]) .ph-row',
    most: 130,
  },
  {
    name: 'inbox, first load',
    surface: 'desk',
    login: 'v01-secretary',
    path: '/app/inbox',
    first: '.it',
    most: 300,
  },
  {
    name: 'case with its diagram',
    surface: 'desk',
    login: 'jiwei-head',
    path: null,
    first: '.bjs-powered-by',
    most: 750,
  },
  { name: 'public', surface: 'public', login: null, path: '/villages', first: 'h1', most: 0 },
] as const;

/** JavaScript that a browser with nothing kept loads before a page shows what it is for, as gzip packs it; then what comes behind. */
export async function weightRows(town: DemoTown): Promise<Row[]> {
  const ofCase = town.stops.find(
    ({ surface, route }) => surface === 'desk' && route === '/cases/$caseId',
  )!.path;
  const rows: Row[] = [];
  for (const { name, surface, login, path, first, most } of ENTRIES) {
    const { before, behind } = await scriptsOf(town, { surface, login, path: path ?? ofCase, first });
    const row = atMost(`JavaScript, gzip: ${name}`, before / KB, most, ' kB');
    rows.push(behind === 0 ? row : { ...row, measured: `${row.measured}, then ${(behind / KB).toFixed(1)}` });
  }
  return rows;
}

interface Visit {
  readonly surface: Surface;
  readonly login: string | null;
  readonly path: string;
  /** What the page is for. */
  readonly first: string;
}

async function scriptsOf(
  { browsers, baseUrl }: DemoTown,
  { surface, login, path, first }: Visit,
): Promise<{ before: number; behind: number }> {
  const visitor = await browsers.visitor(surface, login, lookOf(surface === 'desk' ? 1440 : 390, 'normal'));
  try {
    const page = await visitor.newPage();
    const sizes: Promise<readonly [address: string, bytes: number]>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      const sized = response.body().then((body) => gzipSync(body, { level: 9 }).length);
      sizes.push(sized.then((bytes) => [response.url(), bytes] as const));
    });
    await noteFirst(page, first);
    await page.goto(baseUrl + path);
    await page.locator(first).first().waitFor({ state: 'attached' });
    await settled(page);
    const behind = new Set(await askedBehind(page));
    const all = await Promise.all(sizes);
    return {
      before: sumOf(all.filter(([address]) => !behind.has(address)).map(([, bytes]) => bytes)),
      behind: sumOf(all.filter(([address]) => behind.has(address)).map(([, bytes]) => bytes)),
    };
  } finally {
    await visitor.close();
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

declare global {
  interface Window {
    /** When what a page is for stood in it; milliseconds of the page's clock. */
    firstAt?: number;
  }
}

/** Has the page itself say when what it is for stood in it: whoever asks from outside hears of it later. */
const noteFirst = (page: Page, first: string): Promise<unknown> =>
  page.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return;
      window.firstAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, first);

/** Addresses of what was asked for only then. */
const askedBehind = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { firstAt = Infinity } = window;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime > firstAt)
      .map(({ name }) => name);
  });
