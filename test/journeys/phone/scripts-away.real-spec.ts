import { People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import type { BrowserContext } from 'playwright-core';
import { expectAccessible } from '../../harness/desk.js';
import { Phone } from '../../harness/phone.js';
import { Product } from '../../harness/product.js';

/** Scripts may take so long to come, and a little. */
const SCRIPTS_MS = 15_000;

let product: Product;
let phone: Phone;
let device: BrowserContext;

beforeAll(async () => {
  product = await Product.start({ name: 'phone_scripts' });
  phone = await Phone.open(product.baseUrl);
  device = await phone.device('v01-clerk');
}, 240_000);

afterAll(async () => {
  expect(phone.refused).toEqual([]);
  await phone?.close();
  await product?.stop();
}, 60_000);

async function openStep(): Promise<string> {
  const clerk = await new People(product.baseUrl, DEMO_PASSWORD).signedIn('v01-clerk');
  const processKey = 'two-user-tasks';
  const { items } = await clerk.get<{ items: { key: string; units: { id: string }[] }[] }>('/api/processes');
  const unitId = required(items.find(({ key }) => key === processKey)?.units[0], 'a village').id;
  await clerk.post('/api/cases', { processKey, unitId, title: '没有程序' });
  const [task] = await product.query<{ id: string }>(
    `SELECT t.id FROM user_task t JOIN process_instance c ON c.id = t.case_id
     WHERE t.state = 'open' AND c.title = '没有程序'`,
  );
  return required(task, 'an open step').id;
}

describe('a page whose scripts do not come', () => {
  const sentence = '这一页的程序还没有加载出来，暂时只能看，不能办理。';

  it('says so, shows what was drawn, and leads on; once they come it is the page', async () => {
    const bare = await phone.withoutWorker(device);
    let isAway = true;
    await bare.route('**/assets/*.js', (route) => (isAway ? route.abort() : route.continue()));
    const page = await phone.open(bare, `/tasks/${await openStep()}`);
    await page.getByText(sentence).waitFor({ timeout: SCRIPTS_MS });
    await page.getByText('没有程序').first().waitFor();
    await expectAccessible(page);
    isAway = false;
    await page.getByRole('link', { name: '重新加载' }).click();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    expect(await page.getByText(sentence).count()).toBe(0);
    await bare.close();
  }, 60_000);

  it.each(['/inbox', '/mine'] as const)(
    '%s says so at once where a browser runs none',
    async (path) => {
      const bare = await phone.withoutScripts(device);
      const page = await phone.open(bare, path);
      await page.getByText(sentence).waitFor();
      await page.getByRole('link', { name: '看村务公开' }).click();
      await page.getByRole('heading', { name: /公开/ }).first().waitFor();
      await bare.close();
    },
    30_000,
  );
});
