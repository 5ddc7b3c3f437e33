import { createHash } from 'node:crypto';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const WIDE = { width: 1440, height: 1000 };
const STEP = 'convene-body';
const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** What stands around the form of a step: head, law, files on their way, menu, paper. */
describe('the page of a step', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;
  let taskId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'task_page' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      A1,
    );
    for (const step of A1.steps) {
      if ('submit' in step && step.element === STEP) break;
      await driver.take(step);
    }
    await product.fastForward(driver.caseId, Date.parse('2026-09-09T09:00:00+08:00'));
    const [task] = await product.query<{ id: string }>(
      'SELECT id FROM user_task WHERE case_id = $1 AND element_id = $2 AND state = $3',
      [driver.caseId, STEP, 'open'],
    );
    taskId = required(task, 'an open step').id;
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('v01-director', WIDE);
    await page.goto(`${product.baseUrl}/app/tasks/${taskId}`);
    await page.getByLabel('会议日期').waitFor();
  }, 300_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  it('says where in the procedure it stands', async () => {
    const steps = page.getByRole('list', { name: '步骤' });
    await steps.locator('[aria-current="step"]').waitFor();
    expect(await steps.getByRole('listitem').count()).toBe(7);
    // The page scrolls inside of its frame: what is hidden in the form must not stretch the window.
    const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(beyond).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });

  it('opens the law behind a field, and behind what bars it, with its words', async () => {
    await page.getByText('会议日期').getByRole('button', { name: '看法条' }).click();
    await page.getByText('召集村民会议，应当提前十日通知村民；遇有特殊情况的，可以临时通知村民。').waitFor();
    await page.getByRole('heading', { name: '议题' }).click();
  });

  it('takes a photo, which stops, goes on and arrives with the hash of what was taken', async () => {
    let isHeld = true;
    await page.route('**/api/uploads/*', async (route) => {
      if (isHeld && route.request().method() === 'PATCH') return; // never answered: it is stopped on its way
      await route.continue();
    });
    const field = page.getByRole('group', { name: '张榜照片' });
    await field
      .locator('input[type=file]')
      .setInputFiles({ name: '张榜.png', mimeType: 'image/png', buffer: PICTURE });
    await field.getByRole('button', { name: '暂停 张榜.jpg' }).click();
    await field.getByText('已暂停').waitFor();
    isHeld = false;
    await field.getByRole('button', { name: '继续 张榜.jpg' }).click();
    await field.getByText(/^已上传/).waitFor();
    const rows = await product.query<{ original: string; media: string }>(
      `SELECT o.original_sha256 AS original, f.media_type AS media
       FROM stored_file f JOIN file_origin o ON o.file_id = f.id WHERE f.user_task_id = $1`,
      [taskId],
    );
    expect(rows).toEqual([
      { original: createHash('sha256').update(PICTURE).digest('hex'), media: 'image/jpeg' },
    ]);
  });

  it('gives up a file that is taken out while the server is being told of it', async () => {
    await page.unroute('**/api/uploads/*');
    const announcement = /\/api\/user-tasks\/[^/]+\/files$/;
    let goOn = (): void => undefined;
    const taken = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(announcement, async (route) => {
      if (route.request().method() === 'POST') await taken;
      await route.continue();
    });
    const announcing = page.waitForRequest(
      (request) => announcement.test(request.url()) && request.method() === 'POST',
    );
    const field = page.getByRole('group', { name: '张榜照片' });
    await field
      .locator('input[type=file]')
      .setInputFiles({ name: '多余.png', mimeType: 'image/png', buffer: PICTURE });
    const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await announcing;
    await field.getByRole('button', { name: '删除 多余.jpg' }).click();
    await field.getByText('多余.jpg').waitFor({ state: 'detached' });
    goOn();
    expect((await gone).status()).toBe(204);
  });

  /** The dialog of a copy, which is open: who is to be told is chosen by the initials of his name. */
  async function copied(): Promise<void> {
    const dialog = page.getByRole('dialog', { name: '抄送' });
    await dialog.getByText('抄送不增加任何人的查看权限').waitFor();
    await dialog.getByRole('button', { name: '抄送', exact: true }).click();
    await dialog.getByText('请选择抄送给谁。').waitFor();
    const { me } = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    await dialog.getByLabel('抄送给').fill(me.person.name);
    await page.getByTitle(me.person.name, { exact: true }).first().click();
    await dialog.getByLabel('说明').fill('请一并阅看。');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '抄送', exact: true }).click();
    await dialog.getByText('已抄送 1 人。').waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('is taken, can then be sent back, and is given back, under 更多', async () => {
    const more = page.getByRole('button', { name: '更多', exact: true });
    await more.click();
    await page.getByRole('menuitem', { name: '签收' }).click();
    await page.getByRole('button', { name: '退回补正' }).click();
    await page.getByRole('dialog', { name: '退回' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '退回' }).waitFor({ state: 'hidden' });
    for (const [key, name] of Object.entries({ r: '退回', t: '转办', c: '沟通、评论' })) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    await more.click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    const dialog = page.getByRole('dialog', { name: '转办' });
    // A village has one director: nobody else could take his step.
    await dialog.getByText('没有别人可以办理这一步。').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await more.click();
    await page.getByRole('menuitem', { name: '抄送' }).click();
    await copied();
    await more.click();
    await page.getByRole('menuitem', { name: '退签' }).click();
    await page.getByRole('button', { name: '退回补正' }).waitFor({ state: 'hidden' });
  });

  it('is not sent by what is sent over it: a dialog has a form of its own', async () => {
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('menuitem', { name: '沟通、评论' }).click();
    const dialog = page.getByRole('dialog', { name: '沟通、评论' });
    await dialog.getByLabel('评论').fill('<b>预算表</b>第 2 页请补盖章。');
    await dialog.getByRole('button', { name: '发表' }).click();
    await dialog.getByText('<b>预算表</b>第 2 页请补盖章。').waitFor();
    await expectAccessible(page);
    expect(await page.locator('form.covered [aria-invalid=true]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is printed as far as it is written, and blank', async () => {
    await page.getByLabel('议题').fill('讨论决定提请的方案');
    await page.getByText(/^草稿已存/).waitFor();
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('menuitem', { name: '打印本步' }).click();
    await page.getByRole('cell', { name: '讨论决定提请的方案' }).waitFor();
    await expectAccessible(page);
    await page.goto(`${product.baseUrl}/app/print/tasks/${taskId}?blank=true`);
    await page.getByRole('heading', { name: /（空白）$/ }).waitFor();
    await page.getByRole('row', { name: /紧急事由/ }).waitFor();
    expect(desk.refused).toEqual([]);
  });
});
