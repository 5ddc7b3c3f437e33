import {
  JourneyDriver,
  People,
  filledTask,
  workOn,
  type CaseDetailShown,
  type TaskDetailShown,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  filledForm,
  titlesOf,
  libraryJourneys,
  type JourneyStep,
  type JourneySubmission,
} from '@wuqing/process-library';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { Desk } from '../harness/desk.js';
import { deskHand } from '../harness/desk-hand.js';
import { fillForm } from '../harness/fill-form.js';
import { printedPaper, takenPhoto, type Paper } from '../harness/papers.js';
import { PHONE_LOOK, Phone } from '../harness/phone.js';
import { phoneHand } from '../harness/phone-hand.js';
import { Product } from '../harness/product.js';

const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const LAST = A1.steps.findIndex((step) => 'element' in step && step.element === 'publish-result');
/** What an office does at its desk; the village does the rest with a phone. */
const AT_THE_DESK = [
  'deliberate-committees',
  'send-plan',
  'review-party-meeting',
  'review-by-town',
  'implement-matter',
];
/** What the page says to what the journey has refused. */
const REFUSED: Readonly<Record<string, string>> = {
  'bar-1-convene': '通知（张榜）未满法定日数，不得表决。',
  'bar-11': '公开期限不得少于十五日。',
};

const titleOf = (step: JourneyStep): string =>
  [
    step.on,
    'element' in step ? `${step.as} ${step.element}` : 'passes',
    step.expect?.refusedBy && 'is refused',
  ]
    .filter(Boolean)
    .join(' ');

/** Must-hold 2(a): a village carries a matter through from phone and desk, with photos, papers and signatures, and a villager reads it. */
describe('a matter of the village, on the pages of the product', () => {
  let product: Product;
  let people: People;
  let desk: Desk;
  let phone: Phone;
  let driver: JourneyDriver;
  let photo: Paper;
  let paper: Paper;
  const pages = new Map<string, Page>();
  /** What a refused form holds already. */
  let entered: JsonObject = {};

  beforeAll(async () => {
    product = await Product.start({ name: 'village_matter' });
    people = new People(product.baseUrl, DEMO_PASSWORD);
    [driver, desk, phone, photo, paper] = await Promise.all([
      JourneyDriver.begin({ people, fastForward: (id, target) => product.fastForward(id, target) }, A1),
      Desk.open(product.baseUrl),
      Phone.open(product.baseUrl),
      takenPhoto('照片.jpg'),
      printedPaper('材料.pdf'),
    ]);
  }, 240_000);

  afterAll(async () => {
    await Promise.all([desk?.close(), phone?.close()]);
    await product?.stop();
  }, 60_000);

  const isAtDesk = ({ element }: JourneySubmission): boolean => AT_THE_DESK.includes(element);

  async function pageOf(step: JourneySubmission): Promise<Page> {
    const login = people.loginOf(step.as, A1.village, step.on);
    const key = `${isAtDesk(step) ? 'desk' : 'phone'} ${login}`;
    const page =
      pages.get(key) ??
      (isAtDesk(step) ? await desk.signedIn(login) : await phone.show(await phone.device(login), '/inbox'));
    pages.set(key, page);
    return page;
  }

  async function open(step: JourneySubmission): Promise<{ page: Page; task: TaskDetailShown }> {
    const person = await driver.personIn(step.as, step.on);
    const { tasks } = await person.get<CaseDetailShown>(`/api/cases/${driver.caseId}`);
    const { id } = required(
      tasks.find(({ elementId }) => elementId === step.element),
      `an open ${step.element}`,
    );
    const page = await pageOf(step);
    if (isAtDesk(step)) await page.goto(`${product.baseUrl}/app/tasks/${id}`);
    else {
      await phone.go(page, '/inbox');
      await page.locator(`.ph-row[href$="${id}"]`).tap();
    }
    return { page, task: await person.get<TaskDetailShown>(`/api/user-tasks/${id}`) };
  }

  /** What the form asks for: the journey's answers, and a signature wherever there is a place for one. */
  async function answersOf(task: TaskDetailShown, step: JourneySubmission): Promise<JsonObject> {
    const { form, roll } = task;
    const { schema } = required(form ?? undefined, 'a form');
    const roll_ = filledForm(
      { schema },
      { submit: {}, ...(step.meeting && { meeting: step.meeting }) },
      roll,
    );
    const named = Object.fromEntries(
      Object.entries(step.submit).filter(([key]) => titlesOf({ schema }, step).has(key)),
    );
    const person = await driver.personIn(step.as, step.on);
    const picks = await filledTask(person, task, { submit: named });
    const signed = 'signature' in (schema['properties'] as JsonObject) ? { signature: ['签名'] } : {};
    const answers = { ...step.submit, ...roll_, ...picks, ...signed };
    return Object.fromEntries(
      Object.entries(answers).filter(
        ([key, value]) => JSON.stringify(entered[key]) !== JSON.stringify(value),
      ),
    );
  }

  const paperOf = (name: string, kind: string): Paper =>
    kind === 'photo' ? { ...photo, name: name.replace(/\.pdf$/, '.jpg') } : { ...paper, name };

  it.each(A1.steps.slice(0, LAST + 1).map((step) => [titleOf(step), step] as const))(
    '%s',
    async (_, step) => {
      await product.fastForward(driver.caseId, workOn(step.on));
      if (!('element' in step)) return;
      const { page, task } = await open(step);
      await fillForm(page, isAtDesk(step) ? deskHand : phoneHand, {
        task,
        data: await answersOf(task, step),
        paperOf,
      });
      await page.getByRole('button', { name: /^提交/ }).click();
      const refusedBy = step.expect?.refusedBy;
      entered = refusedBy === undefined ? {} : { ...step.submit };
      if (refusedBy !== undefined)
        return page
          .getByRole('alert')
          .filter({ hasText: required(REFUSED[refusedBy], refusedBy) })
          .waitFor();
      if (isAtDesk(step)) await page.waitForURL('**/app/cases/*');
      else await page.getByRole('heading', { name: '已提交' }).waitFor();
    },
    60_000,
  );

  it('is read by a villager, without script, with its photo and its settlement', async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage({ locale: 'zh-CN', viewport: PHONE_LOOK, javaScriptEnabled: false });
    await page.goto(`${product.baseUrl}/villages/v01`);
    await page.getByRole('link', { name: /实施结果公开/ }).click();
    await page.getByText('公开期 自 2026-11-10 至 2026-11-25').waitFor();
    const fetched = async (name: string) => {
      const address = required(
        (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? undefined,
        name,
      );
      const answer = await page.request.get(new URL(address, page.url()).href);
      return { status: answer.status(), bytes: await answer.body() };
    };
    const settlement = await fetched('决算');
    expect([settlement.status, settlement.bytes.equals(paper.buffer)]).toEqual([200, true]);
    // As the phone has compressed and marked it.
    const board = await fetched('公开栏照片');
    const { format, width } = await sharp(board.bytes).metadata();
    expect([board.status, format, width]).toEqual([200, 'jpeg', 1_600]);
    await browser.close();
  }, 60_000);

  it('asked nothing of anybody else, and did nothing that its own policy forbids', () =>
    expect([...desk.refused, ...phone.refused]).toEqual([]));
});
