import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const LEDGER = '/app/ledgers/assembly-authorizations';
const PATIENCE_MS = 60_000;

let product: Product;
let desk: Desk;
let clerk: Page;
let office: Page;
let rowId: string;

beforeAll(async () => {
  product = await Product.start({ name: 'ledger_desk' });
  desk = await Desk.open(product.baseUrl);
  clerk = await desk.signedIn('v01-clerk');
  office = await desk.signedIn('minzheng-head');
}, 240_000);

afterAll(async () => {
  expect(desk.refused).toEqual([]);
  await desk?.close();
  await product?.stop();
}, 60_000);

const fillDay = async (page: Page, label: string, day: string): Promise<void> => {
  const field = page.getByLabel(label);
  await field.fill(day);
  await field.press('Enter');
};
const openEdits = async (page: Page): Promise<void> => {
  await page.goto(`${product.baseUrl}${LEDGER}/edits`);
  await page.getByText('待确认').first().waitFor();
};
const versionsOf = (id: string) =>
  product.query<{ act: string; actor: string; second: string | null }>(
    `SELECT v.act, a.login AS actor, c.login AS second FROM ledger_row_version v
       JOIN account a ON a.person_id::text = v.actor_id LEFT JOIN account c ON c.person_id::text = v.confirmed_by
     WHERE v.row_id = $1 ORDER BY v.version`,
    [id],
  );

describe('a ledger at the desk', () => {
  it(
    'is written by hand, says what lacks, and waits for another person',
    async () => {
      await clerk.getByRole('link', { name: '台账' }).click();
      await clerk.getByRole('link', { name: '村民会议授权清单' }).click();
      await clerk.getByText('已授权').first().waitFor();
      await expectAccessible(clerk);
      await clerk.getByRole('link', { name: '登记一行' }).click();
      const submit = clerk.getByRole('button', { name: '提交登记' });
      await submit.click();
      await clerk.getByText('还差 4 项').waitFor();
      await clerk.getByLabel('编号').fill('2026-1');
      await clerk.getByLabel('授权事项').fill('误工');
      await clerk.getByLabel('授权事项').press('Enter');
      await clerk.keyboard.press('Escape');
      await fillDay(clerk, '村民会议决定日', '2026-02-01');
      await fillDay(clerk, '生效日', '2026-03-01');
      await submit.click();
      await clerk.getByText('请写明理由。').waitFor();
      await expectAccessible(clerk);
      await clerk.getByLabel('理由').fill('村民会议决定');
      await submit.click();
      await clerk.getByText('待确认').waitFor();
      expect(await clerk.getByRole('button', { name: '确认', exact: true }).count()).toBe(0);
      await clerk.getByRole('button', { name: '撤回' }).waitFor();
      await expectAccessible(clerk);
    },
    PATIENCE_MS,
  );

  it(
    'is confirmed by another, who refuses nothing without a word; the row names both',
    async () => {
      await openEdits(office);
      await office.getByRole('button', { name: '退回' }).click();
      await office.getByText('请写明退回的理由。').waitFor();
      await expectAccessible(office);
      await office.getByRole('button', { name: '确认', exact: true }).click();
      await office.getByText('已确认').waitFor();
      await office.getByRole('link', { name: '2026-1' }).click();
      await office.getByText('链完整').waitFor();
      await office.getByText('理由：村民会议决定').waitFor();
      await expectAccessible(office);
      rowId = new URL(office.url()).pathname.split('/').at(-1)!;
      expect(await versionsOf(rowId)).toEqual([
        { act: 'enter', actor: 'v01-clerk', second: 'minzheng-head' },
      ]);
      expect(await office.getByRole('link', { name: '终止' }).count()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'ends a row from a day on, which is no longer in force then',
    async () => {
      await clerk.goto(`${product.baseUrl}/app/ledger-rows/${rowId}`);
      await clerk.getByRole('link', { name: '终止' }).click();
      const submit = clerk.getByRole('button', { name: '提交终止' });
      await submit.click();
      await clerk.getByText('请填写终止日期。').waitFor();
      await fillDay(clerk, '自哪一天起不再有效', '2026-04-01');
      await clerk.getByLabel('理由').fill('村民会议撤销');
      await submit.click();
      await openEdits(office);
      await office.getByText('2026-04-01').waitFor();
      await office.getByRole('button', { name: '确认', exact: true }).click();
      await office.getByText('待确认').waitFor({ state: 'detached' });
      await clerk.goto(`${product.baseUrl}${LEDGER}?state=revoked`);
      await clerk.getByRole('link', { name: '2026-1' }).waitFor();
      await clerk.goto(`${product.baseUrl}${LEDGER}?inForceOn=2026-04-01`);
      await clerk.getByText('已授权').first().waitFor();
      expect(await clerk.getByRole('link', { name: '2026-1', exact: true }).count()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'is not there for another village',
    async () => {
      const other = await desk.signedIn('v02-clerk');
      await other.goto(`${product.baseUrl}/app/ledger-rows/${rowId}`);
      await other.getByText('无此件').waitFor();
      await other.goto(`${product.baseUrl}/app/ledgers/none`);
      await other.getByText(/没有/).first().waitFor();
    },
    PATIENCE_MS,
  );
});
