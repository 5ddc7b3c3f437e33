import { randomUUID } from 'node:crypto';
import { checkDefinition } from '@wuqing/publication';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const KEY = 'agreed-together';
const STEP = (mark: string, form = '') =>
  `<bpmn:userTask id="agree" name="同意"><bpmn:extensionElements><zeebe:userTask/>${form}
    <zeebe:assignmentDefinition candidateGroups="village-clerk"/>${mark}</bpmn:extensionElements></bpmn:userTask>`;
const fileOf = (
  key: string,
  step: string,
) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1" id="d" targetNamespace="urn:wuqing:process">
  <bpmn:process id="${key}" name="一起同意的事" isExecutable="true"><bpmn:startEvent id="start"/>${step}<bpmn:endEvent id="end"/>
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="agree"/><bpmn:sequenceFlow id="f2" sourceRef="agree" targetRef="end"/>
  </bpmn:process></bpmn:definitions>`;

let api: ApiUnderTest;
let clerk: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('bulk');
  clerk = await api.signedIn('clerk');
  await publish(KEY, fileOf(KEY, STEP('<wq:bulkApproval/>')));
  const form = '<zeebe:formDefinition formId="two-user-tasks-register"/>';
  await publish('filled-in', fileOf('filled-in', STEP('<wq:bulkApproval field="note" value="x"/>', form)));
});

afterAll(() => api.stop());

async function publish(key: string, xml: string): Promise<void> {
  const compiled = await checkDefinition(xml);
  if (!compiled.ok) throw new Error(`Expected ${key} to compile: ${JSON.stringify(compiled.error)}`);
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     SELECT gen_random_uuid(), $1, 1, $1, $2, $3, $4, forms, 'in-force', 'system:library', '2026-01-01', '2026-01-01'
     FROM process_definition_version WHERE key = $5`,
    [key, compiled.value.process.name, xml, JSON.stringify(compiled.value.process), PROCESS_KEY],
  );
}

async function started(processKey: string) {
  const { body } = await clerk.post(
    '/api/cases',
    { processKey, unitId: units.village, title: '一件事' },
    randomUUID(),
  );
  const [task] = await api.query<{ id: string }>('SELECT id FROM user_task WHERE case_id = $1', [
    body.case.id,
  ]);
  return { id: task!.id, rowVersion: 1 };
}

const bulk = (visitor: Visitor, body: object, key: string = randomUUID()) =>
  visitor.post('/api/user-tasks/bulk', { dryRun: false, ...body }, key);

const stateOf = async (id: string): Promise<string> =>
  (await api.query<{ state: string }>('SELECT state FROM user_task WHERE id = $1', [id]))[0]!.state;

it('agrees where the process says so and nothing is left to fill in, row by row, once', async () => {
  const [plain, unmarked, filled] = [
    await started(KEY),
    await started(PROCESS_KEY),
    await started('filled-in'),
  ];
  const tasks = [plain, unmarked, filled, { id: randomUUID(), rowVersion: 1 }];
  const tried = await bulk(clerk, { action: 'approve', tasks, dryRun: true });
  const expected = [
    { id: plain.id, result: 'ok', reason: null },
    { id: unmarked.id, result: 'refused', reason: '流程规定本步骤逐件办理。' },
    { id: filled.id, result: 'refused', reason: expect.stringMatching(/^还有要填的内容：/) },
    { id: tasks[3]!.id, result: 'refused', reason: expect.stringMatching(/没有找到/) },
  ];
  expect(tried.body).toEqual({ dryRun: true, items: expected });
  expect(await stateOf(plain.id)).toBe('open');
  const key = randomUUID();
  for (const time of ['first', 'again']) {
    const { status, body } = await bulk(clerk, { action: 'approve', tasks }, key);
    expect([time, status, body]).toEqual([time, 200, { dryRun: false, items: expected }]);
  }
  expect(await stateOf(plain.id)).toBe('completed');
  const commands = await api.query(`SELECT 1 FROM command WHERE kind = 'CompleteUserTask'`);
  expect(commands).toHaveLength(1);
  const done = await clerk.get('/api/user-tasks?view=done');
  expect(done.body.items.map(({ id }: { id: string }) => id)).toEqual([plain.id]);
});

it('says in the list what can be agreed together, and why not', async () => {
  const { id } = await started(KEY);
  const other = await started('filled-in');
  const { body } = await clerk.get('/api/user-tasks?limit=200');
  const bulkOf = (taskId: string) => body.items.find((item: { id: string }) => item.id === taskId).bulk;
  expect(bulkOf(id)).toEqual({ allowed: true, reason: null });
  expect(bulkOf(other.id)).toEqual({ allowed: false, reason: expect.stringMatching(/还有要填的内容/) });
});

it('claims and gives back many, and holds none up for one that cannot', async () => {
  const tasks = [await started(KEY), await started(KEY)];
  const stale = { id: tasks[1]!.id, rowVersion: 7 };
  const tried = await bulk(clerk, { action: 'claim', tasks, dryRun: true });
  expect(tried.body.items.map(({ result }: { result: string }) => result)).toEqual(['ok', 'ok']);
  const claimed = await bulk(clerk, { action: 'claim', tasks: [tasks[0]!, stale] });
  expect(claimed.body.items).toMatchObject([
    { result: 'ok' },
    { result: 'refused', reason: expect.stringMatching(/已/) },
  ]);
  const director = await api.signedIn('director');
  expect((await bulk(director, { action: 'claim', tasks: [tasks[1]!] })).body.items).toMatchObject([
    { result: 'refused' },
  ]);
  const back = await bulk(clerk, { action: 'release', tasks: [{ ...tasks[0]!, rowVersion: 2 }, tasks[1]!] });
  expect(back.body.items.map(({ result }: { result: string }) => result)).toEqual(['ok', 'refused']);
});

it('hands many over, and holds none up for one that cannot', async () => {
  const tasks = [await started(KEY), await started(KEY), { id: randomUUID(), rowVersion: 1 }];
  const stale = { ...tasks[1]!, rowVersion: 7 };
  const order = { action: 'hand-over', personId: people.secondClerk.id, reason: '外出学习' };
  const tried = await bulk(clerk, { ...order, tasks, dryRun: true });
  expect(tried.body.items.map(({ result }: { result: string }) => result)).toEqual(['ok', 'ok', 'refused']);
  const handed = await bulk(clerk, { ...order, tasks: [tasks[0]!, stale, tasks[2]!] });
  expect(handed.body.items).toMatchObject([
    { result: 'ok' },
    { result: 'refused', reason: expect.stringMatching(/已/) },
    { result: 'refused', reason: expect.stringMatching(/没有找到/) },
  ]);
  const kept = await api.query(
    'SELECT id, assignee_id FROM user_task WHERE id = ANY ($1) ORDER BY created_at, id',
    [tasks.map(({ id }) => id)],
  );
  expect(kept).toContainEqual({ id: tasks[0]!.id, assignee_id: people.secondClerk.id });
  expect(kept).toContainEqual({ id: tasks[1]!.id, assignee_id: null });
  const unfit = await bulk(clerk, { ...order, personId: people.director.id, tasks: [tasks[1]!] });
  expect(unfit.body.items).toMatchObject([
    { result: 'refused', reason: expect.stringMatching(/没有本步骤要求的职务/) },
  ]);
});

it.each([
  { action: 'hand-over', tasks: [{ id: randomUUID(), rowVersion: 1 }] },
  { action: 'hand-over', tasks: [{ id: randomUUID(), rowVersion: 1 }], personId: people.secondClerk.id },
  { action: 'hand-over', tasks: [{ id: randomUUID(), rowVersion: 1 }], personId: 'x', reason: '外出' },
  { action: 'claim', tasks: [{ id: randomUUID(), rowVersion: 1 }], personId: null },
  {
    action: 'hand-over',
    tasks: [{ id: randomUUID(), rowVersion: 1 }],
    personId: people.secondClerk.id,
    reason: ' ',
  },
  { action: 'approve', tasks: [] },
  { action: 'burn', tasks: [{ id: randomUUID(), rowVersion: 1 }] },
  { action: 'claim', tasks: [{ id: 'x', rowVersion: 1 }] },
  { action: 'claim', tasks: [{ id: randomUUID() }] },
  { action: 'claim', tasks: [null] },
])('refuses %j', async (body) => expect((await bulk(clerk, body)).status).toBe(422));

it('tells another village as little as one that is not there', async () => {
  const task = await started(KEY);
  const stranger = await api.signedIn('otherClerk');
  const answers = await bulk(stranger, {
    action: 'claim',
    tasks: [task, { id: randomUUID(), rowVersion: 1 }],
  });
  const [hidden, unknown] = answers.body.items;
  expect({ ...hidden, id: '' }).toEqual({ ...unknown, id: '' });
});
