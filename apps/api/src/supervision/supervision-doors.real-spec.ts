import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('supervision_doors');
  everybody = await api.everybody();
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  taskId = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks[0].id;
});

afterAll(() => api.stop());

const URGE = { items: [{ clockId: UNKNOWN, text: 'x' }], to: ['holder'] };

// method, address, body, right person, wrong role in the same village, its answer, other village's answer
const rows: [string, string, unknown, Login | null, Login, number, number][] = [
  ['GET', '/api/supervision/figures', undefined, 'townHead', 'secretary', 403, 403],
  ['GET', '/api/supervision/watched-cases?color=red', undefined, 'branchSecretary', 'clerk', 403, 403],
  ['GET', '/api/supervision/ended-cases', undefined, 'inspector', 'officeClerk', 403, 403],
  ['GET', '/api/exports/watched-cases?color=red', undefined, 'branchSecretary', 'clerk', 403, 403],
  ['GET', '/api/exports/ended-cases', undefined, 'inspector', 'officeClerk', 403, 403],
  ['GET', `/api/supervision/units/${units.village}`, undefined, 'branchSecretary', 'clerk', 403, 403],
  ['GET', `/api/supervision/units/${units.village}`, undefined, 'inspector', 'secretary', 403, 403],
  ['GET', `/api/supervision/units/${UNKNOWN}`, undefined, null, 'inspector', 404, 403],
  ['POST', '/api/supervision/urge-drafts', { clockIds: [UNKNOWN] }, 'inspector', 'secretary', 403, 403],
  ['POST', '/api/supervision/urges', URGE, 'branchSecretary', 'officeClerk', 403, 403],
  ['GET', '/api/cases/<case>/urges', undefined, 'clerk', 'representative', 404, 404],
  ['POST', '/api/user-tasks/<task>/urge-reading', {}, 'clerk', 'representative', 404, 404],
  ['POST', '/api/supervision/order-drafts', { caseId: '<case>' }, 'inspector', 'townHead', 403, 404],
  ['POST', '/api/supervision/orders', { caseId: '<case>', title: 'x' }, null, 'branchSecretary', 403, 404],
  ['POST', '/api/supervision/orders', { caseId: UNKNOWN, title: 'x' }, null, 'inspector', 404, 404],
  ['GET', `/api/supervision/orders/${UNKNOWN}`, undefined, null, 'clerk', 404, 404],
];

it.each(rows)('%s %s', async (method, address, body, right, wrong, wrongStatus, otherStatus) => {
  const filled = (text: string): string => text.replace('<case>', caseId).replace('<task>', taskId);
  const statusOf = async (who: Login): Promise<number> =>
    method === 'GET'
      ? (await everybody[who].get(filled(address))).status
      : (await everybody[who].post(filled(address), JSON.parse(filled(JSON.stringify(body))))).status;
  expect([await statusOf(wrong), await statusOf('otherClerk')]).toEqual([wrongStatus, otherStatus]);
  if (right !== null) expect(await statusOf(right)).toBe(200);
});

it('says that the process of orders is not published, and takes no number for it', async () => {
  const body = { caseId, title: '硬化道路逾期' };
  const { status, body: problem } = await everybody.inspector.post('/api/supervision/orders', body);
  expect([status, problem.detail]).toEqual([409, '督办单流程尚未发布，请联系系统管理员。']);
  expect(await api.query('SELECT 1 FROM number_series')).toEqual([]);
});
