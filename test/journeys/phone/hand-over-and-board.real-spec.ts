import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { Phone } from '../../harness/phone.js';
import { Product } from '../../harness/product.js';

const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const LINES = ['拍到整块公开栏和每一张', '公开栏完好', '内容清楚能读', '公开期内没有撤下', '栏上与网上一致'];
const PATIENCE_MS = 30_000;

let product: Product;
let phone: Phone;
let taskId: string;
let noticeId: string;

/** The meeting was called, and hangs: its vote is open. */
beforeAll(async () => {
  product = await Product.start({ name: 'phone_board' });
  const people = new People(product.baseUrl, DEMO_PASSWORD);
  phone = await Phone.open(product.baseUrl);
  const driver = await JourneyDriver.begin(
    { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
    A1,
  );
  for (const step of A1.steps) {
    if ('submit' in step && step.element === 'decide-by-body') break;
    await driver.take(step);
  }
  const idOf = async (sql: string): Promise<string> =>
    required((await product.query<{ id: string }>(sql, [driver.caseId]))[0], 'a row').id;
  taskId = await idOf(
    "SELECT id FROM user_task WHERE case_id = $1 AND element_id = 'decide-by-body' AND state = 'open'",
  );
  noticeId = await idOf("SELECT id FROM public_notice WHERE case_id = $1 AND kind = 'meeting-notice'");
}, 240_000);

afterAll(async () => {
  expect(phone.refused).toEqual([]);
  await phone?.close();
  await product?.stop();
}, 60_000);

it(
  'a step is handed to a colleague with a reason, and to nobody without one',
  async () => {
    const device = await phone.device('v01-director');
    const page = await phone.show(device, `/tasks/${taskId}`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '转办' }).click();
    const sheet = page.getByRole('dialog', { name: '转办' });
    await sheet.getByRole('radio').first().waitFor();
    await sheet.getByRole('button', { name: '转办' }).click();
    await sheet.getByText('请选择转给谁，并写明理由。').waitFor();
    const [colleague] = await product.query<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM person p JOIN account a ON a.person_id = p.id WHERE a.login = 'v01-clerk'`,
    );
    await sheet.getByRole('radio', { name: required(colleague, 'a clerk').name }).check();
    await sheet.getByLabel('转办理由').fill('外出开会');
    await sheet.getByRole('button', { name: '转办' }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    const holders = await product.query('SELECT assignee_id AS id FROM user_task WHERE id = $1', [taskId]);
    expect(holders).toEqual([{ id: colleague!.id }]);
    await device.close();
  },
  2 * PATIENCE_MS,
);

describe('a board that was found by its code', () => {
  it(
    'is looked at line by line; what fails needs a word',
    async () => {
      const device = await phone.device('jiwei-head');
      const page = await phone.show(device, `/boards/${noticeId}`);
      const dock = page.getByRole('button', { name: /^登记审核结论/ });
      await dock.click();
      expect(await page.getByText('请选择一项。').count()).toBe(LINES.length);
      for (const line of LINES)
        await page
          .getByRole('radiogroup', { name: line })
          .getByRole('radio', { name: line === '公开栏完好' ? '不合格' : '合格', exact: true })
          .click();
      await dock.click();
      await page.getByText('还差说明').waitFor();
      await page.getByLabel('说明').fill('公开栏玻璃破损');
      await dock.click();
      await page.getByText('审核结论已登记。').waitFor();
      const kept = await product.query(
        `SELECT w.kind, count(*) FILTER (WHERE l.result = 'fail') AS failed FROM notice_review w
         JOIN notice_review_line l ON l.review_id = w.id WHERE w.notice_id = $1 GROUP BY w.id, w.kind`,
        [noticeId],
      );
      expect(kept).toEqual([{ kind: 'onsite', failed: '1' }]);
      await device.close();
    },
    2 * PATIENCE_MS,
  );

  it.each(['v01-clerk', 'v02-clerk'])(
    'is not there for %s',
    async (login) => {
      const device = await phone.device(login);
      const page = await phone.show(device, `/boards/${noticeId}`);
      await page
        .getByText(/无此件。|没有/)
        .first()
        .waitFor();
      expect(await page.getByRole('button', { name: /^登记审核结论/ }).count()).toBe(0);
      await device.close();
    },
    2 * PATIENCE_MS,
  );
});
