import type { Page } from 'playwright-core';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const WIDE = { width: 1440, height: 900 };

/** The list of what waits, in a real Chromium on the running product. */
describe('the inbox', () => {
  let product: Product;
  let desk: Desk;
  let clerk: Person;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start({ name: 'inbox_desk' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    for (const title of ['小学旁护坡加固', '水泵维修', '文化墙粉刷']) await begin(title);
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('v01-clerk', WIDE);
    await row('小学旁护坡加固').waitFor();
  }, 180_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  async function begin(title: string): Promise<string> {
    const body = { processKey: 'two-user-tasks', unitId: clerk.me.positions[0]!.unitId, title };
    return (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  }

  const row = (title: string) => page.locator('.it').filter({ hasText: title });
  const preview = () => page.getByRole('region', { name: '预览' });
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  it('shows rows in the order of their terms, and the first of them beside the list by a key', async () => {
    const titles = await page.locator('.it .nm').allTextContents();
    await press('j');
    await preview().getByRole('heading', { name: titles[0]! }).waitFor();
    await press('j');
    await preview().getByRole('heading', { name: titles[1]! }).waitFor();
    await press('k');
    await preview().getByRole('heading', { name: titles[0]! }).waitFor();
    await expectAccessible(page);
  }, 60_000);

  it('keeps preview and picked rows over a reload, for they stand in the address', async () => {
    await press('x');
    await page.getByText('已选 1 件').waitFor();
    const heading = await preview().getByRole('heading').first().textContent();
    await page.reload();
    await page.getByText('已选 1 件').waitFor();
    await preview().getByRole('heading', { name: heading! }).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('已选 1 件').waitFor({ state: 'detached' });
  }, 60_000);

  it('lets a new row wait behind the pill, and never moves what is there', async () => {
    const before = await page.locator('.it .nm').allTextContents();
    await begin('饮水管网改造');
    const pill = page.getByRole('button', { name: '有 1 件新待办' });
    await pill.waitFor();
    expect(await page.locator('.it .nm').allTextContents()).toEqual(before);
    await pill.click();
    await row('饮水管网改造').waitFor();
    await pill.waitFor({ state: 'detached' });
  }, 60_000);

  it('narrows to a search, says what is empty, and keeps the filter as a view', async () => {
    await press('/');
    await page.keyboard.type('水泵');
    await page.keyboard.press('Enter');
    await row('文化墙粉刷').waitFor({ state: 'detached' });
    await row('水泵维修').waitFor();
    await page.getByRole('button', { name: '保存为视图' }).click();
    const dialog = page.getByRole('dialog', { name: '保存为视图' });
    await dialog.getByLabel('视图名称').fill('水利');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^超时/ }).click();
    await page.getByText('没有超时的事项。').waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^看全部 \d+ 件|^清除筛选/ })
      .click();
    await row('文化墙粉刷').waitFor();
    await page.getByRole('link', { name: '水利' }).click();
    await row('文化墙粉刷').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('q')).toBe('水泵');
    await page.getByRole('button', { name: '删除视图 水利' }).click();
    await page.getByRole('link', { name: '水利' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^待办/ }).click();
    await row('文化墙粉刷').waitFor();
  }, 60_000);

  it('claims many at once and tells what became of each', async () => {
    await row('水泵维修').getByRole('checkbox').check();
    await row('文化墙粉刷').getByRole('checkbox').check();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '签收 2 件' }).click();
    await preview().getByRole('heading', { name: '批量签收' }).waitFor();
    await preview().getByRole('heading', { name: '已办' }).waitFor();
    expect(await preview().getByRole('row').count()).toBe(2);
    await expectAccessible(page);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '退签 2 件' }).waitFor();
    await page.getByRole('button', { name: '更多' }).click();
    for (const panel of ['批量同意', '批量转办']) {
      await page.getByRole('button', { name: panel }).click();
      await page.getByRole('heading', { name: `${panel}：已选 2 件` }).waitFor();
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: '取消' }).click();
  }, 60_000);

  it('takes no key that an input method is composing, and shows all keys by ?', async () => {
    await page.evaluate(() =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', isComposing: true, bubbles: true })),
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press('?');
    await page.getByRole('dialog', { name: '帮助' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('g', 's');
    await page.getByRole('heading', { name: '事项查询' }).waitFor();
    await press('Control+k');
    await page.getByRole('combobox', { name: '搜索事项、编号、村、姓名' }).fill('db');
    await page.getByRole('option', { name: /打开 待办/ }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
  }, 60_000);

  it('does nothing that its own policy forbids', () => expect(desk.refused).toEqual([]));
});
