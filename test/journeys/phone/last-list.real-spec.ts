import { ClerkPhone, OLD_LIST, signIn } from '../../harness/clerk-phone.js';
import { expectAccessible } from '../../harness/desk.js';

let clerk: ClerkPhone;

beforeAll(async () => {
  clerk = await ClerkPhone.start('phone_last_list');
}, 240_000);

afterAll(async () => {
  expect(clerk.phone.refused).toEqual([]);
  await clerk?.stop();
}, 60_000);

describe('the list that was last read', () => {
  const openAlone = async (path: `/${string}`) => {
    await clerk.device.setOffline(true);
    const page = await clerk.device.newPage();
    await page.goto(`${clerk.product.baseUrl}/m${path}`);
    return page;
  };

  it('is of whoever read it: gone when he signs out, and with a session that is over', async () => {
    const title = '油漆护栏';
    await clerk.openStep(title);
    const page = await clerk.show('/inbox');
    await page.locator('.ph-row', { hasText: title }).waitFor();
    await page.close();
    const alone = await openAlone('/inbox');
    await alone.locator('.ph-row', { hasText: title }).waitFor();
    await alone.getByText(OLD_LIST).waitFor();
    await expectAccessible(alone);
    await alone.getByRole('link', { name: /^红/ }).click();
    await alone.getByText('没有红的待办。').waitFor();
    await clerk.endSessions();
    await clerk.device.setOffline(false);
    await alone.getByRole('dialog', { name: /登录已经结束/ }).waitFor();
    await clerk.device.setOffline(true);
    await alone.reload();
    await alone.getByText('连接不上服务器，请检查网络后重试。').waitFor();
    expect(await alone.content()).not.toContain(title);
    await clerk.device.setOffline(false);
    await alone.reload();
    await signIn(alone, 'v01-clerk');
    await alone.getByRole('link', { name: /^全部/ }).click();
    await alone.locator('.ph-row', { hasText: title }).waitFor();
    await alone.getByRole('link', { name: '我的' }).click();
    await alone.getByRole('button', { name: '退出登录' }).click();
    await alone.getByLabel('账号').waitFor();
    await clerk.device.setOffline(true);
    await alone.goto(`${clerk.product.baseUrl}/m/inbox`);
    await alone.getByText('连接不上服务器，请检查网络后重试。').waitFor();
    expect(await alone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(title);
    await clerk.device.setOffline(false);
    await alone.reload();
    await signIn(alone, 'v01-clerk');
    await alone.getByRole('heading', { name: '待办' }).waitFor();
    await alone.close();
  }, 60_000);
});

describe('a session that is over while something waits', () => {
  it('is what the queue says, and what waits goes once the person has signed in', async () => {
    const title = '更换井盖';
    const page = await clerk.show(`/tasks/${await clerk.openStep(title)}`);
    await page.getByLabel('情况说明').fill('已更换');
    await clerk.endSessions();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '等待登录' }).waitFor();
    await page.getByText('登录后自动提交，不会重复。').waitFor();
    expect(await page.getByText('网络断开').count()).toBe(0);
    await page.goto(`${clerk.product.baseUrl}/m/queue`);
    await page.getByText('本机有 1 件等待发送，登录后自动发送。').waitFor();
    await signIn(page, 'v01-clerk');
    await page.locator('.ph-row', { hasText: title }).getByText('已提交').waitFor();
    expect(await clerk.taken([title])).toEqual([{ title, times: 1, note: '已更换' }]);
    await page.close();
  }, 60_000);
});
