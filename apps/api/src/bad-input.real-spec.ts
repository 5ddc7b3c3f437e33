import { ApiUnderTest } from './testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from './testing/village-fixture.js';
import { badAddresses } from './testing/bad-addresses.js';
import { badDecisions } from './testing/bad-decisions.js';
import { badMessages } from './testing/bad-messages.js';
import { badOperations } from './testing/bad-operations.js';
import { badProcesses } from './testing/bad-processes.js';
import { badStarts } from './testing/bad-starts.js';
import { badWishes } from './testing/bad-wishes.js';
import type { BadRequest } from './testing/bad-request.js';
import type { Answer, Visitor } from './testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let task: string;
let theCase: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('bad_input');
  everybody = await api.everybody();
  const started = await everybody.clerk.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title: '硬化道路',
  });
  theCase = started.body.case.id;
  task = (await everybody.clerk.get(`/api/cases/${theCase}`)).body.tasks[0].id;
});

afterAll(() => api.stop());

const rows = [
  ...badStarts,
  ...badAddresses,
  ...badProcesses,
  ...badDecisions,
  ...badMessages,
  ...badOperations,
  ...badWishes,
];

function visitorOf(as: BadRequest['as']): Visitor {
  if (as !== 'nobody' && as !== 'expired' && as !== 'forged') return everybody[as ?? 'clerk'];
  const visitor = api.visitor();
  visitor.csrfToken = everybody.clerk.csrfToken;
  if (as === 'forged') visitor.cookie = `wuqing_session=${'A'.repeat(43)}`;
  if (as === 'expired') visitor.cookie = everybody.substitute.cookie;
  return visitor;
}

async function sendBad({
  method = 'POST',
  to,
  as,
  key = 'bad-input',
  headers,
  ...sent
}: BadRequest): Promise<Answer> {
  const path = to.replace('<task>', task).replace('<case>', theCase);
  return visitorOf(as).send(method, path, {
    ...sent,
    headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
  });
}

it('has a table that is worth its name', () => expect(rows.length).toBeGreaterThanOrEqual(25));

it.each(rows)('$is → $answer', async (bad) => {
  await api.query(
    `UPDATE session SET ended_at = now() WHERE account_id = (SELECT id FROM account WHERE login = 'substitute')`,
  );
  const before = await api.rowCounts();
  const { status, type, body } = await sendBad(bad);
  expect([status, type]).toEqual([bad.answer, 'application/problem+json']);
  expect(body).toMatchObject({
    type: expect.stringMatching(/^urn:wuqing:problem:/),
    title: expect.any(String),
    status,
    detail: expect.stringMatching(/\p{Script=Han}/u),
  });
  if (bad.field !== undefined) expect(body.errors[0].path).toBe(bad.field);
  expect(await api.rowCounts()).toEqual(before);
});
