import { gzipSync } from 'node:zlib';
import { lookOf } from '../browser/look.js';
import { settled } from '../browser/visitor.js';
import type { DemoTown } from '../town/demo-town.js';
import type { Surface } from '../tour/stop.js';
import { atMost, type Row } from './row.js';

const KB = 1_000;
/** A diagram is drawn by the library of the designer; a designer itself has no page yet. */
const ENTRIES = [
  { name: 'phone, first load', surface: 'phone', login: 'v01-secretary', path: '/m/inbox', most: 130 },
  { name: 'inbox, first load', surface: 'desk', login: 'v01-secretary', path: '/app/inbox', most: 300 },
  { name: 'case with its diagram', surface: 'desk', login: 'jiwei-head', path: null, most: 750 },
  { name: 'public', surface: 'public', login: null, path: '/villages', most: 0 },
] as const;

/** JavaScript that a browser with nothing kept loads until a page stands still, as gzip packs it. */
export async function weightRows(town: DemoTown): Promise<Row[]> {
  const ofCase = town.stops.find(
    ({ surface, route }) => surface === 'desk' && route === '/cases/$caseId',
  )!.path;
  const rows: Row[] = [];
  for (const { name, surface, login, path, most } of ENTRIES) {
    const bytes = await scriptsOf(town, surface, login, path ?? ofCase);
    rows.push(atMost(`JavaScript, gzip: ${name}`, bytes / KB, most, ' kB'));
  }
  return rows;
}

async function scriptsOf(
  { browsers, baseUrl }: DemoTown,
  surface: Surface,
  login: string | null,
  path: string,
): Promise<number> {
  const visitor = await browsers.visitor(surface, login, lookOf(surface === 'desk' ? 1440 : 390, 'normal'));
  try {
    const page = await visitor.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(baseUrl + path);
    await settled(page);
    return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
  } finally {
    await visitor.close();
  }
}
