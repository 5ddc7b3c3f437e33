import { ApiUnderTest } from './testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from './testing/village-fixture.js';
import type { Answer, Sent, Visitor } from './testing/visitor.js';

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
const MEGABYTES_20 = 20 * 1024 * 1024;

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let task: string;
let theCase: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('bad_input');
  everybody = await api.everybody();
  const started = await everybody.clerk.post('/api/cases', { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' });
  theCase = started.body.case.id;
  task = (await everybody.clerk.get(`/api/cases/${theCase}`)).body.tasks[0].id;
});

afterAll(() => api.stop());

interface Bad extends Sent {
  readonly is: string;
  readonly method?: string;
  readonly to: string;
  readonly as?: Login | 'nobody' | 'expired' | 'forged';
  readonly key?: string | null;
  readonly answer: number;
  /** Path of the first field that is named. */
  readonly field?: string;
}

const CASES = '/api/cases';
const START = { processKey: PROCESS_KEY, unitId: units.village, title: 'x' };
const COMPLETE = '/api/user-tasks/<task>/completion';
const GOOD = { rowVersion: 1, submission: { title: 'x' } };
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const rows: Bad[] = [
  { is: 'no body', to: CASES, answer: 422, field: '/processKey' },
  { is: 'an empty object', to: CASES, body: {}, answer: 422, field: '/processKey' },
  { is: 'a list as body', to: CASES, body: [START], answer: 400 },
  { is: 'a text as body', to: CASES, raw: '"x"', answer: 400 },
  { is: 'half a JSON', to: CASES, raw: '{"processKey":', answer: 400 },
  { is: 'XML', to: CASES, raw: '<a/>', answer: 400 },
  { is: 'a form instead of JSON', to: CASES, raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, answer: 422 },
  { is: 'an unknown character set', to: CASES, raw: '{}', headers: { 'content-type': 'application/json; charset=klingon' }, answer: 415 },
  { is: 'a broken compression', to: CASES, raw: '{}', headers: { 'content-encoding': 'gzip' }, answer: 400 },
  { is: 'a number for a text', to: CASES, body: { ...START, title: 7 }, answer: 422, field: '/title' },
  { is: 'an empty title', to: CASES, body: { ...START, title: '' }, answer: 422, field: '/title' },
  { is: 'a title of blanks', to: CASES, body: { ...START, title: '   ' }, answer: 422, field: '/title' },
  { is: 'a title of 101 letters', to: CASES, body: { ...START, title: '长'.repeat(101) }, answer: 422, field: '/title' },
  { is: 'an unknown field', to: CASES, body: { ...START, amount: 1 }, answer: 422, field: '/amount' },
  { is: 'a field named __proto__', to: CASES, raw: '{"processKey":"two-user-tasks","__proto__":{"admin":true}}', answer: 422 },
  { is: 'no UUID for a unit', to: CASES, body: { ...START, unitId: 'v01' }, answer: 422, field: '/unitId' },
  { is: 'an unknown unit', to: CASES, body: { ...START, unitId: UNKNOWN }, answer: 422, field: '/unitId' },
  { is: 'an unknown process', to: CASES, body: { ...START, processKey: 'no-such-process' }, answer: 422, field: '/processKey' },
  { is: 'a process key with a quote', to: CASES, body: { ...START, processKey: "x'; DROP TABLE unit" }, answer: 422, field: '/processKey' },
  { is: 'a foreign village', to: CASES, body: { ...START, unitId: units.otherVillage }, answer: 403 },
  { is: 'a start moment outside the demo', to: CASES, body: { ...START, startAt: '2026-01-01T00:00:00Z' }, answer: 422, field: '/startAt' },
  { is: 'a NUL in a text', to: CASES, body: { ...START, title: 'a\0b' }, answer: 422, field: '/title' },
  { is: 'half a surrogate pair', to: CASES, raw: '{"processKey":"two-user-tasks","title":"\\ud800"}', answer: 422, field: '/title' },
  { is: 'no idempotency key', to: CASES, body: START, key: null, answer: 400 },
  { is: 'a key of 201 characters', to: CASES, body: START, key: 'k'.repeat(201), answer: 422 },
  { is: 'a body of 20 MB', to: CASES, raw: `{"title":"${'x'.repeat(MEGABYTES_20)}"}`, answer: 413 },
  { is: 'a body of 20 MB that is no JSON', to: COMPLETE, raw: 'x'.repeat(MEGABYTES_20), answer: 413 },
  { is: 'an expired session', to: CASES, body: START, as: 'expired', answer: 401 },
  { is: 'a forged session', to: CASES, body: START, as: 'forged', answer: 401 },
  { is: 'no session', to: CASES, body: START, as: 'nobody', answer: 401 },
  { is: 'an unknown task', to: `/api/user-tasks/${UNKNOWN}/completion`, body: GOOD, answer: 404 },
  { is: 'a task id that is none', to: '/api/user-tasks/1%20OR%201=1/completion', body: GOOD, answer: 404 },
  { is: 'a NUL in the address', to: '/api/user-tasks/%00/completion', body: GOOD, answer: 422 },
  { is: 'an address that cannot be decoded', to: '/api/user-tasks/%E0%A4%A/completion', body: GOOD, answer: 400 },
  { is: "another village's task", to: COMPLETE, body: GOOD, as: 'otherClerk', answer: 404 },
  { is: 'no row version', to: COMPLETE, body: { submission: { title: 'x' } }, answer: 422, field: '/rowVersion' },
  { is: 'a row version in words', to: COMPLETE, body: { ...GOOD, rowVersion: 'one' }, answer: 422, field: '/rowVersion' },
  { is: 'a row version beyond an integer', to: COMPLETE, body: { ...GOOD, rowVersion: 1e300 }, answer: 422, field: '/rowVersion' },
  { is: 'an old row version', to: COMPLETE, body: { ...GOOD, rowVersion: 7 }, answer: 409 },
  { is: 'no submission', to: COMPLETE, body: { rowVersion: 1 }, answer: 422, field: '/submission' },
  { is: 'a list as submission', to: COMPLETE, body: { rowVersion: 1, submission: [] }, answer: 422 },
  { is: 'a required field missing', to: COMPLETE, body: { rowVersion: 1, submission: {} }, answer: 422, field: '/title' },
  { is: 'a field of the wrong type', to: COMPLETE, body: { rowVersion: 1, submission: { title: true } }, answer: 422, field: '/title' },
  { is: 'a field too long', to: COMPLETE, body: { rowVersion: 1, submission: { title: 'x'.repeat(101) } }, answer: 422, field: '/title' },
  { is: 'a day that does not exist', to: COMPLETE, body: { rowVersion: 1, submission: { title: 'x', happenedOn: '2026-02-30' } }, answer: 422, field: '/happenedOn' },
  { is: 'a field the form does not have', to: COMPLETE, body: { rowVersion: 1, submission: { title: 'x', passed: true } }, answer: 422 },
  { is: 'a NUL deep in a form', to: COMPLETE, body: { rowVersion: 1, submission: { title: 'x', note: '\0' } }, answer: 422, field: '/submission/note' },
  { is: 'a number beyond all numbers', to: COMPLETE, raw: '{"rowVersion":1,"submission":{"title":"x","note":1e999}}', answer: 422 },
  { is: 'nesting without end', to: COMPLETE, raw: `{"rowVersion":1,"submission":${nested(20_000)}}`, answer: 422 },
  { is: 'a claim without version', to: '/api/user-tasks/<task>/claim', body: {}, answer: 422, field: '/rowVersion' },
  { is: 'a claim of an old version', to: '/api/user-tasks/<task>/claim', body: { rowVersion: 9 }, answer: 409 },
  { is: 'a release of what nobody claimed', to: '/api/user-tasks/<task>/release', body: { rowVersion: 1 }, answer: 403 },
  { is: 'a message that nothing waits for', to: '/api/cases/<case>/messages', body: { name: 'objection' }, answer: 409 },
  { is: 'variables that are none', to: '/api/cases/<case>/messages', body: { name: 'objection', variables: 'x' }, answer: 422, field: '/variables' },
  { is: 'a return to an unknown step', to: '/api/cases/<case>/return', body: { target: 'nowhere', reason: 'x' }, as: 'townHead', answer: 422, field: '/target' },
  { is: 'a return without reason', to: '/api/cases/<case>/return', body: { target: 'register' }, as: 'townHead', answer: 422, field: '/reason' },
  { is: 'a cancellation with a blank reason', to: '/api/cases/<case>/cancellation', body: { reason: '  ' }, as: 'secretary', answer: 422, field: '/reason' },
  { is: 'an unknown alert', to: `/api/alerts/${UNKNOWN}/acknowledgement`, body: {}, answer: 404 },
  { is: 'an unknown case', method: 'GET', to: `/api/cases/${UNKNOWN}`, answer: 404 },
  { is: 'an unknown command', method: 'GET', to: `/api/commands/${UNKNOWN}`, answer: 404 },
  { is: 'an unknown process to read', method: 'GET', to: '/api/processes/nope', answer: 404 },
  { is: 'an unknown notice', method: 'GET', to: `/api/public/notices/${UNKNOWN}`, as: 'nobody', answer: 404 },
  { is: 'an unknown village', method: 'GET', to: '/villages/nowhere', as: 'nobody', answer: 404 },
  { is: 'page zero', method: 'GET', to: '/api/public/notices?page=0', as: 'nobody', answer: 422, field: '/page' },
  { is: 'a page of a million rows', method: 'GET', to: '/api/cases?limit=1000000', answer: 422, field: '/limit' },
  { is: 'a cursor of somebody else', method: 'GET', to: '/api/cases?after=bm9uc2Vuc2U', answer: 422, field: '/after' },
  { is: 'an unknown status', method: 'GET', to: '/api/cases?status=asleep', answer: 422, field: '/status' },
  { is: 'a filter twice', method: 'GET', to: '/api/cases?q=a&q=b', answer: 422, field: '/q' },
  { is: 'an unknown filter', method: 'GET', to: '/api/cases?order=asc', answer: 422, field: '/order' },
  { is: 'an unknown route', method: 'GET', to: '/api/nothing', answer: 404 },
  { is: 'a method no route has', method: 'PATCH', to: CASES, body: {}, answer: 404 },
  { is: 'a wrong password', to: '/api/session', body: { login: 'clerk', password: 'wrong' }, as: 'nobody', answer: 401 },
  { is: 'an object as login', to: '/api/session', body: { login: {}, password: 'x' }, as: 'nobody', answer: 422, field: '/login' },
  { is: 'a password of 10,000 letters', to: '/api/session', body: { login: 'clerk', password: 'x'.repeat(10_000) }, as: 'nobody', answer: 422, field: '/password' },
  { is: 'a new password that is too short', method: 'PUT', to: '/api/session/password', body: { current: 'correct horse 42', next: 'short' }, answer: 422, field: '/next' },
  { is: 'the old password wrong', method: 'PUT', to: '/api/session/password', body: { current: 'nonsense', next: 'long enough 1' }, answer: 422, field: '/current' },
];

function visitorOf(as: Bad['as']): Visitor {
  if (as !== 'nobody' && as !== 'expired' && as !== 'forged') return everybody[as ?? 'clerk'];
  const visitor = api.visitor();
  visitor.csrfToken = everybody.clerk.csrfToken;
  if (as === 'forged') visitor.cookie = `wuqing_session=${'A'.repeat(43)}`;
  if (as === 'expired') visitor.cookie = everybody.substitute.cookie;
  return visitor;
}

async function sendBad({ method = 'POST', to, as, key = 'bad-input', headers, ...sent }: Bad): Promise<Answer> {
  const path = to.replace('<task>', task).replace('<case>', theCase);
  return visitorOf(as).send(method, path, { ...sent, headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers } });
}

it('has a table that is worth its name', () => expect(rows.length).toBeGreaterThanOrEqual(25));

it.each(rows)('$is → $answer', async (bad) => {
  await api.query(`UPDATE session SET ended_at = now() WHERE account_id = (SELECT id FROM account WHERE login = 'substitute')`);
  const before = await api.rowCounts();
  const { status, type, body } = await sendBad(bad);
  expect([status, type]).toEqual([bad.answer, 'application/problem+json']);
  expect(body).toMatchObject({ type: expect.stringMatching(/^urn:wuqing:problem:/), title: expect.any(String), status, detail: expect.stringMatching(/\p{Script=Han}/u) });
  if (bad.field !== undefined) expect(body.errors[0].path).toBe(bad.field);
  expect(await api.rowCounts()).toEqual(before);
});
