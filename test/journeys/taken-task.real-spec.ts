import { Person, type CaseDetailShown, type TaskDetailShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../harness/desk.js';
import { deskHand } from '../harness/desk-hand.js';
import { fillForm } from '../harness/fill-form.js';
import { Phone } from '../harness/phone.js';
import { phoneHand } from '../harness/phone-hand.js';
import { Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const SOURCE = '村干部提议';
const DAY = '2026-08-24';
const DATA = { matterTypes: ['A4'], proposedOn: DAY, source: '党员群众建议' };
const PATIENCE_MS = 30_000;

/** Must-hold 2(d): two people to whom the same step is open, each in a browser of his own. */
describe('a step that a colleague takes while its form is open', () => {
  let product: Product;
  let desk: Desk;
  let phone: Phone;
  let clerk: Person;
  let colleague: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'taken_task' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    colleague = (await Person.signIn(product.baseUrl, 'v01-accountant', DEMO_PASSWORD)).me.person.name;
    [desk, phone] = await Promise.all([Desk.open(product.baseUrl), Phone.open(product.baseUrl)]);
  }, 240_000);

  afterAll(async () => {
    await Promise.all([desk?.close(), phone?.close()]);
    await product?.stop();
  }, 60_000);

  /** The registration of a matter: open to the clerk and to the accountant. */
  async function registration(title: string): Promise<TaskDetailShown> {
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'major-matter', unitId, title, startAt: `${DAY}T09:00:00+08:00` };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    const task = (await clerk.get<CaseDetailShown>(`/api/cases/${id}`)).tasks[0];
    return clerk.get<TaskDetailShown>(`/api/user-tasks/${required(task, 'a step').id}`);
  }

  /** Whether a click in the middle of what is found would reach it. */
  const isReachable = (page: Page, selector: string): Promise<boolean> =>
    page.locator(selector).evaluate((one) => {
      one.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });

  const kept = (taskId: string): Promise<true> =>
    until(PATIENCE_MS, async () => {
      const [row] = await product.query<{ source: string }>(
        `SELECT content #>> '{data,source}' AS source FROM form_draft WHERE user_task_id = $1`,
        [taskId],
      );
      return row?.source === SOURCE || undefined;
    });

  /** He has it at his desk, and does it without taking it in hand first. */
  async function hisCompletion(task: TaskDetailShown): Promise<void> {
    const his = await desk.signedIn('v01-accountant');
    await his.goto(`${product.baseUrl}/app/tasks/${task.id}`);
    await fillForm(his, deskHand, { task, data: DATA });
    await his.getByRole('button', { name: /^提交/ }).click();
    await his.waitForURL('**/app/cases/*');
    await his.getByText('已提交', { exact: true }).waitFor();
    await his.close();
  }

  it('is covered on the desk by his name, keeps what was written, and is free again when he lets it go', async () => {
    const task = await registration('修桥');
    const page = await desk.signedIn('v01-clerk');
    await page.goto(`${product.baseUrl}/app/tasks/${task.id}`);
    const source = page.locator('[data-field="source"]');
    await source.getByText(SOURCE, { exact: true }).click();
    await kept(task.id);
    expect(await isReachable(page, '#field-title')).toBe(true);

    const his = await phone.show(await phone.device('v01-accountant'), `/tasks/${task.id}`);
    await his.getByRole('button', { name: '更多' }).tap();
    await his.getByRole('dialog').getByRole('button', { name: '签收' }).tap();

    const cover = page.getByRole('alertdialog');
    await cover.filter({ hasText: colleague }).waitFor();
    expect(await isReachable(page, '#field-title')).toBe(false);
    await expectAccessible(page);

    await his.getByRole('button', { name: '更多' }).tap();
    await his.getByRole('dialog').getByRole('button', { name: '退签' }).tap();
    await cover.waitFor({ state: 'detached' });
    expect(await source.getByRole('radio', { name: SOURCE }).isChecked()).toBe(true);
    await his.context().close();
  }, 120_000);

  it('is covered on the desk when the case is ended, and says that nobody needs to do it any more', async () => {
    const task = await registration('拓宽机耕道');
    const page = await desk.signedIn('v01-clerk');
    await page.goto(`${product.baseUrl}/app/tasks/${task.id}`);
    await page.locator('#field-title').waitFor();
    const { caseId } = await clerk.get<{ caseId: string }>(`/api/user-tasks/${task.id}`);
    const head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    await head.post(`/api/cases/${caseId}/cancellation`, { reason: '重复提出，不再办理' });
    const cover = page.getByRole('alertdialog', { name: '这一件已经撤回或者取消，不用再办' });
    await cover.waitFor();
    expect(await cover.innerText()).not.toContain('别人');
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('status').filter({ hasText: '这一件已经撤回或者取消，不用再办' }).waitFor();
    await page.close();
  }, 120_000);

  it('is handed over at the desk, which says to whom', async () => {
    const task = await registration('整修晒谷场');
    const page = await desk.signedIn('v01-clerk');
    await page.goto(`${product.baseUrl}/app/tasks/${task.id}`);
    await page.locator('#field-title').waitFor();
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    const dialog = page.getByRole('dialog', { name: '转办' });
    await dialog.getByLabel('转给').fill(colleague);
    await page.getByTitle(colleague, { exact: true }).first().click();
    await dialog.getByLabel('转办理由').fill('外出培训');
    await dialog.getByRole('button', { name: '转办', exact: true }).click();
    await page.waitForURL('**/app/inbox');
    await page.getByText(`已转办给${colleague}`, { exact: true }).waitFor();
    await expectAccessible(page);
    await page.close();
  }, 120_000);

  it('is covered on the phone when he has done it at his desk, and leads to what came of it', async () => {
    const task = await registration('补栽行道树');
    const mine = await phone.show(await phone.device('v01-clerk'), `/tasks/${task.id}`);
    await mine.locator('#field-source').selectOption(SOURCE);
    await kept(task.id);

    await hisCompletion(task);

    const sheet = mine.getByRole('dialog', { name: `这一件已由${colleague}办理` });
    await sheet.waitFor();
    expect(await isReachable(mine, '#field-source')).toBe(false);
    await expectAccessible(mine);
    await sheet.getByRole('link', { name: '看办理结果' }).tap();
    await mine.waitForURL(/\/m\/cases\//);
    await mine.getByText('补栽行道树').first().waitFor();
  }, 120_000);

  it('is named with him on the phone, whose submission waited for the network until he had done it', async () => {
    const task = await registration('清洗水池');
    const device = await phone.device('v01-clerk');
    const mine = await phone.show(device, `/tasks/${task.id}`);
    await fillForm(mine, phoneHand, { task, data: DATA });
    await device.setOffline(true);
    await mine.getByRole('button', { name: '提交', exact: true }).click();
    await mine.getByRole('heading', { name: '等待网络' }).waitFor();
    await hisCompletion(task);
    await device.setOffline(false);
    await mine.getByRole('heading', { name: '没有收下' }).waitFor();
    const said = `这一件已由${colleague}办理。`;
    await mine.getByText(said).waitFor();
    await phone.go(mine, '/queue');
    await mine.locator('.ph-row', { hasText: '清洗水池' }).getByText(said).waitFor();
    await expectAccessible(mine);
    await device.close();
  }, 120_000);

  it('does nothing that the pages’ own policy forbids', () =>
    expect([...desk.refused, ...phone.refused]).toEqual([]));
});
