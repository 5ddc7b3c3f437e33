import { required } from '@wuqing/kernel';
import type { Page } from 'playwright-core';
import { lookOf } from '../browser/look.js';
import { settled, type Visitor } from '../browser/visitor.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';
import { slowDown, speedOf, waitsOf, watchSpeed } from './slow-phone.js';

const LCP_SECONDS = 2.5;
const INP_MS = 200;
const PRESSES_MAX = 12;

/** A cheap telephone on a bad line that has nothing of ours yet: its list, and a step behind a link. */
export async function speedRows({ browsers, baseUrl, stops }: DemoTown): Promise<Row[]> {
  const task = required(
    stops.find(({ surface, route }) => surface === 'phone' && route === '/tasks/$taskId'),
    'an open step',
  );
  const rows: Row[] = [];
  const presses: { ms: number; what: string }[] = [];
  for (const { name, login, path } of [
    { name: 'its list', login: 'v01-secretary', path: '/m/inbox' },
    { name: 'a step behind a link', login: task.login, path: task.path },
  ]) {
    const visitor = await browsers.visitor('phone', login, lookOf(390, 'normal'));
    const page = await openSlowly(visitor, baseUrl + path);
    await pressAround(page);
    const seen = await speedOf(page);
    const last = required(seen.paints.at(-1), 'a largest paint');
    rows.push({
      ...atMost(`phone at Slow 4G and 4 × CPU, LCP of ${name}`, last.at / 1_000, LCP_SECONDS, ' s'),
      found: [
        ...seen.paints.map(({ at, size, what }) => `${at.toFixed(0)} ms: ${size} px² ${what}`),
        ...(await waitsOf(page)),
      ],
    });
    presses.push(...seen.presses);
    await visitor.close();
  }
  const slowest = presses.sort((a, b) => b.ms - a.ms);
  return [
    ...rows,
    {
      ...atMost(
        `phone at 4 × CPU, INP of ${slowest.length} presses`,
        required(slowest[0], 'a press that took time').ms,
        INP_MS,
        ' ms',
      ),
      found: slowest.map(({ ms, what }) => `${ms} ms: ${what}`),
    },
  ];
}

async function openSlowly(visitor: Visitor, address: string): Promise<Page> {
  const page = await visitor.newPage();
  await watchSpeed(page);
  await slowDown(page);
  await page.goto(address, { timeout: 60_000 });
  await page.locator('.ph-row, [data-field], .empty').first().waitFor({ timeout: 60_000 });
  await settled(page);
  return page;
}

/** Chips, choices and fields: whatever of the page is pressed and leads nowhere else. */
async function pressAround(page: Page): Promise<void> {
  const choices = page.locator('.ph-chips button, [role=radio]:not([disabled])');
  const many = Math.min(await choices.count(), PRESSES_MAX);
  for (let at = 0; at < many; at += 1) {
    await choices.nth(at).scrollIntoViewIfNeeded();
    await choices.nth(at).tap();
  }
  const text = page.locator('textarea, input[type=text], input:not([type])').first();
  if ((await text.count()) > 0) {
    await text.tap();
    await page.keyboard.type('现场查看');
    await page.keyboard.type('abcdef');
  }
}
