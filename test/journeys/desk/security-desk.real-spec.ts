import type { Page } from 'playwright-core';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Desk, PHONE, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

/** What keeps an account its holder's, on the pages, in a real Chromium. */
describe('the security of an account', () => {
  let product: Product;
  let desk: Desk;

  beforeAll(async () => {
    product = await Product.start({ name: 'security_desk' });
    desk = await Desk.open(product.baseUrl);
  }, 180_000);

  afterAll(async () => {
    expect(desk?.refused).toEqual([]);
    await desk?.close();
    await product?.stop();
  }, 60_000);

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function openSecurity(page: Page): Promise<void> {
    await page.goto(`${product.baseUrl}/app/security`);
    await page.getByText('本次登录').waitFor();
  }

  it('shows where one is signed in, and ends what is elsewhere', async () => {
    const [here, there] = [await desk.signedIn('v01-clerk'), await desk.signedIn('v01-clerk', PHONE)];
    await openSecurity(here);
    await expectAccessible(here);
    await button(here, '退出').click();
    await button(here, '退出').waitFor({ state: 'detached' });
    await there.goto(`${product.baseUrl}/app/security`);
    await there.getByLabel('密码').waitFor();
  }, 60_000);

  it('shows the same on a telephone', async () => {
    const phone = await desk.signedIn('v01-clerk', PHONE);
    await phone.goto(`${product.baseUrl}/m/mine`);
    await phone.getByRole('link', { name: '账号安全' }).click();
    await phone.getByText('本次登录').waitFor();
    await expectAccessible(phone);
    await button(phone, '退出其他设备').click();
    await button(phone, '退出其他设备').waitFor({ state: 'detached' });
  }, 60_000);

  it('binds a telephone, and asks for its code at the next sign-in', async () => {
    const page = await desk.signedIn('v02-clerk');
    await openSecurity(page);
    await button(page, '开始绑定').click();
    const secret = (await page.locator('code').first().textContent())!.replaceAll(' ', '');
    await page.locator('.ant-qrcode svg[aria-label]').waitFor();
    await expectAccessible(page);
    await page.getByLabel('手机上显示的 6 位数字').fill(await codeOf(page, secret));
    await button(page, '启用').click();
    await page.getByRole('heading', { name: '恢复码：请抄下来，另外保管' }).waitFor();
    await expectAccessible(page);
    const codes = await page.locator('li > code').allTextContents();
    expect(codes).toHaveLength(10);
    await button(page, '已抄好').click();
    await page.getByText('恢复码还剩 10 个').waitFor();

    await page.context().clearCookies();
    await page.goto(`${product.baseUrl}/app/`);
    await page.getByLabel('账号').fill('v02-clerk');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await button(page, '登录').click();
    await page.getByLabel('动态口令（6 位），或一个恢复码').fill(codes[0]!);
    await expectAccessible(page);
    await button(page, '登录').click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
  }, 90_000);

  it('asks who it is before a case is ended by a session of long ago, and goes on', async () => {
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const body = {
      processKey: 'two-user-tasks',
      unitId: clerk.me.positions[0]!.unitId,
      title: '路灯',
    };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    const head = await desk.signedIn('town-head');
    await product.query(
      `UPDATE session SET created_at = created_at - interval '1 hour', confirmed_at = NULL`,
    );
    await desk.showCase(head, id);
    const offer = head.locator('.operations button').filter({ hasText: /^终止事项$/ });
    if (!(await offer.isVisible())) await head.locator('details.more > summary').click();
    await offer.click();
    const dialog = head.getByRole('dialog', { name: '终止事项' });
    await dialog.getByLabel('理由').fill('重复登记');
    await dialog.getByRole('button', { name: '终止事项', exact: true }).click();
    const asked = head.getByRole('dialog', { name: '请再确认一次身份' });
    await asked.getByLabel('密码').fill('wrong');
    await asked.getByRole('button', { name: '确认' }).click();
    await asked.getByText('密码不正确，请重新输入。').waitFor();
    await asked.getByLabel('密码').fill(DEMO_PASSWORD);
    await asked.getByRole('button', { name: '确认' }).click();
    await head.getByText('已办妥：终止事项').first().waitFor();
    const ended = await product.query(`SELECT 1 FROM command WHERE case_id = $1 AND kind LIKE 'Cancel%'`, [
      id,
    ]);
    expect(ended).toHaveLength(1);
  }, 90_000);

  it('makes an account for somebody, whose holder opens it by a link, and closes it again', async () => {
    await product.query(
      `INSERT INTO person (id, unit_id, name, gender) SELECT gen_random_uuid(), unit_id, '陶新来', 'female'
       FROM person p JOIN account a ON a.person_id = p.id WHERE a.login = 'v01-clerk'`,
    );
    const admin = await desk.signedIn('admin');
    await admin.getByRole('link', { name: '账号', exact: true }).click();
    await button(admin, '新建账号').click();
    const dialog = admin.getByRole('dialog', { name: '新建账号' });
    await dialog.getByRole('combobox').fill('陶新来');
    await admin.locator('.ant-select-item-option').filter({ hasText: '陶新来' }).click();
    await dialog.getByLabel(/^账号/).fill('taoxinlai');
    await expectAccessible(admin);
    await dialog.getByRole('button', { name: '新建账号' }).click();
    await button(admin, '发邀请码').click();
    const link = (await admin.getByText(/\/app\/invitation#/).textContent())!;
    await expectAccessible(admin);

    const holder = await desk.opened();
    await holder.goto(link);
    await holder.reload();
    await holder.goto('about:blank');
    await holder.goto(link);
    expect(await holder.getByLabel('账号').inputValue()).toBe('taoxinlai');
    expect(holder.url()).not.toContain('#');
    await holder.getByLabel('新密码（至少 10 位）').fill('柳河的桥修了三年才通');
    await button(holder, '保存').click();
    await holder.getByText('密码已设置，请登录。').waitFor();

    await button(admin, '更多').click();
    await admin.getByRole('menuitem', { name: '停用' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await admin.getByText('已停用').waitFor();
    await admin.getByRole('link', { name: '安全日志' }).click();
    await admin.getByText('停用账号').first().waitFor();
    expect(await admin.getByRole('main').innerText()).not.toMatch(/\/api\/|GET|POST|DELETE/);
    await expectAccessible(admin);
    await admin.getByText('账号与权限').click();
    await admin.getByText('新建账号').first().waitFor();
  }, 90_000);

  it('lets nobody work who is asked for a second factor and has none', async () => {
    await product.query(`INSERT INTO security.second_factor_role (role) VALUES ('admin')`);
    const page = await desk.opened(PHONE);
    await page.getByLabel('账号').fill('admin');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await button(page, '登录').click();
    await page.getByRole('heading', { name: '请先启用动态口令' }).waitFor();
    await expectAccessible(page);
  }, 60_000);
});

/** What a telephone would show now, by the browser's own cryptography. */
const codeOf = (page: Page, secret: string): Promise<string> =>
  page.evaluate(async (base32) => {
    const bits = [...base32]
      .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
      .join('');
    const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
    const algorithm = { name: 'HMAC', hash: 'SHA-1' };
    const key = await crypto.subtle.importKey('raw', Uint8Array.from(bytes), algorithm, false, ['sign']);
    const counter = new DataView(new ArrayBuffer(8));
    counter.setBigUint64(0, BigInt(Math.floor(Date.now() / 30_000)));
    const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter));
    const at = mac.getUint8(19) & 15;
    return String((mac.getUint32(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }, secret);
