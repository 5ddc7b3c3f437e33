import { Person, type CaseDetailShown, type TaskDetailShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { deskHand } from '../../harness/desk-hand.js';
import { fillForm } from '../../harness/fill-form.js';
import { HeardEvents } from '../../harness/heard-events.js';
import { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';

/** Within which a page that stands open must show what has happened elsewhere. */
const SHOWN_WITHIN = { timeout: 3_000 };
const DEMANDS = '一、限期办结；二、说明逾期原因。';

declare global {
  interface Window {
    isSame?: boolean;
  }
}

/** Must-hold 2(c): a step goes overdue, its supervisor sees it without reloading, urges, orders, and the order is closed. */
describe('the supervisor at his desk', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;
  let caseId: string;
  let orderId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'supervision_desk' });
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const answer = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'two-user-tasks',
      unitId: clerk.me.positions[0]!.unitId,
      title: '灌溉渠维修',
      startAt: '2026-08-03T09:00:00+08:00',
    });
    caseId = answer.body.case.id;
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('jiwei-head');
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  /** A page that was loaded anew has no such mark. */
  const mark = (on: Page): Promise<void> => on.evaluate(() => void (window.isSame = true));
  const isSame = (on: Page): Promise<boolean> => on.evaluate(() => window.isSame === true);

  it('is told by the page that stands open, when a step of his goes overdue', async () => {
    await page.getByRole('link', { name: '督办台' }).click();
    await page.getByRole('heading', { name: '红 0 件' }).waitFor();
    await expectAccessible(page);
    await mark(page);
    const stream = await HeardEvents.of(page);
    await product.fastForward(caseId, Date.parse('2026-08-06T09:00:00+08:00'));
    await stream.ofCase(caseId);
    await page.getByRole('heading', { name: '红 1 件' }).waitFor(SHOWN_WITHIN);
    await page.getByRole('link', { name: '灌溉渠维修' }).waitFor(SHOWN_WITHIN);
    expect(await isSame(page)).toBe(true);
    await expectAccessible(page);
  }, 120_000);

  it('urges by two clicks, and orders', async () => {
    await page.getByRole('button', { name: '催办', exact: true }).click();
    await page.getByRole('button', { name: '催办 1 件' }).click();
    await page.getByText('已催办', { exact: true }).waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('已催办 1 次').waitFor();
    await page.getByRole('button', { name: '下发督办单' }).click();
    await page.getByLabel('要求').fill(DEMANDS);
    await page.getByRole('dialog').getByRole('button', { name: '下发督办单' }).click();
    await page.waitForURL('**/app/orders/*');
    orderId = required(page.url().split('/').at(-1), 'an order');
    await page
      .getByText(/督〔\d{4}〕1 号/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: '督办内容' }).waitFor();
    await page.getByText('这一步由规定的承办人办理。').waitFor();
    await expectAccessible(page);
    await mark(page);
  }, 120_000);

  interface OrderShown {
    readonly receipts: readonly { readonly name: string; readonly readAt: string | null }[];
  }

  /** The order's receipts as soon as they say this much. */
  async function receipts(isRead: boolean): Promise<OrderShown['receipts']> {
    const supervisor = await Person.signIn(product.baseUrl, 'jiwei-head', DEMO_PASSWORD);
    return until(30_000, async () => {
      const { receipts: told } = await supervisor.get<OrderShown>(`/api/supervision/orders/${orderId}`);
      return told.some(({ readAt }) => (readAt !== null) === isRead) ? told : undefined;
    });
  }

  it('tells who has to sign, and has a receipt of it before anybody has opened it', async () => {
    const { me } = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    expect(await receipts(false)).toMatchObject([{ name: me.person.name, readAt: null }]);
    await page.reload();
    await page
      .getByRole('row', { name: new RegExp(me.person.name) })
      .getByText('未读')
      .waitFor();
    await mark(page);
  }, 60_000);

  it('knows the urge and the order as read once the step is opened, and says the urge over its form', async () => {
    const clerk = await desk.signedIn('v01-clerk');
    const person = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const { tasks } = await person.get<CaseDetailShown>(`/api/cases/${caseId}`);
    const read = clerk.waitForResponse((answer) => answer.url().endsWith('/urge-reading'));
    await clerk.goto(`${product.baseUrl}/app/tasks/${required(tasks[0], 'a step').id}`);
    expect(((await (await read).json()) as { read: number }).read).toBe(1);
    await clerk.getByText(/催办$/).waitFor();
    await expectAccessible(clerk);
    await clerk.context().close();
  }, 60_000);

  /** The order's open step, by whoever does it, from the order's own page. */
  async function take(login: string, data: JsonObject): Promise<void> {
    const his = await desk.signedIn(login);
    await his.goto(`${product.baseUrl}/app/orders/${orderId}`);
    await his.locator('main a[href*="/tasks/"]').click();
    await his.waitForURL('**/app/tasks/*');
    const person = await Person.signIn(product.baseUrl, login, DEMO_PASSWORD);
    const { tasks } = await person.get<CaseDetailShown>(`/api/cases/${orderId}`);
    const { id } = required(tasks[0], 'a step');
    const task = await person.get<TaskDetailShown>(`/api/user-tasks/${id}`);
    await fillForm(his, deskHand, { task, data });
    await his.getByRole('button', { name: /^提交/ }).click();
    await his.waitForURL('**/app/cases/*');
    await his.context().close();
  }

  it.each<[string, string, JsonObject, string]>([
    ['signed', 'v01-secretary', { received: true }, 'give-feedback'],
    [
      'answered',
      'v01-clerk',
      { act: '反馈', result: '渠段已修好并通水。', prevention: '每月巡渠一次，记入台账。' },
      'review-feedback',
    ],
    ['reviewed by another than who issued it', 'zuzhi-clerk', { verdict: '通过', opinion: '整改到位。' }, ''],
  ])(
    'the order is %s, and his open page shows it',
    async (_, login, data, next) => {
      const stream = await HeardEvents.of(page);
      await take(login, data);
      await stream.ofCase(orderId);
      const stages = page.locator('ol.fl > li');
      if (next)
        await stages
          .nth(next === 'give-feedback' ? 1 : 2)
          .and(page.locator('[aria-current="step"]'))
          .waitFor();
      else await page.getByText('已销号').first().waitFor();
      expect(await isSame(page)).toBe(true);
    },
    90_000,
  );

  it('has the receipt of who signed as read', async () => {
    const { me } = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    const told = await receipts(true);
    expect(told.find(({ name }) => name === me.person.name)?.readAt).toEqual(expect.any(String));
  }, 60_000);

  it('leads back to the case, which stays red', async () => {
    await page.getByRole('link', { name: /灌溉渠维修/ }).waitFor();
    await page.getByText('不因督办而改变').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: '督办台' }).click();
    await page.getByRole('heading', { name: '红 1 件' }).waitFor();
    await page.getByRole('link', { name: /督〔\d{4}〕1 号 已销号/ }).waitFor();
  }, 60_000);

  it('looks at the publications of one month, and at those of the year again', async () => {
    await page.getByRole('link', { name: '公开检查' }).click();
    const month = page.getByRole('textbox', { name: '月份' });
    await month.click();
    await page.locator('.ant-picker-cell-in-view').first().click();
    await page.waitForURL(/month=\d{4}-01/);
    await page.locator('input[value$="年 1 月"]').waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: '年度' }).waitFor();
    await month.hover();
    await page.locator('.ant-picker-clear').click();
    await page.waitForURL((url) => !url.search.includes('month='));
    expect(desk.refused).toEqual([]);
  }, 60_000);
});
