import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

describe('the supervisor at his desk', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start({ name: 'supervision_desk' });
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const { positions } = await clerk.get<{ positions: { unitId: string }[] }>('/api/session');
    // Begun long ago: the watch finds its term broken.
    await clerk.post('/api/cases', {
      processKey: 'two-user-tasks',
      unitId: positions[0]!.unitId,
      title: '灌溉渠维修',
      startAt: '2026-08-03T09:00:00+08:00',
    });
    await product.query(
      `UPDATE service_level_clock SET breached_at = now(), next_index = (SELECT max(n) FROM jsonb_array_elements(instants) WITH ORDINALITY AS t (i, n))`,
    );
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('jiwei-head');
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  it('sees what is red by one click, urges by two, and orders', async () => {
    await page.getByRole('link', { name: '督办台' }).click();
    await page.getByRole('heading', { name: '红 1 件' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '催办', exact: true }).click();
    await page.getByRole('button', { name: '催办 1 件' }).click();
    await page.getByText('已催办', { exact: true }).waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('已催办 1 次').waitFor();
    await page.getByRole('button', { name: '下发督办单' }).click();
    await page.getByLabel('要求').fill('一、限期办结；二、说明逾期原因。');
    await page.getByRole('dialog').getByRole('button', { name: '下发督办单' }).click();
    await page
      .getByText(/督〔\d{4}〕1 号/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: '督办内容' }).waitFor();
    await page.getByText('这一步由规定的承办人办理。').waitFor();
    await expectAccessible(page);
  }, 120_000);
});
