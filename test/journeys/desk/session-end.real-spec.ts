import { People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const PROCESS = 'two-user-tasks';

/** What becomes of words on the desk where session, line or scripts fail. */
describe('what is written on the desk', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start({ name: 'desk_session' });
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('v01-clerk');
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  /** Opens the first step of a case of its own; sessions end here as it pleases a spec. */
  async function openStep(title: string): Promise<void> {
    const clerk = await new People(product.baseUrl, DEMO_PASSWORD).signedIn('v01-clerk');
    const { items } = await clerk.get<{ items: { key: string; units: { id: string }[] }[] }>(
      '/api/processes',
    );
    const unitId = required(items.find(({ key }) => key === PROCESS)?.units[0], 'a village').id;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: PROCESS,
      unitId,
      title,
    });
    const [task] = await product.query<{ id: string }>(
      "SELECT id FROM user_task WHERE case_id = $1 AND state = 'open'",
      [body.case.id],
    );
    await page.goto(`${product.baseUrl}/app/tasks/${required(task, 'an open step').id}`);
    await page.getByLabel('情况说明').waitFor();
  }

  const dialog = () => page.getByRole('dialog', { name: '登录已经结束，请再登录一次。' });
  const endSessions = () => product.query('DELETE FROM session');
  async function signIn(login: string): Promise<void> {
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
  }
  const notes = (title: string) =>
    product.query<{ note: string }>(
      `SELECT s.data ->> 'note' AS note FROM process_instance c
       JOIN user_task t ON t.case_id = c.id JOIN submission s ON s.user_task_id = t.id WHERE c.title = $1`,
      [title],
    );

  it('is told by the draft that the session has ended, and goes on after signing in', async () => {
    await openStep('整理台账');
    await page.getByLabel('情况说明').fill('第一句。');
    await page.getByText(/^草稿已存 .*本机和服务器/).waitFor();
    await endSessions();
    await page.getByLabel('情况说明').fill('第一句。第二句。');
    await dialog().waitFor();
    await expectAccessible(page);
    await signIn('v01-clerk');
    await dialog().waitFor({ state: 'detached' });
    expect(await page.getByLabel('情况说明').inputValue()).toBe('第一句。第二句。');
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.waitForURL(/\/app\/cases\//);
    expect(await notes('整理台账')).toEqual([{ note: '第一句。第二句。' }]);
  }, 60_000);

  it('is kept for its writer where another person signs in, who sees none of it', async () => {
    await openStep('核对账目');
    await page.getByLabel('情况说明').fill('只有我知道的话');
    await page.getByText('草稿已存本机').waitFor();
    await endSessions();
    await page.getByRole('button', { name: /^提交/ }).click();
    await dialog().waitFor();
    await signIn('v02-clerk');
    await page.getByText('无此件。').waitFor();
    expect(await page.content()).not.toContain('只有我知道的话');
    await endSessions();
    await page.reload();
    await signIn('v01-clerk');
    await page.getByLabel('情况说明').waitFor();
    expect(await page.getByLabel('情况说明').inputValue()).toBe('只有我知道的话');
    expect(await notes('核对账目')).toEqual([]);
  }, 60_000);

  it('stays while a page cannot find out who is there', async () => {
    await openStep('断网之后');
    await page.getByLabel('情况说明').fill('断网时写的');
    await page.context().setOffline(true);
    // Whatever is read anew fails now, who is there among it.
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.getByText('连接不上服务器').first().waitFor();
    expect(await page.getByLabel('情况说明').inputValue()).toBe('断网时写的');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.waitForURL(/\/app\/cases\//);
    expect(await notes('断网之后')).toEqual([{ note: '断网时写的' }]);
  }, 60_000);

  it('of a start lies on the device although the server hears nothing of it, and is forgotten with the start', async () => {
    const address = `${product.baseUrl}/app/start?processKey=${PROCESS}`;
    await page.route('**/start-draft', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.goto(address);
    const name = page.getByLabel('事项名称');
    await name.fill('修建\u200B凉亭');
    await page.getByText('第 2 个字后有看不见的字符 U+200B。').waitFor();
    await page.getByRole('button', { name: '去掉看不见的字符' }).click();
    await page.getByText('草稿已存本机').waitFor();
    await page.goto('about:blank');
    await page.goto(address);
    await name.waitFor();
    expect(await name.inputValue()).toBe('修建凉亭');
    await page.getByRole('main').getByRole('button', { name: '发起事项' }).click();
    await page.getByLabel('情况说明').waitFor();
    await page.unroute('**/start-draft');
    await page.goto(address);
    await name.waitFor();
    expect(await name.inputValue()).toBe('');
  }, 60_000);

  it('is waited for with a sentence where the scripts do not come', async () => {
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(`${product.baseUrl}/app/inbox`);
    await page.getByText('正在打开…').waitFor();
    await page.getByRole('link', { name: '看村务公开' }).click();
    await page.waitForURL(/\/villages/);
    expect(desk.refused).toEqual([]);
  }, 60_000);
});
