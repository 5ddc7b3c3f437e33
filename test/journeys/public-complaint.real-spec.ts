import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dayOf, filledTask, People, Person, type TaskShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expectAgreement } from '../harness/case-story.js';
import { expectAccessible } from '../harness/desk.js';
import { Product } from '../harness/product.js';
import { openPublicPage, type PublicPage } from '../harness/public-page.js';
import { until } from '../harness/until.js';

const NAME = '王秀英';
const HOSTILE = '<script>alert(1)</script><svg onload=alert(1)>';
const FACTS = `测量时漏算西厢房。${HOSTILE}`;
const PATIENCE_MS = 60_000;
const SHOTS = process.env['WUQING_SHOTS'];

/** A villager writes to the town on a page, the office of complaints registers it, and he reads by his code how far it is. */
describe('a complaint of the public', () => {
  let product: Product;
  let villager: PublicPage;
  let page: Page;
  let office: Person;
  let code = '';
  let caseId = '';

  const shot = async (name: string): Promise<void> => {
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    for (const width of [390, 1024])
      for (const size of [1, 1.35]) {
        await page.setViewportSize({ width, height: 844 });
        await page.evaluate(`document.documentElement.style.zoom = ${size}`);
        await page.screenshot({ path: `${SHOTS}/${name}-${width}-${size}.png`, fullPage: true });
      }
    await page.evaluate('document.documentElement.style.zoom = 1');
    await page.setViewportSize({ width: 390, height: 844 });
  };
  /** In narrow and wide windows, and where somebody has made the text larger. */
  const fits = async (): Promise<void> => {
    for (const [width, size] of [
      [320, 1],
      [390, 1],
      [390, 1.35],
      [1024, 1.35],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(
        `document.documentElement.style.zoom = ${size}; document.documentElement.scrollWidth - document.documentElement.clientWidth`,
      );
      expect([width, size, over]).toEqual([width, size, 0]);
    }
    await page.evaluate('document.documentElement.style.zoom = 1');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
  };
  const openTask = async (): Promise<TaskShown | undefined> =>
    (await office.get<{ tasks: readonly TaskShown[] }>(`/api/cases/${caseId}`)).tasks[0];
  const complete = async (submission: object): Promise<void> => {
    const { id, rowVersion } = required(await openTask(), 'an open step');
    const path = `/api/user-tasks/${id}/completion`;
    const answer = await office.request('POST', path, { rowVersion, submission }, randomUUID());
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
  };
  const progress = async (): Promise<string> => {
    await page.goto(`${product.baseUrl}/progress`);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查' }).click();
    await page.getByRole('heading', { name: '信访事项' }).waitFor();
    await expectAccessible(page);
    return page.locator('main').innerText();
  };

  beforeAll(async () => {
    product = await Product.start({ name: 'public_complaint' });
    const [clerk] = await product.query<{ login: string }>(
      `SELECT a.login FROM account a JOIN position p ON p.person_id = a.person_id JOIN unit u ON u.id = p.unit_id
       WHERE u.code = 'xinfang' AND p.key = 'office-head' LIMIT 1`,
    );
    office = await Person.signIn(product.baseUrl, required(clerk, 'a head of 信访办').login, DEMO_PASSWORD);
    villager = await openPublicPage(product.baseUrl);
    page = villager.page;
  }, 240_000);

  afterAll(async () => {
    await villager?.close();
    await product?.stop();
  }, 60_000);

  it('asks first whom it is about, and takes nothing about those whom a higher level manages', async () => {
    await page.goto(`${product.baseUrl}/villages/v01`);
    await page.getByRole('link', { name: '向镇里反映' }).click();
    await fits();
    await shot('entrance');
    await page.getByRole('link', { name: '涉及上级管理的干部' }).click();
    await fits();
    await shot('higher');
    expect(await page.locator('form, input, textarea').count()).toBe(0);
    await page.getByRole('link', { name: '反映别的事' }).click();
    await page.getByRole('link', { name: '只反映事情，不涉及人员' }).click();
    await fits();
    await shot('form');
  }, 60_000);

  it('is sent without script; what lacks is asked for with all that was typed', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
      .jpeg()
      .toBuffer();
    await page.getByLabel(/事实和理由/).fill(FACTS);
    await page.getByLabel(/姓名/).fill(NAME);
    await page.getByLabel(/电话/).fill('13800001111');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor();
    await until(PATIENCE_MS, async () => {
      if ((await page.getByText('请写明要求解决什么').count()) > 0) return true;
      await page.getByRole('button', { name: '提交' }).click();
      return undefined;
    });
    await fits();
    await shot('form-faults');
    expect(await page.getByLabel(/事实和理由/).inputValue()).toBe(FACTS);
    await page.getByLabel(/哪里的事/).selectOption({ label: '芦花村' });
    await page.getByLabel(/要求解决什么/).fill('重新核定补偿面积。');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'yard.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已经收到' }).waitFor();
    await fits();
    await shot('receipt');
    code = required((await page.locator('.code').textContent()) ?? undefined, 'a code');
  }, 90_000);

  it('is registered and classified by the office; the page tells that, and the term', async () => {
    const [kept] = await product.query<{ caseId: string }>(
      'SELECT case_id AS "caseId" FROM public_complaint',
    );
    caseId = required(kept, 'a complaint').caseId;
    await until(PATIENCE_MS, async () => ((await progress()).includes('正在办理') ? true : undefined));
    const first = await until(PATIENCE_MS, openTask);
    const shown = await office.get<{ prefill: JsonObject }>(`/api/user-tasks/${first.id}`);
    expect(shown.prefill).toMatchObject({ names: [NAME], channel: '网上', village: '芦花村', facts: FACTS });
    await complete(shown.prefill);
    await complete({ found: '没有重复', verdict: '继续办理' });
    await complete({ class: '申诉求决', reason: '按诉求内容分类。', allegation: false, legalRoad: '无' });
    const said = await progress();
    expect(said).toMatch(/十五日内告知去向 \d\d-\d\d/);
    expect(said).toMatch(/已收到[^]*已登记[^]*已分类[^]*正在办理/);
    for (const word of [NAME, '西厢房', '补偿面积', '申诉求决', '转送']) expect(said).not.toContain(word);
    await fits();
    await shot('progress');
    await expectAgreement(product, caseId);
  }, 120_000);

  it('tells of the extension that was approved: from which day to which, and why', async () => {
    const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000).toISOString());
    const today = inDays(0);
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const take = async (as: string, elementId: string, submit: JsonObject): Promise<void> => {
      const person = await people.holderOf(as, 'v01', today);
      const { tasks } = await person.get<{ tasks: readonly TaskShown[] }>(`/api/cases/${caseId}`);
      const task = required(
        tasks.find((one) => one.elementId === elementId),
        elementId,
      );
      const submission = await filledTask(person, task, { submit });
      const path = `/api/user-tasks/${task.id}/completion`;
      const { status, body } = await person.postUntilSettled(path, {
        rowVersion: task.rowVersion,
        submission,
      });
      expect([elementId, status, body]).toMatchObject([elementId, 200, {}]);
    };
    const xinfang = 'office-clerk@office:xinfang';
    const minzheng = 'office-clerk@office:minzheng';
    await take(xinfang, 'forward-complaint', { unit: '民政科', unitReceivedOn: today });
    const accepted = { result: '受理', acceptedOn: today, notice: ['受理告知书'], servedOn: today };
    await take(minzheng, 'decide-acceptance', { interested: false, ...accepted });
    await take(minzheng, 'mediate-petition', { settled: false, note: '当面调解，没有谈成。' });
    const part = { office: '民政科', question: '核实面积。', dueOn: inDays(20) };
    await take(xinfang, 'plan-joint', { lead: '民政科', parts: [part] });
    const asks = await people.holderOf(minzheng, 'v01', today);
    const message = { name: 'petition-extension', variables: { text: '需要外地协查。' } };
    expect((await asks.postUntilSettled(`/api/cases/${caseId}/messages`, message)).status).toBe(200);
    const approved = {
      approved: true,
      days: 30,
      reason: '协查未回。',
      toldOn: today,
      notice: ['延期告知书'],
    };
    await take('town-head@town', 'extend-term', approved);
    const said = await progress();
    expect(said).toMatch(/办理期限已延长\s[^\n]*\d\d-\d\d 改为 \d\d-\d\d，经批准延期，共30日/);
    for (const word of ['协查未回', '民政科', '联动']) expect(said).not.toContain(word);
    await fits();
    await shot('progress-extended');
  }, 120_000);

  it('runs nothing that was typed, asks nobody else, and puts nothing personal in an address', () => {
    expect(villager.strikes).toEqual([]);
    expect(decodeURIComponent(page.url())).toBe(`${product.baseUrl}/progress`);
  });
});
