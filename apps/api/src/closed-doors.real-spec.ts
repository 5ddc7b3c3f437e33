import { libraryProcesses } from '@wuqing/process-library';
import { allRoutes } from './testing/all-routes.js';
import { ApiUnderTest } from './testing/api-under-test.js';
import { decisionFile } from './testing/bad-decisions.js';
import { UNKNOWN } from './testing/bad-request.js';
import { keepLedger, newSeat, seatsFile, writeRow } from './testing/kept-ledgers.js';
import { PROCESS_KEY, people, units, type Login } from './testing/village-fixture.js';
import type { Visitor } from './testing/visitor.js';

const START = { processKey: PROCESS_KEY, unitId: units.village, title: 'x' };
const ENTRY = { act: 'enter', ground: 'recused', personId: people.secondClerk.id, reason: 'x' };
const DONE = { rowVersion: 1, submission: { title: 'x' } };
const TWO_STEPS = libraryProcesses()[0]!.xml;
const ROW = '00000009-0000-4000-8000-000000000001';
const ONE_DECISION = decisionFile('<literalExpression><text>"村级"</text></literalExpression>');

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;
let taskId: string;
let alertId: string;
let commandId: string;
let noticeId: string;
let editId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('closed_doors');
  everybody = await api.everybody();
  const started = await everybody.clerk.post('/api/cases', { ...START, title: '硬化道路' });
  caseId = started.body.case.id;
  commandId = started.body.command.split('/').at(-1);
  taskId = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks[0].id;
  const alerts = await api.query<{ id: string }>(
    `INSERT INTO alert (case_id, unit_id, clock_id, kind, rung, recipient_position, recipient_unit_id, at)
     SELECT case_id, unit_id, id, 'due', 0, 'village-party-secretary', unit_id, now() FROM service_level_clock WHERE case_id = $1 RETURNING id`,
    [caseId],
  );
  alertId = alerts[0]!.id;
  await api.query(
    `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
     VALUES ($1, 'check#9', $2, 'check', 'condition', 'Expected true or false', now())`,
    [caseId, units.village],
  );
  const notices = await api.query<{ id: string }>(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, title, fields, from_on, to_on, published_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'resolution', '决议 <b>公开</b>', '{"title":"硬化道路","note":"不公开的说明"}', '2026-08-24', '2026-09-08', now()) RETURNING id`,
    [caseId, units.village, taskId],
  );
  noticeId = notices[0]!.id;
  const kind = await keepLedger(api, seatsFile('seats'));
  await writeRow(api, kind, { rowId: ROW, ...newSeat('1') }, { at: '2026-02-01T01:00:00.000Z' });
  editId = (await everybody.clerk.post('/api/ledgers/seats/edits', newSeat('3'))).body.id;
});

afterAll(() => api.stop());

describe('every route', () => {
  it('says who may call it', () => {
    const routes = allRoutes();
    expect(routes.length).toBeGreaterThanOrEqual(30);
    expect(routes.filter(({ mark }) => mark === undefined)).toEqual([]);
  });

  it('answers 401 to whoever is not signed in, unless it is public', async () => {
    const visitor = api.visitor();
    const guarded = allRoutes().filter(({ mark }) => mark?.kind !== 'public');
    const answers = await Promise.all(
      guarded.map(async ({ method, path }) => {
        const { status, type } = await visitor.send(
          method,
          path.replace(':id', caseId).replace(':key', PROCESS_KEY),
          ['GET', 'HEAD'].includes(method) ? {} : { body: {} },
        );
        return [method, path, status, type];
      }),
    );
    expect(
      answers.filter(([, , status, type]) => status !== 401 || type !== 'application/problem+json'),
    ).toEqual([]);
  });

  it('refuses every unsafe request without the token of its session', async () => {
    const unsafe = allRoutes().filter(
      ({ method, mark }) => !['GET', 'HEAD'].includes(method) && mark?.kind !== 'public',
    );
    const stolen = api.visitor();
    stolen.cookie = everybody.clerk.cookie;
    for (const { method, path } of unsafe) {
      const { status, body } = await stolen.send(method, path.replace(':id', taskId), { body: {} });
      expect([path, status, body.type]).toEqual([path, 403, 'urn:wuqing:problem:csrf']);
    }
  });
});

/** What each route answers to the right person, to the wrong role in the same village, and to another village. */
describe('wrong role and wrong village', () => {
  const path = (text: string): string =>
    text
      .replace('<case>', caseId)
      .replace('<task>', taskId)
      .replace('<alert>', alertId)
      .replace('<command>', commandId)
      .replace('<edit>', editId)
      .replace('<aside>', UNKNOWN);
  const statusOf = async (who: Login, method: string, address: string, body?: unknown): Promise<number> =>
    (method === 'GET'
      ? await everybody[who].get(path(address))
      : await everybody[who].post(path(address), body)
    ).status;

  // method, address, body, right person, wrong role, its answer, other village's answer
  const rows: [string, string, unknown, Login | null, Login, number, number][] = [
    ['GET', '/api/processes', undefined, 'clerk', 'representative', 403, 200],
    ['GET', '/api/powers', undefined, 'clerk', 'representative', 403, 200],
    ['POST', '/api/processes/checks', { xml: TWO_STEPS }, 'clerk', 'representative', 403, 200],
    ['POST', '/api/decisions/checks', { xml: ONE_DECISION }, 'clerk', 'representative', 403, 200],
    ['GET', `/api/processes/${PROCESS_KEY}`, undefined, 'clerk', 'representative', 403, 200],
    ['GET', '/api/ledgers', undefined, 'clerk', 'representative', 403, 200],
    ['GET', '/api/ledgers/seats/rows', undefined, 'clerk', 'representative', 200, 200],
    ['GET', '/api/ledgers/seats/export', undefined, 'clerk', 'representative', 200, 200],
    ['GET', '/api/ledgers/seats/looks', undefined, 'director', 'clerk', 404, 404],
    ['GET', '/api/ledgers/seats/edits', undefined, 'director', 'secretary', 404, 200],
    ['POST', '/api/ledgers/seats/edits', newSeat('2'), 'clerk', 'secretary', 403, 404],
    ['POST', '/api/ledger-edits/<edit>/decision', { outcome: 'confirmed' }, 'director', 'clerk', 403, 404],
    ['GET', `/api/ledger-rows/${ROW}`, undefined, 'officeClerk', 'representative', 404, 404],
    ['POST', '/api/cases', START, null, 'director', 403, 403],
    ['POST', '/api/cases', START, null, 'representative', 403, 403],
    ['GET', '/api/cases/<case>', undefined, 'branchSecretary', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/timeline', undefined, 'townHead', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/diagram', undefined, 'officeClerk', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/overview', undefined, 'officeClerk', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/papers', undefined, 'officeClerk', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/objections', undefined, 'director', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/audit', undefined, 'inspector', 'director', 403, 404],
    ['GET', '/api/cases/<case>/circle', undefined, 'inspector', 'director', 403, 404],
    ['POST', '/api/cases/<case>/circle/entries', ENTRY, null, 'director', 403, 404],
    ['GET', '/api/cases/<case>/files', undefined, 'branchSecretary', 'representative', 404, 404],
    ['GET', '/api/cases/<case>/comments', undefined, 'branchSecretary', 'representative', 404, 404],
    ['POST', '/api/cases/<case>/comments', { text: 'x' }, null, 'representative', 404, 404],
    ['POST', '/api/cases/<case>/copy-receivers', {}, 'director', 'representative', 404, 404],
    ['GET', '/api/user-tasks/<task>/files', undefined, 'secondClerk', 'secretary', 404, 404],
    ['GET', '/api/cases/<case>/operation-choices', undefined, 'townHead', 'branchSecretary', 403, 404],
    ['GET', '/api/user-tasks/<task>', undefined, 'secondClerk', 'representative', 404, 404],
    ['POST', '/api/user-tasks/<task>/claim', { rowVersion: 1 }, null, 'director', 403, 404],
    ['POST', '/api/user-tasks/<task>/release', { rowVersion: 1 }, null, 'director', 403, 404],
    [
      'POST',
      '/api/user-tasks/<task>/hand-over',
      { rowVersion: 1, personId: people.secondClerk.id, reason: '外出' },
      null,
      'director',
      403,
      404,
    ],
    ['POST', '/api/user-tasks/<task>/choices', { field: 'signer' }, null, 'director', 403, 404],
    ['POST', '/api/user-tasks/<task>/preview', { submission: {} }, null, 'director', 403, 404],
    ['POST', '/api/user-tasks/<task>/completion', DONE, null, 'director', 403, 404],
    ['POST', '/api/cases/<case>/messages', { name: 'objection' }, null, 'branchSecretary', 403, 404],
    [
      'POST',
      '/api/messages',
      { name: 'objection', unitId: units.village },
      null,
      'branchSecretary',
      403,
      403,
    ],
    ['POST', '/api/signals', { name: 'alarm', unitId: units.village }, null, 'clerk', 403, 403],
    ['POST', '/api/cases/<case>/return', { target: 'register', reason: 'x' }, null, 'clerk', 403, 404],
    ['POST', '/api/cases/<case>/reopening', { target: 'register', reason: 'x' }, null, 'clerk', 403, 404],
    ['POST', '/api/cases/<case>/cancellation', { reason: 'x' }, null, 'clerk', 403, 404],
    ['POST', '/api/cases/<case>/suspension', { reason: 'x' }, null, 'secretary', 403, 404],
    ['POST', '/api/cases/<case>/resumption', { reason: 'x' }, null, 'clerk', 403, 404],
    [
      'POST',
      '/api/cases/<case>/incident-resolution',
      { incident: 'a#1', reason: 'x' },
      null,
      'secretary',
      403,
      404,
    ],
    ['POST', '/api/cases/<case>/skip', { element: 'a#1', reason: 'x' }, null, 'secretary', 403, 404],
    [
      'POST',
      '/api/cases/<case>/modification',
      { activate: [], terminate: ['a#1'], reason: 'x' },
      null,
      'officeClerk',
      403,
      404,
    ],
    [
      'POST',
      '/api/cases/<case>/member-addition',
      { multiInstance: 'a#1', reason: 'x' },
      null,
      'clerk',
      403,
      404,
    ],
    [
      'POST',
      '/api/cases/<case>/member-removal',
      { multiInstance: 'a#1', member: 1, reason: 'x' },
      null,
      'clerk',
      403,
      404,
    ],
    [
      'POST',
      '/api/cases/<case>/step-activation',
      { adHocSubProcess: 'a#1', elements: ['b'] },
      null,
      'branchSecretary',
      403,
      404,
    ],
    [
      'POST',
      '/api/cases/<case>/restart',
      { startAt: ['register'], reason: 'x' },
      null,
      'secretary',
      403,
      404,
    ],
    ['GET', '/api/migrations/versions', undefined, 'administrator', 'townHead', 403, 403],
    ['POST', '/api/cases/<case>/migration-plan', {}, null, 'townHead', 403, 404],
    ['POST', '/api/cases/<case>/migration', { timers: 'keep', reason: 'x' }, null, 'secretary', 403, 404],
    ['GET', '/api/notification-channels', undefined, 'administrator', 'townHead', 403, 403],
    ['POST', '/api/notifications/<aside>/read-mark', {}, null, 'clerk', 404, 404],
    ['GET', '/api/set-asides', undefined, 'administrator', 'townHead', 403, 403],
    ['POST', '/api/set-asides/<aside>/retry', { reason: 'x' }, null, 'townHead', 403, 403],
    ['GET', '/api/workflow-checks', undefined, 'administrator', 'townHead', 403, 403],
    ['POST', '/api/workflow-checks', { reason: 'x' }, null, 'townHead', 403, 403],
    ['POST', '/api/cases/<case>/workflow-check', { reason: 'x' }, null, 'secretary', 403, 404],
    ['POST', '/api/alerts/<alert>/acknowledgement', {}, 'secretary', 'clerk', 404, 404],
    ['GET', '/api/commands/<command>', undefined, 'clerk', 'secondClerk', 404, 404],
  ];

  it.each(rows)('%s %s', async (method, address, body, right, wrong, wrongStatus, otherStatus) => {
    expect(await statusOf(wrong, method, address, body)).toBe(wrongStatus);
    expect(await statusOf('otherClerk', method, address, body)).toBe(otherStatus);
    if (right !== null) expect(await statusOf(right, method, address, body)).toBe(200);
  });

  const lists: [string, Login, number, Login, number][] = [
    ['/api/cases', 'branchSecretary', 1, 'otherClerk', 0],
    ['/api/cases', 'director', 1, 'representative', 0],
    ['/api/case-units', 'director', 1, 'representative', 0],
    ['/api/case-units', 'townHead', 6, 'representative', 0],
    ['/api/user-tasks', 'clerk', 1, 'otherClerk', 0],
    ['/api/user-tasks', 'secondClerk', 1, 'director', 0],
    ['/api/deadlines', 'townHead', 1, 'otherClerk', 0],
    ['/api/alerts', 'secretary', 1, 'clerk', 0],
    ['/api/incidents', 'townHead', 1, 'clerk', 0],
    ['/api/incidents', 'administrator', 1, 'otherClerk', 0],
  ];

  it.each(lists)('list %s', async (address, sees, many, blind, none) => {
    expect((await everybody[sees].get(address)).body.items).toHaveLength(many);
    expect((await everybody[blind].get(address)).body.items).toHaveLength(none);
  });

  it('names the substitute with the position and the person stood in for', async () => {
    const { body } = await everybody.substitute.get('/api/session');
    expect(body.positions).toContainEqual(
      expect.objectContaining({
        key: 'village-director',
        unitName: '柳河村',
        delegatedFrom: { id: expect.any(String), name: '某director' },
      }),
    );
  });
});

describe('public pages', () => {
  it('show what is public and nothing else, escaped', async () => {
    const visitor = api.visitor();
    const answers = await Promise.all(
      [`/api/public/notices/${noticeId}`, `/notices/${noticeId}`, '/villages/v01', '/villages', '/'].map(
        (path) => visitor.get(path),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers[0]!.body.fields).toEqual([
      { key: 'title', title: '事项名称', value: '硬化道路', note: null, isLong: false },
    ]);
    expect(answers[1]!.body).toContain('决议 &lt;b&gt;公开&lt;/b&gt;');
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('不公开的说明');
    expect(answers[1]!.body).not.toMatch(/<script/);
    expect(answers[1]!.headers.get('content-security-policy')).toMatch(
      /^default-src 'none';style-src 'self';/,
    );
  });
});
