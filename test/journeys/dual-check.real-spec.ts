import { randomUUID } from 'node:crypto';
import { JourneyDriver, People, filledTask, type TaskShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey, type JourneySubmission } from '@wuqing/process-library';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { walkSideBySide } from '../harness/side-by-side.js';
import { expectDates, expectStep, seenFromCase } from './journey-expectations.js';
import type { Known } from './one-day-too-early.js';

const journeys = libraryJourneys('dual-check');

let product: Product;
let people: People;
let walked: (key: string) => Promise<JourneyDriver>;

beforeAll(async () => {
  product = await Product.start({ name: 'dual_check' });
  people = new People(product.baseUrl, DEMO_PASSWORD);
  walked = walkSideBySide(journeys, walk);
}, 240_000);

afterAll(() => product?.stop(), 60_000);

/** What whoever handled the case is answered when he would audit it. */
const asked: unknown[] = [];

async function walk(journey: Journey): Promise<JourneyDriver> {
  const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
  const driver = await JourneyDriver.begin({ people, fastForward }, journey);
  expectDates(driver.begun, journey.start.expect?.opens);
  let timers: Known['timers'] = {};
  for (const step of journey.steps) {
    if (journey.key === 'C1' && 'submit' in step && step.element === 'audit-clearance')
      asked.push(...(await auditByHandler(driver.caseId, step)));
    expectStep(seenFromCase(journey, step), await driver.take(step), { timers, submitted: {} });
    timers = { ...timers, ...step.expect?.timers };
  }
  await expectAgreement(product, driver.caseId);
  return driver;
}

async function auditByHandler(caseId: string, step: JourneySubmission): Promise<[number, string]> {
  const handler = await people.holderOf('office-clerk@office:jiwei', 'v01', step.on);
  const { tasks } = await handler.get<{ tasks: TaskShown[] }>(`/api/cases/${caseId}`);
  const task = required(
    tasks.find(({ elementId }) => elementId === 'audit-clearance'),
    'the audit',
  );
  const body = { rowVersion: task.rowVersion, submission: await filledTask(handler, task, step) };
  const path = `/api/user-tasks/${task.id}/completion`;
  const answer = await handler.request<{ detail: string }>('POST', path, body, randomUUID());
  return [answer.status, answer.body.detail];
}

it.each(journeys.map(({ key, title }) => [key, title]))(
  '%s %s: keeps every date on the real servers',
  async (key) => {
    const { caseId } = await walked(key);
    expect(caseId).not.toBe('');
  },
  400_000,
);

/** The process itself keeps who may know and who is barred: nobody else of the town finds the case. */
async function expectCircle(caseId: string): Promise<void> {
  const lines = await product.query<{ side: string; ground: string; login: string | null }>(
    `SELECT DISTINCT e.side, e.ground, a.login FROM circle_entry e LEFT JOIN account a ON a.person_id = e.person_id WHERE e.case_id = $1`,
    [caseId],
  );
  const grounds = new Set(lines.map(({ ground }) => ground));
  expect([...grounds].filter((ground) => ground !== 'subordinate' && ground !== 'relative').sort()).toEqual([
    'accused',
    'handler',
    'listed',
    'starter',
  ]);
  const barred = lines.filter(({ side }) => side === 'barred').map(({ login }) => login);
  const knowing = lines.filter(({ side, login }) => side === 'knowing' && !barred.includes(login));
  expect(knowing.length).toBeGreaterThan(1);
  for (const reference of ['village-party-secretary', 'town-head@town', 'admin@town']) {
    const outsider = await people.holderOf(reference, 'v01', '2026-02-10');
    const { status } = await outsider.request('GET', `/api/cases/${caseId}`);
    expect([reference, status]).toEqual([reference, 404]);
  }
}

it('C1: 15 working days over the Spring Festival and over May Day; cleared; whoever handled it audits nothing', async () => {
  const { caseId } = await walked('C1');
  expect(asked).toEqual([403, '承办人不得审理或审批本件。']);
  await expectCircle(caseId);

  for (const login of ['v01-secretary', 'v01-supervisor', 'b1-secretary', 'jingguan-clerk', 'admin']) {
    const person = await people.signedIn(login);
    const answer = await person.request('GET', `/api/cases/${caseId}`);
    expect([login, answer.status]).toEqual([login, 404]);
    const list = JSON.stringify(await person.get('/api/cases?limit=200'));
    expect([login, list.includes(caseId)]).toEqual([login, false]);
  }
}, 400_000);

it('C4: a report about an official managed above leaves two forms of days and choices', async () => {
  const { caseId } = await walked('C4');
  const kept = await product.query<{ data: Record<string, string> }>(
    'SELECT data FROM submission WHERE case_id = $1 ORDER BY submitted_at',
    [caseId],
  );
  expect(kept.map(({ data }) => data)).toEqual([
    { receivedOn: '2026-09-24', from: '群众', level: '上级' },
    { sentTo: '镇纪委主要负责人', sentOn: '2026-09-28' },
  ]);
}, 400_000);

it('is called as every report is: a name that tells what it is about is refused before anything is kept', async () => {
  const clerk = await people.holderOf('office-clerk@office:jiwei', 'v01', '2026-09-24');
  const { status, body } = await clerk.request<{ errors: { path: string; message: string }[] }>(
    'POST',
    '/api/cases',
    { processKey: 'dual-check', unitId: people.villageId('v01'), title: '反映某书记占地' },
    randomUUID(),
  );
  expect([status, body.errors]).toEqual([
    422,
    [{ path: '/title', message: '这类事项的名称统一为“检举控告件”，请照此填写，不写内容。' }],
  ]);
  const kept = await product.query('SELECT 1 FROM process_instance WHERE title LIKE $1', ['%占地%']);
  expect(kept).toEqual([]);
});
