import type { Page } from 'playwright-core';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 768 };
const TITLE = '灌溉渠维修';

interface Open {
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number }[];
}

/** One case on its page, and what is told of it, in a real Chromium on the running product. */
describe('a case on its page', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;
  let clerk: Person;
  let caseId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'case_desk' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const unitId = clerk.me.positions[0]!.unitId;
    const body = { processKey: 'two-user-tasks', unitId, title: TITLE };
    caseId = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('v01-clerk', WIDE);
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  const card = (on: Page, name: string) =>
    on.locator('section', { has: on.getByRole('heading', { name, exact: true }) });

  it('shows its clock, steps, diagram with the table, course and forms', async () => {
    await desk.showCase(page, caseId);
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.getByRole('list', { name: '步骤' }).getByText('登记').waitFor();
    await card(page, '流程图')
      .getByRole('row', { name: /^登记 1/ })
      .waitFor();
    await card(page, '流程图').locator('.djs-element.active').first().waitFor();
    await card(page, '提交的表单').getByText('还没有提交的表单。').waitFor();
    await card(page, '公开').getByText('还没有公开。').waitFor();
    await card(page, '人员').getByText('（核对）').waitFor();
    await page.getByText('停留热度').click();
    await page.locator('.djs-element.heat-1').first().waitFor();
    await page.getByText('办理路径').click();
    await page.locator('.djs-element.completed').first().waitFor();
    await page.getByText('适合窗口').click();
    await page.getByRole('button', { name: '只看超期和退回' }).click();
    await page.getByText('没有超期，也没有退回。').waitFor();
    await page.getByRole('button', { name: '看全部' }).click();
    await expectAccessible(page);
  }, 120_000);

  it('keeps the current step in the box of the diagram when the window becomes narrow', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(() => {
      const box = document.querySelector('.djs-container')!.getBoundingClientRect();
      const step = document.querySelector('.djs-element.active .djs-visual')!.getBoundingClientRect();
      return box.width < 390 && step.left >= box.left && step.right <= box.right && step.top >= box.top;
    });
    await page.setViewportSize(WIDE);
  }, 60_000);

  it('shows within seconds, without a reload, what somebody did elsewhere', async () => {
    const { tasks } = await clerk.get<Open>(`/api/cases/${caseId}`);
    const submission = { title: TITLE, note: '三处渗漏' };
    const { id, rowVersion } = tasks[0]!;
    await clerk.post(`/api/user-tasks/${id}/completion`, { rowVersion, submission });
    await card(page, '流程图')
      .getByRole('row', { name: /^核对 1/ })
      .waitFor();
    await card(page, '提交的表单').locator('summary').click();
    await card(page, '提交的表单').getByText('三处渗漏').waitFor();
    await card(page, '办理过程').getByText('办结「登记」').first().waitFor();
    await page.locator('.djs-element.completed').first().waitFor();
    await expectAccessible(page);
  }, 60_000);

  it('is narrower where the window is, and has no audit for whoever may not read it', async () => {
    const narrow = await desk.signedIn('v01-director', NARROW);
    await desk.showCase(narrow, caseId);
    expect(await narrow.getByRole('heading', { name: '留痕' }).count()).toBe(0);
    await expectAccessible(narrow);
  }, 60_000);

  it('tells a supervisor that the audit is whole, and lets him urge; the message is counted at the bell until it is read', async () => {
    const director = await desk.signedIn('v01-director', WIDE);
    const head = await desk.signedIn('jiwei-head', WIDE);
    await desk.showCase(head, caseId);
    await card(head, '留痕')
      .getByText(/\d+ 条前后相接，未被改动/)
      .waitFor();
    await expectAccessible(head);
    await head.getByRole('button', { name: '催办', exact: true }).click();
    await head.getByRole('dialog').getByRole('button', { name: '催办 1 件' }).click();
    await head.getByText('已催办', { exact: true }).waitFor();
    const bell = director.getByRole('link', { name: /^消息，\d+ 条未读$/ });
    await bell.waitFor();
    await bell.click();
    await director.getByRole('heading', { name: '消息' }).waitFor();
    await director.getByText(/催办$/).first().waitFor();
    await expectAccessible(director);
    await director.getByRole('button', { name: '全部已读' }).click();
    await director.getByRole('link', { name: '消息', exact: true }).waitFor();
    await director.getByRole('link', { name: '去办' }).first().click();
    await director.getByRole('button', { name: /^提交/ }).waitFor();
  }, 90_000);

  it('says of every way of telling whether the town has opened it, and of empty lists that they are', async () => {
    await page.goto(`${product.baseUrl}/app/messages?kind=to-do`);
    await page.getByText('没有要办的消息。').waitFor();
    const ways = page.getByRole('region', { name: '我的通知方式' });
    await ways.getByText('镇里没有开通').first().waitFor();
    expect(await ways.getByText('镇里没有开通').count()).toBe(3);
    await page.getByRole('link', { name: '看全部消息' }).click();
    await page.getByRole('link', { name: '全部', exact: true }).waitFor();
  }, 60_000);

  it('does nothing that its own policy forbids', () => expect(desk.refused).toEqual([]));
});
