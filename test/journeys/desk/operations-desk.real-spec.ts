import type { Locator, Page } from 'playwright-core';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Desk, PHONE, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';
import { publishDeskProcesses, publishLease } from './desk-processes.js';

/** What town leaders and administrators do to running cases, on the pages, in a real Chromium. */
describe('the desk', () => {
  let product: Product;
  let desk: Desk;
  let clerk: Person;
  let head: Page;

  beforeAll(async () => {
    product = await Product.start({ name: 'operations_desk' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    await publishDeskProcesses(product);
    desk = await Desk.open(product.baseUrl);
    head = await desk.signedIn('town-head');
  }, 180_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  async function begin(processKey: string, title: string): Promise<string> {
    const body = { processKey, unitId: clerk.me.positions[0]!.unitId, title };
    return (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  }

  const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
  /** Opens a list of choices by its label and takes one. */
  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
  }

  const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

  /** Said to be done, and the page read anew. */
  async function done(page: Page, verb: string): Promise<void> {
    await said(page, `已办妥：${verb}`);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Opens the dialog of an operation, looking under 更多 where it is not seen at once. */
  async function openOperation(page: Page, verb: string): Promise<Locator> {
    const offer = page.locator('.operations button').filter({ hasText: new RegExp(`^${verb}$`) });
    await offer.waitFor({ state: 'attached' });
    if (!(await offer.isVisible())) await page.locator('details.more > summary').click();
    await offer.click();
    return page.getByRole('dialog', { name: verb });
  }

  it('mends a case that is stuck: found in the list, a variable given, tried again', async () => {
    const caseId = await begin('works', '村东排水沟');
    await head.reload();
    await head.getByRole('link', { name: /^运行异常\s*1$/ }).click();
    await said(head, '条件的结果不是');
    await expectAccessible(head);
    await head.getByRole('link', { name: '去处置' }).click();
    await button(head, '补正并重试').click();
    const dialog = head.getByRole('dialog', { name: '补正并重试' });
    await dialog.getByLabel('造价（万元）').fill('七十');
    await dialog.getByLabel('理由').fill('造价漏填');
    await button(dialog, '补正并重试').click();
    await dialog.getByRole('alert').getByText(/造价/).waitFor();
    await expectAccessible(head);
    await dialog.getByLabel('造价（万元）').fill('70');
    await button(dialog, '补正并重试').dblclick();
    await done(head, '补正并重试');
    await head.getByRole('link', { name: /报镇审核/ }).waitFor();
    await said(head, '理由：造价漏填；补正变量：造价（万元）');
    const mended = await product.query(
      `SELECT 1 FROM command WHERE case_id = $1 AND kind = 'ResolveIncident'`,
      [caseId],
    );
    expect(mended).toHaveLength(1);
    await head.getByRole('link', { name: /^运行异常/ }).click();
    await said(head, '没有停在异常处的事项');
    await expectAccessible(head);
  }, 90_000);

  it('suspends a case by keyboard alone, says since when, and lets it go on when the worker is back', async () => {
    const caseId = await begin('two-user-tasks', '路灯报修');
    await desk.showCase(head, caseId);
    await button(head, '暂停办理').focus();
    await head.keyboard.press('Enter');
    const dialog = head.getByRole('dialog', { name: '暂停办理' });
    await dialog.waitFor();
    await head.keyboard.press('Escape');
    expect(await button(head, '暂停办理').evaluate((one) => one === document.activeElement)).toBe(true);
    await head.keyboard.press('Enter');
    await dialog.getByLabel('理由').and(head.locator(':focus')).waitFor();
    await head.keyboard.type('等批复');
    await head.keyboard.press('Tab');
    await head.keyboard.press('Enter');
    await said(head, '事项已暂停，期限停止计算');
    await said(head, '事项暂停办理');
    await expectAccessible(head);
    const isIn = await head.evaluate(() => document.activeElement?.textContent);
    expect(isIn).toBe('处置');

    await product.worker.kill();
    const resume = await openOperation(head, '恢复办理');
    await resume.getByLabel('理由').fill('批复已到');
    await button(resume, '恢复办理').click();
    await said(head, '已受理，正在排队办理');
    await product.worker.start();
    await done(head, '恢复办理');
    await button(head, '暂停办理').waitFor();
    expect(await head.getByText('事项已暂停').count()).toBe(0);
    const skip = await openOperation(head, '跳过此步骤');
    await skip.getByLabel(/^登记/).check();
    await skip.getByLabel('理由').fill('已在纸上登记');
    await button(skip, '跳过此步骤').click();
    await head.getByRole('link', { name: /核对/ }).waitFor();
    await said(head, '跳过「登记」');
  }, 120_000);

  it('shows what calls what, and ends all of it together', async () => {
    const rootId = await begin('road', '村西道路');
    await desk.showCase(head, rootId);
    const tree = head.locator('section', { has: head.getByRole('heading', { name: '调用关系' }) });
    expect(await tree.getByRole('listitem').count()).toBe(3);
    await tree.getByRole('link', { name: /^现场验收/ }).click();
    await tree.locator('[aria-current=page]', { hasText: '现场验收' }).waitFor();
    expect(await button(head, '终止事项').count()).toBe(0);
    await tree.getByRole('link', { name: /^道路硬化/ }).click();
    await tree.locator('[aria-current=page]', { hasText: '道路硬化' }).waitFor();
    const dialog = await openOperation(head, '终止事项');
    await dialog.getByText('连同它调用的 2 个下级事项').waitFor();
    await dialog.getByLabel('理由').fill('资金未落实');
    await button(dialog, '终止事项').click();
    await done(head, '终止事项');
    await until(20_000, async () => ((await tree.getByText('已终止').count()) === 3 ? true : undefined));
    await expectAccessible(head);
  }, 90_000);

  it('moves tokens, members and ad-hoc steps by their names, on a phone too', async () => {
    const phone = await desk.signedIn('town-head', PHONE);
    const caseId = await begin('signing', '五保户核实');
    await desk.showCase(phone, caseId);
    await expectAccessible(phone);
    const more = await openOperation(phone, '加签');
    await more.getByLabel('理由').fill('漏了一位');
    await button(more, '加签').click();
    await done(phone, '加签');
    const fewer = await openOperation(phone, '减签');
    await fewer.getByLabel('第 3 个成员').check();
    await fewer.getByLabel('理由').fill('应当回避');
    await button(fewer, '减签').click();
    await done(phone, '减签');
    const modify = await openOperation(phone, '调整步骤');
    await modify
      .getByRole('group', { name: '终止这些步骤' })
      .getByLabel(/会签整体/)
      .check();
    await modify.getByRole('group', { name: '开始这些步骤' }).getByLabel(/^核实/).check();
    await expectAccessible(phone);
    await modify.getByLabel('理由').fill('已在会上签过');
    await button(modify, '调整步骤').click();
    await done(phone, '调整步骤');
    const steps = await openOperation(phone, '启动临时步骤');
    await steps.getByLabel(/上门核实/).check();
    await button(steps, '启动临时步骤').click();
    await done(phone, '启动临时步骤');
    await phone.getByRole('link', { name: /上门核实/ }).waitFor();
    await said(phone, '调整步骤：终止「会签」：开始「核实」');
    await phone.context().close();
  }, 120_000);

  it('tries a migration first, says what cannot move, and then moves it', async () => {
    const caseId = await begin('lease', '旧校舍出租');
    await publishLease(product, 'auction', '公开竞价');
    const admin = await desk.signedIn('admin');
    await desk.showCase(admin, caseId);
    const dialog = await openOperation(admin, '迁移到其他版本');
    await dialog.getByText('步骤“竞价”在新版本中没有，请指定对应的步骤。').waitFor();
    await dialog.getByLabel('理由').fill('办法已修订');
    expect(await button(dialog, '迁移到其他版本').isDisabled()).toBe(true);
    await choose(admin, '「竞价」对应新版本的步骤', '公开竞价（人工步骤）');
    await dialog.getByText('试算通过：可以整件迁移。').waitFor();
    await dialog.getByText('→ 公开竞价').waitFor();
    await expectAccessible(admin);
    await button(dialog, '迁移到其他版本').click();
    await done(admin, '迁移到其他版本');
    await admin.getByText('公开竞价').first().waitFor();
    await said(admin, '转到流程的另一版本');
    await admin.context().close();
  }, 90_000);

  it('moves all cases of a version at once, each by itself', async () => {
    await publishLease(product, 'tender', '招标');
    for (const title of ['门面出租', '果园出租']) await begin('lease', title);
    await publishLease(product, 'bidding', '网上竞价');
    const admin = await desk.signedIn('admin', PHONE);
    await admin.getByRole('button', { name: '菜单' }).click();
    await admin.getByRole('link', { name: '批量迁移' }).click();
    await choose(admin, '流程', '资产出租');
    await admin.getByText('不能迁移').first().waitFor();
    await expectAccessible(admin);
    await choose(admin, '「招标」对应新版本的步骤', '网上竞价（人工步骤）');
    await admin.getByRole('button', { name: /^选中全部可以迁移的/ }).click();
    await admin.getByLabel('理由').fill('办法已修订');
    await admin.getByRole('button', { name: '迁移选中的 2 件' }).click();
    await until(30_000, async () => ((await admin.getByText('✓ 已迁移').count()) === 2 ? true : undefined));
    await expectAccessible(admin);
    await admin.getByRole('link', { name: '果园出租' }).click();
    await admin.getByRole('link', { name: /网上竞价/ }).waitFor();
    expect(await head.getByRole('link', { name: '批量迁移' }).count()).toBe(0);
    await admin.context().close();
  }, 90_000);

  it('returns a case, ends it, and lets it go on from a step as another one', async () => {
    const caseId = await begin('two-user-tasks', '水管改造');
    const [task] = (await clerk.get<{ tasks: { id: string; rowVersion: number }[] }>(`/api/cases/${caseId}`))
      .tasks;
    await clerk.post(`/api/user-tasks/${task!.id}/completion`, {
      rowVersion: task!.rowVersion,
      submission: { title: '水管改造' },
    });
    await desk.showCase(head, caseId);
    const back = await openOperation(head, '退回');
    await back.getByLabel('理由').fill('材料不全');
    await button(back, '退回').click();
    await head.getByRole('link', { name: /登记/ }).waitFor();
    const cancel = await openOperation(head, '终止事项');
    await cancel.getByLabel('理由').fill('登记有误');
    // For a moment the ended case offers nothing: the dialog must see its answer all the same.
    await head.route('**/operation-choices', async (route) => {
      await said(head, '已终止');
      await route.continue();
    });
    await button(cancel, '终止事项').click();
    await done(head, '终止事项');
    await head.unrouteAll({ behavior: 'wait' });
    const restart = await openOperation(head, '从某一步重新开始');
    await restart.getByLabel(/^核对/).check();
    await restart.getByLabel('理由').fill('登记无需重做');
    await button(restart, '从某一步重新开始').click();
    await head.getByText('关联事项：').waitFor();
    await said(head, '理由：登记无需重做');
    expect(head.url()).not.toContain(caseId);
  }, 90_000);

  it('offers an ordinary village cadre none of it', async () => {
    const caseId = await begin('works', '村北桥');
    const cadre = await desk.signedIn('v01-clerk');
    await desk.showCase(cadre, caseId);
    await said(cadre, '该步骤出现异常，已停在原处，请联系系统管理员处理。');
    expect(await cadre.getByRole('link', { name: /^运行异常/ }).count()).toBe(0);
    expect(await cadre.getByRole('heading', { name: '处置' }).count()).toBe(0);
    for (const verb of ['补正并重试', '跳过此步骤', '暂停办理', '调整步骤', '终止事项', '迁移到其他版本'])
      expect([verb, await button(cadre, verb).count()]).toEqual([verb, 0]);
    for (const page of ['待办', '事项查询', '发起事项', '预警']) {
      await cadre
        .getByRole('link', { name: new RegExp(`^${page}`) })
        .first()
        .click();
      await cadre.getByRole('heading', { name: page }).waitFor();
      await cadre.waitForLoadState('networkidle');
      await expectAccessible(cadre);
    }
    await cadre.context().close();
  }, 60_000);

  it('does nothing on all these pages that their own policy forbids', () => expect(desk.refused).toEqual([]));
});
