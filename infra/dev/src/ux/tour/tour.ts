import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../places.js';
import type { Browsers } from '../browser/browsers.js';
import { lookOf } from '../browser/look.js';
import { INBOX_OWNER, type Places } from './places.js';
import { planStops } from './plan-stops.js';
import { publicRoutes } from './public-routes.js';
import type { Stop, Surface } from './stop.js';

/** What both apps leave at the window: `@tanstack/react-router` itself does it. */
interface RouterAtWindow {
  readonly __TSR_ROUTER__?: { readonly routesByPath: Readonly<Record<string, unknown>> };
}

/** Cases that are opened: enough to meet every part of a case's page. */
const CASES = { desk: 6, phone: 2 };

const FIRST_LOOK = lookOf(1440, 'normal');

/** Every page of the product, from the routers' own tables, with an address of the demo for each: none is left out. */
export async function tourOf(browsers: Browsers, places: Places): Promise<Stop[]> {
  return [
    ...deskStops(await routesOf(browsers, 'desk'), places),
    ...phoneStops(await routesOf(browsers, 'phone'), places),
    ...publicStops(publicRoutes(publicSources()), places),
  ];
}

/** The router's table, as the running page has it. */
async function routesOf(browsers: Browsers, surface: Exclude<Surface, 'public'>): Promise<string[]> {
  const visitor = await browsers.visitor(surface, null, FIRST_LOOK);
  try {
    const page = await visitor.open(surface === 'desk' ? '/app/' : '/m/');
    const routes = await page.evaluate(() =>
      Object.keys((globalThis as unknown as RouterAtWindow).__TSR_ROUTER__?.routesByPath ?? {}),
    );
    if (routes.length === 0) throw new Error(`Expected a table of routes of the ${surface}, found none`);
    return routes.sort();
  } finally {
    await visitor.close();
  }
}

const PUBLIC_PAGES = join(CHECKOUT, 'apps', 'api', 'src', 'public-pages');

const publicSources = (): string[] =>
  readdirSync(PUBLIC_PAGES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.controller.ts'))
    .map((file) => readFileSync(join(PUBLIC_PAGES, file), 'utf8'));

export const deskStops = (
  routes: readonly string[],
  { tasks, looked, cases, closedCases, papers, orders, reviewed, units, ledgers, ledgerRows }: Places,
): Stop[] =>
  planStops({
    surface: 'desk',
    routes,
    anybody: 'admin',
    places: {
      '/tasks/$taskId': tasks,
      '/cases/$caseId': [...cases.slice(0, CASES.desk), ...closedCases],
      '/orders/$caseId': orders,
      '/inspection/notices/$noticeId': reviewed,
      '/ledgers/$ledger': ledgers,
      '/ledgers/$ledger/edits': ledgers,
      '/ledgers/$ledger/propose': ledgers,
      '/ledger-rows/$rowId': ledgerRows,
      '/supervision/units/$unitId': units,
      '/print/tasks/$taskId': tasks.slice(0, 2),
      '/print/cases/$caseId/$paper': papers,
    },
    visitors: {
      '/': [null],
      '/invitation': [null],
      '/inbox': [INBOX_OWNER, 'jingguan-clerk', 'jiwei-head'],
      '/start': ['v01-clerk'],
      '/cases': ['v01-secretary'],
      '/alerts': ['v01-secretary'],
      '/messages': ['v01-secretary'],
      '/supervision': ['jiwei-head', 'b1-secretary'],
      '/orders': ['jiwei-head'],
      '/inspection': ['jiwei-head'],
      '/slips': ['jiwei-head', 'v01-secretary'],
      '/letters': ['jiwei-head', 'v01-secretary'],
    },
    views: {
      '/inbox': [
        ['claimable', '?view=claimable'],
        ['done', '?view=done'],
        ['late', '?tone=late'],
        ...looked.flatMap(({ value }) => [
          ['looked', `?task=${value}`] as const,
          ['picked', `?picked=${encodeURIComponent(JSON.stringify([value]))}`] as const,
        ]),
        ['nothing-found', '?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%80%E4%BB%B6'],
      ],
      '/cases': [['completed', '?status=completed']],
      '/supervision': [
        ['yellow', '?list=yellow'],
        ['ended', '?list=late'],
      ],
      '/inspection': [['overdue', '?state=overdue']],
    },
  });

export const phoneStops = (
  routes: readonly string[],
  { tasks, cases, closedCases, processes, reviewed }: Places,
): Stop[] =>
  planStops({
    surface: 'phone',
    routes,
    anybody: 'v01-secretary',
    places: {
      '/tasks/$taskId': tasks,
      '/cases/$caseId': [...cases.slice(0, CASES.phone), ...closedCases.slice(0, CASES.phone)],
      '/start/$processKey': processes,
      '/boards/$noticeId': reviewed,
      '/mine/$list': ['started', 'done', 'drafts', 'copies'].map((name) => ({
        name,
        value: name,
        login: 'v01-secretary',
      })),
    },
    visitors: { '/': [null], '/start': ['v01-clerk'] },
    views: { '/find': [['found', '?q=%E7%A1%AC%E5%8C%96']] },
  });

export const publicStops = (routes: readonly string[], places: Places): Stop[] =>
  planStops({
    surface: 'public',
    // With the web built the front door leads to the desk.
    routes: routes.filter((route) => route !== '/'),
    anybody: null,
    places: {
      '/complaints/:kind': ['matters', 'officials'].map((name) => ({ name, value: name, login: null })),
      '/notices/:id': places.notices,
      '/notices/:id/poster': places.notices,
      '/notices/:id/objection': places.objectable,
      '/villages/:code': places.villages,
      '/villages/:code/powers': places.villages,
      '/villages/:code/powers/:power': places.powers,
    },
    visitors: {},
  });
