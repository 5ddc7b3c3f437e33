import { gzipSync } from 'node:zlib';
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
    first: '.ph-row',
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
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(baseUrl + path, { waitUntil: 'commit' });
    await page.locator(first).first().waitFor({ state: 'attached' });
    const many = sizes.length;
    await settled(page);
    const all = await Promise.all(sizes);
    return { before: sumOf(all.slice(0, many)), behind: sumOf(all.slice(many)) };
  } finally {
    await visitor.close();
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
