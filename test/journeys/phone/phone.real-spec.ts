import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import type { BrowserContext, Page } from 'playwright-core';
import { OLD_LIST } from '../../harness/clerk-phone.js';
import { expectAccessible } from '../../harness/desk.js';
import { Phone } from '../../harness/phone.js';
import { expectMeasures, expectWholeRows } from '../../harness/phone-measures.js';
import { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';

const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
/** When the tab is killed after the last key. */
const KILLED_AFTER_MS = 2_000;
const PATIENCE_MS = 30_000;
/** One grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

let product: Product;
let phone: Phone;
let people: People;

beforeAll(async () => {
  product = await Product.start({ name: 'phone' });
  people = new People(product.baseUrl, DEMO_PASSWORD);
  phone = await Phone.open(product.baseUrl);
}, 240_000);

afterAll(async () => {
  expect(phone.refused).toEqual([]);
  await phone?.close();
  await product?.stop();
}, 60_000);

/** The meeting of the two committees, open to the secretary. */
async function openMeeting(): Promise<string> {
  const driver = await JourneyDriver.begin(
    { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
    A1,
  );
  for (const step of A1.steps) {
    if ('submit' in step && step.element === 'deliberate-committees') break;
    await driver.take(step);
  }
  await product.fastForward(driver.caseId, Date.parse('2026-08-27T09:00:00+08:00'));
  const [task] = await product.query<{ id: string }>(
    "SELECT id FROM user_task WHERE case_id = $1 AND element_id = 'deliberate-committees' AND state = 'open'",
    [driver.caseId],
  );
  return required(task, 'an open meeting').id;
}

describe('a form that is being written', () => {
  let device: BrowserContext;
  let taskId: string;

  beforeAll(async () => {
    taskId = await openMeeting();
    device = await phone.device('v01-secretary');
  }, 240_000);

  const sign = async (page: Page): Promise<void> => {
    const paper = page.locator('canvas.ph-sign');
    await paper.scrollIntoViewIfNeeded();
    const box = required((await paper.boundingBox()) ?? undefined, 'a place to sign');
    await page.mouse.move(box.x + 60, box.y + 50);
    await page.mouse.down();
    for (let at = 1; at <= 20; at += 1)
      await page.mouse.move(box.x + 60 + at * 8, box.y + 50 + (at % 2) * 40);
    await page.mouse.up();
  };

  it('is back with its photo and its signature when the tab was killed two seconds after the last key', async () => {
    const page = await phone.show(device, `/tasks/${taskId}`);
    await page.getByRole('heading', { name: '到会与表决' }).waitFor();
    await page.getByRole('radio', { name: '举手' }).click();
    await page.getByRole('radiogroup').nth(1).getByRole('radio', { name: '同意' }).click();
    await page
      .locator('[data-field="signIn"] input[type=file]')
      .last()
      .setInputFiles({ name: '签到表.png', mimeType: 'image/png', buffer: PICTURE });
    await page.locator('[data-field="signIn"]').getByText('已上传').waitFor();
    await sign(page);
    await page.locator('[data-field="signature"]').getByRole('button', { name: '重签' }).waitFor();
    await page.getByLabel('地点').fill('村委会二楼会议室');
    // The promise is about this time, so it passes: the last key, two seconds, and the tab is gone.
    await page.waitForTimeout(KILLED_AFTER_MS);
    const devtools = await device.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // A crashed page answers nothing any more.
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const again = await phone.show(device, `/tasks/${taskId}`);
    await again.getByRole('heading', { name: '到会与表决' }).waitFor();
    expect(await again.getByLabel('地点').inputValue()).toBe('村委会二楼会议室');
    expect(await again.locator('.ph-p [aria-checked="true"]').allTextContents()).toContain('同意');
    await again.locator('[data-field="signIn"]').getByText('签到表.jpg').waitFor();
    await again.waitForFunction(
      () => (document.querySelector('img.ph-sign') as HTMLImageElement | null)?.naturalWidth,
    );
    // Whoever leaves before the server has it finds it on this device alone.
    await again.getByRole('status', { name: /本机和服务器/ }).waitFor();
    await again.close();
  }, 120_000);

  it('is restored on another device of the same person, with the files that have arrived', async () => {
    await until(PATIENCE_MS, async () => {
      const [row] = await product.query<{ place: string; files: number }>(
        `SELECT content #>> '{data,place}' AS place, jsonb_array_length(content #> '{data,signIn}') AS files
         FROM form_draft WHERE user_task_id = $1`,
        [taskId],
      );
      return row?.place === '村委会二楼会议室' && row.files === 1 ? row : undefined;
    });
    const other = await phone.device('v01-secretary');
    const page = await phone.show(other, `/tasks/${taskId}`);
    await page.getByRole('heading', { name: '到会与表决' }).waitFor();
    expect(await page.getByLabel('地点').inputValue()).toBe('村委会二楼会议室');
    await page.locator('[data-field="signIn"]').getByText('签到表.jpg').waitFor();
    await other.close();
  }, 60_000);

  it.each([
    ['its letters', { tap: 48, text: 17 }],
    ['large letters', { tap: 60, text: 21 }],
  ])(
    'has the measures of a phone in %s, at 390 and 320 px',
    async (_, least) => {
      const page = await phone.show(device, '/mine');
      await page.getByRole('radio', { name: least.tap === 60 ? '大字版' : '标准' }).click();
      // Drawn by the server first: the size of letters is the device's, and comes with the scripts.
      await phone.go(page, `/tasks/${taskId}`);
      await page.getByRole('heading', { name: '到会与表决' }).waitFor();
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        await expectMeasures(page, least);
        await expectWholeRows(page);
        await expectAccessible(page);
      }
      await page.close();
    },
    90_000,
  );
});

describe('without a network', () => {
  let device: BrowserContext;
  const CASES = ['修剪行道树', '更换路灯', '清理沟渠'];

  /** Three cases, each with its first step open to the clerk. */
  beforeAll(async () => {
    const clerk = await people.signedIn('v01-clerk');
    const { items } = await clerk.get<{ items: { key: string; units: { id: string }[] }[] }>(
      '/api/processes',
    );
    const process = required(
      items.find(({ key }) => key === 'two-user-tasks'),
      'a short process',
    );
    for (const title of CASES)
      await clerk.post('/api/cases', {
        processKey: 'two-user-tasks',
        unitId: required(process.units[0], 'a village').id,
        title,
      });
    device = await phone.device('v01-clerk');
  }, 120_000);

  it('three submissions wait, and arrive once each when it is back', async () => {
    const page = await phone.show(device, '/inbox');
    for (const title of CASES) {
      await page.locator('.ph-row', { hasText: title }).click();
      await page.getByRole('heading', { name: title }).waitFor();
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
    // Opened once more it is what waits here, no form to be written twice.
    await page.locator('.ph-row', { hasText: CASES[0]! }).click();
    await page.getByRole('heading', { name: '等待网络' }).waitFor();
    await page.getByRole('link', { name: /回到待办/ }).click();
    await page.getByRole('link', { name: /待发送 3 件/ }).click();
    await page.locator('[data-state=waiting]').nth(2).waitFor();
    await expectAccessible(page);
    await device.setOffline(false);
    await page.locator('[data-state=sent]').nth(2).waitFor();
    const rows = await product.query<{ title: string; times: number; note: string }>(
      `SELECT c.title, count(*)::int AS times, min(s.data ->> 'note') AS note
       FROM process_instance c JOIN user_task t ON t.case_id = c.id JOIN submission s ON s.user_task_id = t.id
       WHERE c.title = ANY ($1) GROUP BY 1 ORDER BY 1`,
      [CASES],
    );
    expect(rows).toEqual([...CASES].sort().map((title) => ({ title, times: 1, note: `${title}，离线填写` })));
    await page.close();
  }, 120_000);

  it('the phone opens from what lies on it', async () => {
    await device.setOffline(true);
    const page = await phone.show(device, '/inbox');
    await page.getByText(OLD_LIST).waitFor();
    await device.setOffline(false);
    await page.getByText(OLD_LIST).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await page.close();
  }, 60_000);

  it.each([
    '/inbox',
    '/start',
    '/scan',
    '/messages',
    '/mine',
    '/mine/drafts',
    '/mine/done',
    '/queue',
    '/find',
  ] as const)(
    '%s keeps to the measures',
    async (path) => {
      const page = await phone.show(device, path);
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle');
      await page.setViewportSize({ width: 320, height: 844 });
      await expectMeasures(page, { tap: 48, text: 17 });
      await expectAccessible(page);
      await page.close();
    },
    60_000,
  );
});

describe('taps', () => {
  it('from a link to what was agreed are three at most', async () => {
    const clerk = await people.signedIn('v01-clerk');
    const { items } = await clerk.get<{ items: { units: { id: string }[]; key: string }[] }>(
      '/api/processes',
    );
    const unitId = required(items.find(({ key }) => key === 'two-user-tasks')?.units[0], 'a village').id;
    const started = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'two-user-tasks',
      unitId,
      title: '三下办成',
    });
    const [task] = await product.query<{ id: string }>(
      "SELECT id FROM user_task WHERE case_id = $1 AND state = 'open'",
      [started.body.case.id],
    );
    const device = await phone.device('v01-clerk');
    const page = await phone.show(device, `/tasks/${required(task, 'a step').id}`);
    // The name is there already: one tap does it.
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await device.close();
  }, 60_000);
});
