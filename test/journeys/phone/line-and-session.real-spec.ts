import type { BrowserContext, Page } from 'playwright-core';
import { CLERK_PROCESS, ClerkPhone, OLD_LIST, signIn } from '../../harness/clerk-phone.js';
import { expectAccessible } from '../../harness/desk.js';
import type { Phone } from '../../harness/phone.js';
import type { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';

const PATIENCE_MS = 30_000;

let clerk: ClerkPhone;
let product: Product;
let phone: Phone;
let device: BrowserContext;

beforeAll(async () => {
  clerk = await ClerkPhone.start('phone_line');
  ({ product, phone, device } = clerk);
}, 240_000);

afterAll(async () => {
  expect(phone.refused).toEqual([]);
  await clerk?.stop();
}, 60_000);

const openStep = (title: string) => clerk.openStep(title);
const taken = (titles: readonly string[]) => clerk.taken(titles);
const endSessions = () => clerk.endSessions();

describe('what waits for the network', () => {
  const CASES = ['修剪行道树', '更换路灯', '清理沟渠'];

  async function submitAll(page: Page): Promise<void> {
    const ids: string[] = [];
    for (const title of CASES) ids.push(await openStep(title));
    await phone.reload(page);
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
    await phone.reload(page);
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
    await phone.reload(page);
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
  const PATH = `/start/${CLERK_PROCESS}` as const;
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
    await phone.go(again, PATH);
    await again.getByLabel('事项名称').waitFor();
    expect(await again.getByLabel('事项名称').inputValue()).toBe('');
    await again.close();
  }, 60_000);

  it('goes on to the server, and does not come back from a device when it was started elsewhere', async () => {
    const page = await phone.show(device, PATH);
    await page.getByLabel('事项名称').fill('加装护栏');
    await page.getByRole('status', { name: /本机和服务器/ }).waitFor();
    await page.close();
    const elsewhere = await clerk.clerkAnew();
    const { unitId } = clerk;
    await elsewhere.post('/api/cases', { processKey: CLERK_PROCESS, unitId, title: '加装护栏' });
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
