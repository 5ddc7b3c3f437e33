import type { Page } from 'playwright-core';
import { Hand } from '../browser/hand.js';
import { lookOf } from '../browser/look.js';
import { settled } from '../browser/visitor.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';

const BUDGETS = { red: 2, urge: 2, bulk: 3 };

/** A supervisor between the numbers, a village's red cases, and those whom he urges. */
export async function supervise({ browsers }: DemoTown): Promise<Row[]> {
  const visitor = await browsers.visitor('desk', 'jiwei-head', lookOf(1440, 'normal'));
  const page = await visitor.open('/app/inbox');
  const red = await clicksTo(async (hand) => {
    await hand.tap(page.getByRole('navigation').getByRole('link', { name: '督办台' }));
    await hand.tap(page.locator('table.mx td.red a').first());
    await page.locator('.al').first().waitFor();
  });
  const urge = await clicksTo(async (hand) => {
    await hand.tap(page.getByRole('button', { name: '催办', exact: true }).first());
    await urgeThem(page, hand);
  });
  await page.getByRole('button', { name: '完成' }).click();
  await page.goto(page.url().replace(/\?.*/, ''));
  await settled(page);
  const bulk = await clicksTo(async (hand) => {
    await hand.tap(page.getByRole('button', { name: '全选' }).first());
    await hand.tap(page.getByRole('button', { name: /批量催办|^催办/ }).first());
    await urgeThem(page, hand);
  });
  await visitor.close();
  return [
    atMost('supervisor: red cases of a village', red, BUDGETS.red, ' clicks'),
    atMost('supervisor: 催办', urge, BUDGETS.urge, ' clicks'),
    atMost('supervisor: 催办 of many', bulk, BUDGETS.bulk, ' clicks'),
  ];
}

async function clicksTo(act: (hand: Hand) => Promise<void>): Promise<number> {
  const hand = new Hand(false);
  await act(hand);
  return hand.times;
}

async function urgeThem(page: Page, hand: Hand): Promise<void> {
  const dialog = page.getByRole('dialog');
  await hand.tap(dialog.getByRole('button', { name: /^催办 \d+ 件/ }));
  await dialog.getByRole('button', { name: '完成' }).waitFor();
}
