import { JourneyDriver, People, Person, type CaseDetailShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';
import { until } from '../../harness/until.js';

const WIDE = { width: 1440, height: 1000 };
const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);

/** The meeting of the two committees as the picture of the task page has it: roll, judgement, bars, what is missing. */
describe('the form of a meeting on the desk', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start({ name: 'task_form' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      A1,
    );
    for (const step of A1.steps) {
      if ('submit' in step && step.element === 'deliberate-committees') break;
      await driver.take(step);
    }
    await product.fastForward(driver.caseId, Date.parse('2026-08-27T09:00:00+08:00'));
    desk = await Desk.open(product.baseUrl);
    page = await desk.signedIn('v01-secretary', WIDE);
    const [task] = await product.query<{ id: string }>(
      "SELECT id FROM user_task WHERE case_id = $1 AND element_id = 'deliberate-committees' AND state = 'open'",
      [driver.caseId],
    );
    await page.goto(`${product.baseUrl}/app/tasks/${required(task, 'an open meeting').id}`);
    await page.getByRole('heading', { name: '到会与表决' }).waitFor();
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  const rows = () => page.locator('table.roll tbody tr');

  it('shows who sits in it, nobody’s vote chosen, and says what is missing', async () => {
    expect(await rows().count()).toBe(8);
    expect(await page.locator('table.roll [aria-checked="true"]').count()).toBe(0);
    await expectText('还差 6 项：');
    await expectText('提交，转三 方案送达党员');
    await expectAccessible(page);
  });

  it('takes attendance for all at once, and votes one by one by their keys', async () => {
    await page.getByText('举手', { exact: true }).click();
    await page.getByRole('button', { name: '全部到会' }).click();
    await expectText('到会 8 人，够法定 4 人');
    expect(await page.locator('table.roll [aria-checked="true"]').count()).toBe(0);
    await rows().first().focus();
    for (const key of ['1', '1', '1', '3', '1', '1', '2', '5']) {
      await page.keyboard.press(key);
      await page.keyboard.press('ArrowDown');
    }
    await expectText('应到 8 人，实到 7 人');
    await expectText('同意 5 人，已达 4 人');
    await page.locator('.verdict b', { hasText: '通过' }).waitFor();
    await page.locator('.tick.y', { hasText: '关联人已回避' }).waitFor();
  });

  it('leaves an open list of choices as it is when Tab goes on to the next field', async () => {
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const begun = { processKey: 'major-matter', unitId: clerk.me.positions[0]!.unitId, title: '购置清扫车' };
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', begun);
    const { tasks } = await clerk.get<CaseDetailShown>(`/api/cases/${body.case.id}`);
    const form = await desk.signedIn('v01-clerk', WIDE);
    await form.goto(`${product.baseUrl}/app/tasks/${required(tasks[0], 'the registration').id}`);
    const types = form.getByRole('combobox', { name: /事项类型/ });
    await types.fill('A5');
    await types.press('Enter');
    const chosen = form.locator('.ant-select', { has: types });
    const before = await chosen.innerText();
    expect(before).toMatch(/帮扶/);
    await types.press('Tab');
    await form.waitForFunction(() => document.querySelector('.ant-select-open') === null);
    expect(await chosen.innerText()).toBe(before);
  }, 60_000);

  it('keeps no choice of anybody when the ballot becomes secret', async () => {
    await page.getByText('无记名', { exact: true }).click();
    for (const gone of ['同意', '反对', '弃权'])
      expect(await page.locator('table.roll').getByText(gone, { exact: true }).count()).toBe(0);
    await page.getByText('举手', { exact: true }).click();
  });

  it('leads to the first thing that is missing when it is submitted too early', async () => {
    await page.getByRole('button', { name: /提交，转/ }).click();
    await expectText('请填写会议日期，格式为 2026-01-31。');
    expect(desk.refused).toEqual([]);
  });

  it('is there again, as it was written, when the page is loaded anew', async () => {
    await page.getByLabel('地点').fill('村委会二楼会议室');
    await until(30_000, async () => {
      const [row] = await product.query<{ place: string }>(
        `SELECT content #>> '{data,place}' AS place FROM form_draft WHERE content #>> '{data,place}' = '村委会二楼会议室'`,
      );
      return row;
    });
    await page.getByText(/^草稿已存 \d\d:\d\d，本机和服务器$/).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '到会与表决' }).waitFor();
    expect(await page.getByLabel('地点').inputValue()).toBe('村委会二楼会议室');
    await expectText('应到 8 人，实到 7 人');
    await expectAccessible(page);
  });

  const expectText = (text: string): Promise<void> => page.getByText(text).first().waitFor();
});
