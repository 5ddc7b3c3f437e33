import { ApiUnderTest } from '../testing/api-under-test.js';
import { goOn, makePublishing, publicField, publish, withPhoto } from '../testing/published-cases.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';
import { keysOf } from './review-lines.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let inTime: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('board_look');
  await makePublishing(api);
  await publicField(api, 'photos');
  everybody = await api.everybody();
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '按期公开' };
  const caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id as string;
  await goOn(api, caseId);
  inTime = await publish(api, caseId, '2026-08-21T02:00:00Z', '一致');
});

afterAll(() => api.stop());

const reviewOf = (id: string) => `/api/inspection/notices/${id}/reviews`;

describe('the look at a board', () => {
  const looked = async (id: string, who: Login = 'inspector') =>
    (await everybody[who].get(`/api/inspection/notices/${id}?look=onsite`)).body;
  const boardLines = (failing: readonly string[] = []) =>
    keysOf('onsite').map((key) => ({ key, result: failing.includes(key) ? 'fail' : 'pass' }));
  const pageLines = () => keysOf('online').map((key) => ({ key, result: 'pass' }));
  const duties = async (filter: string) =>
    (await everybody.inspector.get(`/api/inspection/duties?${filter}`)).body.items.map(
      ({ noticeId }: { noticeId: string }) => noticeId,
    );

  it('has lines of its own, and says that there is no photo', async () => {
    const body = await looked(inTime);
    expect(body.lines.map(({ key }: { key: string }) => key)).toEqual(keysOf('onsite'));
    expect(body).toMatchObject({ look: 'onsite', photos: [], reviews: [] });
    expect(body.lines[0]).toMatchObject({ systemVerdict: 'fail', systemFinding: '没有照片', result: null });
  });

  it('lists what has photos that anybody may see, and nothing else', async () => {
    expect(await duties('look=onsite&reviewed=false')).toEqual([]);
    await withPhoto(api, inTime, '2026-08-22T09:36:00+08:00');
    expect(await duties('look=onsite&reviewed=false')).toEqual([inTime]);
  });

  it('shows a photo with its hash, and when it was taken to whom may know it', async () => {
    expect((await looked(inTime)).photos).toMatchObject([
      { name: '张贴照片.jpg', sha256: 'ab'.repeat(32), takenAt: '2026-08-22T09:36:00+08:00' },
    ]);
    expect((await looked(inTime, 'officeClerk')).photos).toMatchObject([{ takenAt: null }]);
  });

  it('is kept apart from the review of the page, and what failed is to be mended', async () => {
    const body = { look: 'onsite', lines: boardLines(['readable']), note: '字看不清。' };
    const { status, body: kept } = await everybody.inspector.post(reviewOf(inTime), body);
    expect([status, kept.look, kept.reviews.length]).toEqual([200, 'onsite', 1]);
    expect(
      (await everybody.inspector.get(`/api/inspection/notices/${inTime}`)).body.reviews,
    ).not.toContainEqual(expect.objectContaining({ note: '字看不清。' }));
    expect(await duties('look=onsite&reviewed=false')).toEqual([]);
    expect(await duties('failed=true')).toEqual([inTime]);
    api.now += 1_000;
    await everybody.inspector.post(reviewOf(inTime), { look: 'onsite', lines: boardLines() });
    expect(await duties('failed=true')).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['lines of the page', { look: 'onsite', lines: pageLines() }, '请给出全部 5 项的结论，每项一次。'],
    ['lines of the board for the page', { lines: boardLines() }, '请给出全部 10 项的结论，每项一次。'],
    ['another look', { look: 'x', lines: boardLines() }, '看法应为 online（线上审）或 onsite（线下看）。'],
  ])('refuses %s', async (_, body, message) => {
    const { status, body: problem } = await everybody.inspector.post(reviewOf(inTime), body);
    expect([status, problem.errors[0].message]).toEqual([422, message]);
  });
});

it.each<[Login, number]>([
  ['inspector', 200],
  ['officeClerk', 200],
  ['clerk', 404],
  ['representative', 404],
  ['otherClerk', 404],
])('is open to %s: %i', async (who, status) =>
  expect((await everybody[who].get(`/api/inspection/notices/${inTime}?look=onsite`)).status).toBe(status),
);
