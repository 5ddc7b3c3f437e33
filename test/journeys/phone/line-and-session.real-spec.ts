import { People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import type { BrowserContext, Page } from 'playwright-core';
import { expectAccessible } from '../../harness/desk.js';
import { Phone } from '../../harness/phone.js';
import { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';

const PROCESS = 'two-user-tasks';
const PATIENCE_MS = 30_000;

let product: Product;
let phone: Phone;
let device: BrowserContext;
let unitId: string;

beforeAll(async () => {
  product = await Product.start({ name: 'phone_line' });
  phone = await Phone.open(product.baseUrl);
  const clerk = await clerkAnew();
  const { items } = await clerk.get<{ items: { key: string; units: { id: string }[] }[] }>('/api/processes');
  unitId = required(items.find(({ key }) => key === PROCESS)?.units[0], 'a village').id;
  device = await phone.device('v01-clerk');
}, 240_000);

afterAll(async () => {
  expect(phone.refused).toEqual([]);
  await phone?.close();
  await product?.stop();
}, 60_000);

/** Sessions end here as it pleases a spec. */
const clerkAnew = () => new People(product.baseUrl, DEMO_PASSWORD).signedIn('v01-clerk');

/** A case whose first step is open to the clerk. */
async function openStep(title: string): Promise<string> {
  const clerk = await clerkAnew();
  const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
    processKey: PROCESS,
    unitId,
    title,
  });
  const [task] = await product.query<{ id: string }>(
    "SELECT id FROM user_task WHERE case_id = $1 AND state = 'open'",
    [body.case.id],
  );
  return required(task, 'an open step').id;
}

/** How often each was taken, with what was said. */
const taken = (titles: readonly string[]) =>
  product.query<{ title: string; times: number; note: string }>(
    `SELECT c.title, count(*)::int AS times, min(s.data ->> 'note') AS note
     FROM process_instance c JOIN user_task t ON t.case_id = c.id JOIN submission s ON s.user_task_id = t.id
     WHERE c.title = ANY ($1) GROUP BY 1 ORDER BY 1`,
    [titles],
  );

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Over a list that lies on the device. */
const OLD_LIST = /离线 · 以下是 \d\d-\d\d \d\d:\d\d 时的待办/;

const endSessions = () => product.query('DELETE FROM session');

describe('what waits for the network', () => {
  const CASES = ['修剪行道树', '更换路灯', '清理沟渠'];

  async function submitAll(page: Page): Promise<void> {
    const ids: string[] = [];
    for (const title of CASES) ids.push(await openStep(title));
    await page.reload();
    for (const title of CASES) {
      await page.locator('.ph-row', { hasText: title }).click();
      await page.getByLabel('情况说明').waitFor();
      await page.getByRole('link', { name: '返回' }).click();
    }
    await device.setOffline(true);
    for (const title of CASES) {
      await page.locator('.ph-row', { hasText: title }).click();
      await page.getByLabel('情况说明').fill(`${title}，离线填写`);
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '等待网络' }).waitFor();
      await page.getByRole('link', { name: /回到待办/ }).click();
    }
  }

  it('goes by itself, once each, although the page was opened anew meanwhile and nobody touches it', async () => {
    const page = await phone.show(device, '/inbox');
    await submitAll(page);
    await page.reload();
    await page.getByText(OLD_LIST).waitFor();
    for (const title of CASES)
      await page.locator('.ph-row', { hasText: title }).getByText('等待网络').waitFor();
    await expectAccessible(page);
    await device.setOffline(false);
    const rows = await until(PATIENCE_MS, async () => {
      const found = await taken(CASES);
      return found.length === CASES.length ? found : undefined;
    });
    expect(rows).toEqual([...CASES].sort().map((title) => ({ title, times: 1, note: `${title}，离线填写` })));
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await page.getByText(OLD_LIST).waitFor({ state: 'detached' });
    await page.close();
  }, 120_000);

  it('goes by itself when the phone is opened with a network', async () => {
    const title = '修补围墙';
    const id = await openStep(title);
    const page = await phone.show(device, `/tasks/${id}`);
    await page.getByLabel('情况说明').fill('围墙已修');
    await device.setOffline(true);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '等待网络' }).waitFor();
    await page.close();
    await device.setOffline(false);
    const again = await phone.show(device, '/inbox');
    const [row] = await until(PATIENCE_MS, async () => {
      const found = await taken([title]);
      return found.length === 1 ? found : undefined;
    });
    expect(row).toEqual({ title, times: 1, note: '围墙已修' });
    await again.close();
  }, 60_000);
});

describe('the list that was last read', () => {
  const openAlone = async (path: `/${string}`) => {
    await device.setOffline(true);
    const page = await device.newPage();
    await page.goto(`${product.baseUrl}/m${path}`);
    return page;
  };

  it('is of whoever read it: gone when he signs out, and with a session that is over', async () => {
    const title = '油漆护栏';
    await openStep(title);
    const page = await phone.show(device, '/inbox');
    await page.locator('.ph-row', { hasText: title }).waitFor();
    await page.close();
    const alone = await openAlone('/inbox');
    await alone.locator('.ph-row', { hasText: title }).waitFor();
    await alone.getByRole('link', { name: /^红/ }).click();
    await alone.getByText('没有红的待办。').waitFor();
    await endSessions();
    await device.setOffline(false);
    await alone.getByRole('dialog', { name: /登录已经结束/ }).waitFor();
    await device.setOffline(true);
    await alone.reload();
    await alone.getByText('连接不上服务器，请检查网络后重试。').waitFor();
    expect(await alone.content()).not.toContain(title);
    await device.setOffline(false);
    await alone.reload();
    await signIn(alone, 'v01-clerk');
    await alone.getByRole('link', { name: /^全部/ }).click();
    await alone.locator('.ph-row', { hasText: title }).waitFor();
    await alone.getByRole('link', { name: '我的' }).click();
    await alone.getByRole('button', { name: '退出登录' }).click();
    await alone.getByLabel('账号').waitFor();
    await device.setOffline(true);
    await alone.goto(`${product.baseUrl}/m/inbox`);
    await alone.getByText('连接不上服务器，请检查网络后重试。').waitFor();
    expect(await alone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(title);
    await device.setOffline(false);
    await alone.reload();
    await signIn(alone, 'v01-clerk');
    await alone.getByRole('heading', { name: '待办' }).waitFor();
    await alone.close();
  }, 60_000);
});

describe('a session that is over while something waits', () => {
  it('is what the queue says, and what waits goes once the person has signed in', async () => {
    const title = '更换井盖';
    const page = await phone.show(device, `/tasks/${await openStep(title)}`);
    await page.getByLabel('情况说明').fill('已更换');
    await endSessions();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '等待登录' }).waitFor();
    await page.getByText('登录后自动提交，不会重复。').waitFor();
    expect(await page.getByText('网络断开').count()).toBe(0);
    await page.goto(`${product.baseUrl}/m/queue`);
    await page.getByText('本机有 1 件等待发送，登录后自动发送。').waitFor();
    await signIn(page, 'v01-clerk');
    await page.locator('.ph-row', { hasText: title }).getByText('已提交').waitFor();
    expect(await taken([title])).toEqual([{ title, times: 1, note: '已更换' }]);
    await page.close();
  }, 60_000);
});

describe('a session that ends while somebody writes', () => {
  it('is told over the page; the same person signs in there and goes on with what he wrote', async () => {
    const title = '整理台账';
    const page = await phone.show(device, `/tasks/${await openStep(title)}`);
    await page.getByLabel('情况说明').fill('第一句。');
    await page.getByRole('status', { name: /本机和服务器/ }).waitFor();
    await endSessions();
    await page.getByLabel('情况说明').fill('第一句。第二句。');
    const sheet = page.getByRole('dialog', { name: '登录已经结束，请再登录一次。' });
    await sheet.waitFor();
    await expectAccessible(page);
    await signIn(page, 'v01-clerk');
    await sheet.waitFor({ state: 'detached' });
    expect(await page.getByLabel('情况说明').inputValue()).toBe('第一句。第二句。');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    expect(await taken([title])).toEqual([{ title, times: 1, note: '第一句。第二句。' }]);
    await page.close();
  }, 60_000);

  it('is told at a submission, which goes once somebody has signed in', async () => {
    const title = '更新公示牌';
    const page = await phone.show(device, `/tasks/${await openStep(title)}`);
    await page.getByLabel('情况说明').fill('已更新');
    await endSessions();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('dialog', { name: /登录已经结束/ }).waitFor();
    await signIn(page, 'v01-clerk');
    await until(PATIENCE_MS, async () => ((await taken([title])).length === 1 ? true : undefined));
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    expect(await taken([title])).toEqual([{ title, times: 1, note: '已更新' }]);
    await page.close();
  }, 60_000);

  it('gives another person who signs in nothing of it, and keeps it for the first', async () => {
    const address = `/tasks/${await openStep('核对账目')}` as const;
    const page = await phone.show(device, address);
    await page.getByLabel('情况说明').fill('只有我知道的话');
    await page.getByRole('status', { name: '草稿已存本机' }).waitFor();
    await endSessions();
    await page.getByRole('dialog', { name: /登录已经结束/ }).waitFor();
    await signIn(page, 'v02-clerk');
    await page.getByText('无此件。').waitFor();
    expect(await page.content()).not.toContain('只有我知道的话');
    const others = await product.query('SELECT 1 FROM form_draft WHERE content::text LIKE $1', [
      '%只有我知道的话%',
    ]);
    expect(others).toEqual([]);
    await endSessions();
    await page.reload();
    await signIn(page, 'v01-clerk');
    await page.getByLabel('情况说明').waitFor();
    expect(await page.getByLabel('情况说明').inputValue()).toBe('只有我知道的话');
    await page.close();
  }, 60_000);

  it('is heard of by every page of the browser, and so is that somebody has signed in again', async () => {
    const one = await phone.show(device, `/tasks/${await openStep('补录会议')}`);
    const other = await phone.show(device, '/mine');
    const told = (page: Page) => page.getByRole('dialog', { name: /登录已经结束/ });
    await one.getByLabel('情况说明').fill('补录');
    await one.getByRole('status', { name: '草稿已存本机' }).waitFor();
    await endSessions();
    await told(one).waitFor();
    await other.getByRole('link', { name: '消息' }).click();
    await told(other).waitFor();
    await signIn(other, 'v01-clerk');
    for (const page of [one, other]) await told(page).waitFor({ state: 'detached' });
    await one.getByRole('status', { name: /本机和服务器/ }).waitFor();
    await Promise.all([one.close(), other.close()]);
  }, 60_000);
});

describe('a start that was not begun', () => {
  const PATH = `/start/${PROCESS}` as const;
  const begin = (page: Page) => page.getByRole('button', { name: '发起', exact: true });

  it('lies on the device although the server hears nothing of it, and is forgotten with the start', async () => {
    await device.route('**/start-draft', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    const page = await phone.show(device, PATH);
    await page.getByLabel('事项名称').fill('修建村口凉亭');
    await page.getByRole('status', { name: '草稿已存本机' }).waitFor();
    await page.close();
    const again = await phone.show(device, PATH);
    await again.getByLabel('事项名称').waitFor();
    expect(await again.getByLabel('事项名称').inputValue()).toBe('修建村口凉亭');
    await expectAccessible(again);
    await begin(again).click();
    await again.getByRole('heading', { name: '修建村口凉亭' }).waitFor();
    await device.unroute('**/start-draft');
    await again.goto(`${product.baseUrl}/m${PATH}`);
    await again.getByLabel('事项名称').waitFor();
    expect(await again.getByLabel('事项名称').inputValue()).toBe('');
    await again.close();
  }, 60_000);

  it('goes on to the server, and does not come back from a device when it was started elsewhere', async () => {
    const page = await phone.show(device, PATH);
    await page.getByLabel('事项名称').fill('加装护栏');
    await page.getByRole('status', { name: /本机和服务器/ }).waitFor();
    await page.close();
    const clerk = await clerkAnew();
    await clerk.post('/api/cases', { processKey: PROCESS, unitId, title: '加装护栏' });
    const again = await phone.show(device, PATH);
    await again.getByLabel('事项名称').waitFor();
    expect(await again.getByLabel('事项名称').inputValue()).toBe('');
    await again.close();
  }, 60_000);
});

describe('signs that nobody sees', () => {
  it('are named with their place, kept from the server, and taken out with one press', async () => {
    const title = '登记骉㛃';
    const page = await phone.show(device, `/tasks/${await openStep(title)}`);
    const field = page.getByLabel('情况说明');
    // A rare name, a chosen form of a sign, then what nobody sees.
    await field.fill('骉㛃邊\u{E0100}修\u200B路');
    await page.getByText('第 4 个字后有看不见的字符 U+200B。').waitFor();
    await expectAccessible(page);
    await page.getByRole('status', { name: /本机和服务器/ }).waitFor();
    const [draft] = await product.query<{ note: string }>(
      "SELECT content #>> '{data,note}' AS note FROM form_draft WHERE content::text LIKE '%骉㛃%'",
    );
    expect(draft?.note).toBe('骉㛃邊\u{E0100}修路');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('button', { name: '去掉看不见的字符' }).click();
    expect(await field.inputValue()).toBe('骉㛃邊\u{E0100}修路');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    expect(await taken([title])).toEqual([{ title, times: 1, note: '骉㛃邊\u{E0100}修路' }]);
    await page.close();
  }, 60_000);

  it('are left out of what is pasted', async () => {
    await device.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.baseUrl });
    const page = await phone.show(device, `/tasks/${await openStep('粘贴')}`);
    const field = page.getByLabel('情况说明');
    await field.fill('同意。');
    await page.evaluate(() => navigator.clipboard.writeText('按\u200B规定\u202E办理'));
    await field.press('Control+V');
    expect(await field.inputValue()).toBe('同意。按规定办理');
    await page.close();
  }, 60_000);
});
