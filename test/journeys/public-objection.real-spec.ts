import { randomUUID } from 'node:crypto';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { pdfPages } from '@wuqing/testing/pdf-pages';
import { libraryJourneys, type JourneyStep } from '@wuqing/process-library';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expectAccessible } from '../harness/desk.js';
import { Product } from '../harness/product.js';
import { openPublicPage, type PublicPage } from '../harness/public-page.js';
import { until } from '../harness/until.js';

const NAME = '王秀英';
const PHONE = '13800001111';
const REPLY = '预算表里的 540 平方米含备用料，已改正。';
const HOSTILE = '<script>alert(1)</script><svg onload=alert(1)>';
const WRITTEN = `公示写 480 平方米，预算表里是 540 平方米。${HOSTILE}`;
const PATIENCE_MS = 60_000;

interface TaskShown {
  readonly id: string;
  readonly elementId: string;
  readonly rowVersion: number;
}

interface Heard {
  readonly title: string;
  readonly fields: readonly { readonly title: string; readonly value: unknown }[];
  readonly photos: readonly { readonly thumbnailUrl: string }[];
}

/** More women come than the law asks for, whoever of the committee counts among the representatives. */
const withWomen = (step: JourneyStep): JourneyStep =>
  'meeting' in step && step.meeting?.womenPresent !== undefined
    ? { ...step, meeting: { ...step.meeting, womenPresent: step.meeting.womenShould ?? 0 } }
    : step;

/** What the code on a page leads to, as a telephone reads it. */
async function scanned(page: Page): Promise<string> {
  const picture = await page.locator('.seal svg').screenshot({ scale: 'css' });
  const { data, info } = await sharp(picture)
    .resize(416)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = (jsQR as unknown as typeof jsQR.default)(new Uint8ClampedArray(data), info.width, info.height);
  return required(read?.data, 'a code that can be read');
}

/** Must-hold 2(b): a villager objects by the code on the notice, the case waits, the village answers, he reads it by his code. */
describe('an objection of the public', () => {
  let product: Product;
  let villager: PublicPage;
  let page: Page;
  let driver: JourneyDriver;
  let code = '';

  const login = (name: string): Promise<Person> => Person.signIn(product.baseUrl, name, DEMO_PASSWORD);
  const openTasks = async (person: Person): Promise<readonly TaskShown[]> =>
    (await person.get<{ tasks: readonly TaskShown[] }>(`/api/cases/${driver.caseId}`)).tasks;
  const open = async (person: Person, element: string): Promise<TaskShown | undefined> =>
    (await openTasks(person)).find(({ elementId }) => elementId === element);
  const heardBy = async (person: Person, element: string): Promise<readonly Heard[]> => {
    const { id } = required(await open(person, element), `an open ${element}`);
    return (await person.get<{ heard: readonly Heard[] }>(`/api/user-tasks/${id}`)).heard;
  };
  const complete = async (person: Person, element: string, submission: object): Promise<void> => {
    const task = await until(PATIENCE_MS, () => open(person, element));
    const { rowVersion } = task;
    const body = { rowVersion, submission };
    const answer = await person.request('POST', `/api/user-tasks/${task.id}/completion`, body, randomUUID());
    expect([element, answer.status, answer.body]).toMatchObject([element, 200, {}]);
  };

  beforeAll(async () => {
    product = await Product.start({ name: 'public_objection' });
    const journey = required(
      libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
      'journey A1',
    );
    driver = await JourneyDriver.begin(
      {
        people: new People(product.baseUrl, DEMO_PASSWORD),
        fastForward: (caseId, target) => product.fastForward(caseId, target),
      },
      journey,
    );
    for (const step of journey.steps) {
      if ('wait' in step && step.on === '2026-10-09') break;
      const { refusal } = await driver.take(withWomen(step));
      const expected = 'expect' in step ? step.expect?.refusedBy : undefined;
      if (refusal && expected === undefined)
        throw new Error(`Expected ${step.on} to be taken: ${refusal.sentence}`);
    }
    villager = await openPublicPage(product.baseUrl);
    page = villager.page;
  }, 240_000);

  afterAll(async () => {
    await villager?.close();
    await product?.stop();
  }, 60_000);

  it('begins with the code on the notice', async () => {
    await page.goto(`${product.baseUrl}/villages/v01`);
    await expectAccessible(page);
    await page.getByRole('link', { name: /决议公开/ }).click();
    await page.getByText('公开期 自').waitFor();
    await expectAccessible(page);
    expect(await page.locator('.tb').innerText()).toMatch(/同意\s+\d+ 票/);
    const address = await scanned(page);
    expect(address).toBe(page.url());
    await page.goto(address);
    await page.getByRole('link', { name: '我有异议' }).click();
    await expectAccessible(page);
  }, 60_000);

  it('is sent without script, and answered with a code', async () => {
    await page.getByLabel('决定的内容').check();
    await page.getByLabel(/写明情况/).fill(WRITTEN);
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
      .jpeg()
      .toBuffer();
    const files = { name: 'board.jpg', mimeType: 'image/jpeg', buffer: photo };
    await page.getByLabel(/姓名/).fill(NAME);
    await page.getByLabel(/电话/).fill(PHONE);
    // A hand needs longer than this test does: what comes too soon is asked for once more, with all that was typed.
    await until(PATIENCE_MS, async () => {
      await page.locator('input[type=file]').setInputFiles(files);
      await page.getByRole('button', { name: '提交异议' }).click();
      return (await page.getByRole('heading', { name: '异议已收到' }).count()) > 0 || undefined;
    });
    await expectAccessible(page);
    code = required((await page.locator('.code').textContent()) ?? undefined, 'a code');
    expect(code).toMatch(/^\w{4} \w{4} \w{3}$/);
  }, 90_000);

  it('opens the answer of the village, which learns what was said and never who said it', async () => {
    const director = await login('v01-director');
    await until(PATIENCE_MS, () => open(director, 'answer-objection'));
    const path = `/api/cases/${driver.caseId}`;
    // The step is open as soon as the case has heard; that it was heard is written down at the next beat.
    const heard = await until(PATIENCE_MS, async () => {
      const { items } = await director.get<{ items: readonly { readonly state: string }[] }>(
        `${path}/objections`,
      );
      return items.every(({ state }) => state !== 'carried') ? items : undefined;
    });
    expect(heard).toMatchObject([{ ground: '内容', state: 'correlated', objector: null, telephone: null }]);
    const step = await heardBy(director, 'answer-objection');
    expect(step).toMatchObject([{ title: '收到异议', by: null, photos: [{ width: 40, height: 30 }] }]);
    expect(step[0]!.fields.map(({ title, value }) => [title, value])).toEqual([
      ['异议内容', WRITTEN],
      ['异议方面', '内容'],
    ]);
    const { items: listed } = await director.get<{
      items: readonly { readonly elementId: string; readonly flags: readonly object[] }[];
    }>('/api/user-tasks?view=todo&limit=100');
    expect(listed.find(({ elementId }) => elementId === 'answer-objection')?.flags).toEqual([
      { kind: 'heard', text: expect.stringMatching(/^异议（内容）\d\d-\d\d \d\d:\d\d 收到$/) },
    ]);
    const small = sharp(await director.getBytes(step[0]!.photos[0]!.thumbnailUrl));
    expect(await small.metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 30 });
    await expect((await login('v02-director')).getBytes(step[0]!.photos[0]!.thumbnailUrl)).rejects.toThrow(
      '404',
    );
    const told = await Promise.all([
      ...['', '/timeline', '/objections', '/diagram'].map((part) => director.get<object>(`${path}${part}`)),
      step,
    ]);
    expect(JSON.stringify(told)).not.toMatch(/王秀英|13800001111/);
    const supervisor = await login('v01-supervisor');
    const named = await supervisor.get<{ items: readonly object[] }>(`${path}/objections`);
    expect(named.items).toMatchObject([{ objector: NAME, telephone: PHONE, isAnswered: false }]);
    const written = await product.query<{ text: string }>(
      `SELECT coalesce(jsonb_agg(to_jsonb(a))::text, '') || coalesce((SELECT jsonb_agg(to_jsonb(j))::text FROM journal_entry j), '')
         || coalesce((SELECT jsonb_agg(to_jsonb(m))::text FROM message m), '') || coalesce((SELECT jsonb_agg(to_jsonb(c))::text FROM command c), '') AS text
       FROM audit_entry a`,
    );
    expect(written[0]!.text).not.toMatch(/王秀英|13800001111/);
  }, 90_000);

  it('holds the case back when its notice has ended', async () => {
    await product.fastForward(driver.caseId, Date.parse('2026-10-12T09:00:00+08:00'));
    const director = await login('v01-director');
    expect((await openTasks(director)).map(({ elementId }) => elementId)).toContain('answer-objection');
    expect(await open(director, 'implement-matter')).toBeUndefined();
  }, 90_000);

  it('is answered by the village, and read by the code', async () => {
    const director = await login('v01-director');
    await complete(director, 'answer-objection', {
      reply: `${REPLY}${HOSTILE}`,
    });
    await page.goto(`${product.baseUrl}/progress`);
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查', exact: true }).click();
    await page.getByText(REPLY).waitFor();
    await expectAccessible(page);
    const supervisor = await login('v01-supervisor');
    await until(PATIENCE_MS, () => open(supervisor, 'decide-objection'));
    const [heard] = await heardBy(supervisor, 'decide-objection');
    expect(heard!.fields.map(({ title, value }) => [title, value])).toEqual([
      ['异议内容', WRITTEN],
      ['异议方面', '内容'],
      ['异议人', NAME],
      ['电话', PHONE],
    ]);
    await complete(supervisor, 'decide-objection', {
      result: '不成立',
      reasons: '已经改正。',
    });
    await page.goto(`${product.baseUrl}/progress`);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查', exact: true }).click();
    await page.getByText('已经改正。').waitFor();
    await until(PATIENCE_MS, () => open(director, 'implement-matter'));
  }, 90_000);

  it('stands on the paper of the case, which names nobody', async () => {
    for (const name of ['v01-director', 'v01-supervisor']) {
      const bytes = await (await login(name)).getBytes(`/api/cases/${driver.caseId}/file`);
      const paper = (await pdfPages(bytes)).flatMap(({ lines }) => lines).join('');
      expect(paper).toContain('公示写480平方米，预算表里是540平方米。');
      expect(paper).toContain(REPLY.replaceAll(' ', ''));
      expect(paper).not.toMatch(/王秀英|13800001111/);
    }
  }, 90_000);

  it('executed nothing that anybody wrote, and asked nothing of anybody else', () =>
    expect(villager.strikes).toEqual([]));
});
