import { required } from '@wuqing/kernel';
import { Hand } from '../browser/hand.js';
import { lookOf } from '../browser/look.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';

const BUDGETS = { notice: 0, progress: 2 };
const TRIES = 60;

/** A villager without an account: the notice behind its code, an objection, and what became of it. */
export async function villager({ browsers, stops }: DemoTown): Promise<Row[]> {
  const { path } = required(
    stops.find(({ route }) => route === '/notices/:id/objection'),
    'a notice that is still objected to',
  );
  const visitor = await browsers.visitor('public', null, lookOf(390, 'normal'));
  const scanned = new Hand(true);
  const notice = await visitor.open(path.replace('/objection', ''));
  await notice.getByRole('heading', { level: 1 }).waitFor();

  const page = await visitor.open(path);
  await page.getByRole('radio').first().check();
  await page.getByLabel(/写明情况/).fill('公示的面积和预算表里的不一样。');
  // A hand needs longer than a script: what comes too soon is asked for once more, with all that was typed.
  for (let tries = 0; tries < TRIES && (await page.locator('.code').count()) === 0; tries += 1) {
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.waitForLoadState();
  }
  const code = required((await page.locator('.code').textContent()) ?? undefined, 'a code of progress');

  const board = required(
    stops.find(({ route }) => route === '/villages/:code'),
    'the board of a village',
  );
  const hand = new Hand(true);
  await notice.goto(new URL(board.path, notice.url()).href);
  await hand.tap(notice.getByRole('link', { name: '凭码查进度' }));
  await notice.getByLabel('查询码').fill(code);
  await hand.tap(notice.getByRole('button', { name: '查', exact: true }));
  await notice.getByRole('heading', { level: 1 }).waitFor();
  await visitor.close();
  return [
    atMost('villager: from the code to the notice', scanned.times, BUDGETS.notice, ' taps'),
    atMost('villager: progress', hand.times, BUDGETS.progress, ' taps'),
  ];
}
