import { pdfPages } from '@wuqing/testing/pdf-pages';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { plainPress } from '../testing/plain-press.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const TITLE = '硬化道路 <b>骉㛃𪚥</b>';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('dossiers', {}, plainPress);
  everybody = await api.everybody();
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: TITLE };
  caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  const [task] = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks;
  const done = await everybody.clerk.post(`/api/user-tasks/${task.id}/completion`, {
    rowVersion: task.rowVersion,
    submission: { title: TITLE, note: '骉某的说明', happenedOn: '2026-08-24' },
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
});

afterAll(() => api.stop());

const fileOf = (who: Login, id = caseId) => everybody[who].get(`/api/cases/${id}/file`);
const paperOf = async (who: Login) => JSON.parse((await fileOf(who)).body);
const made = () =>
  api.query<{ made_by: string; code: string; content_hash: string }>(
    'SELECT * FROM dossier ORDER BY made_at, code',
  );
const entries = () =>
  api.query(`SELECT seq FROM audit_entry WHERE case_id = $1 AND action = 'MakeDossier'`, [caseId]);

it('is a file to be kept, not to be opened', async () => {
  const { status, headers } = await fileOf('clerk');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="dossier-\d{4}-\d+\.pdf"/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

it('is one paper as long as nothing happens, with one entry in the audit', async () => {
  const [first, second] = await Promise.all([paperOf('director'), paperOf('director')]);
  api.now += 60_000;
  const third = await paperOf('director');
  expect([second.imprint, third.imprint]).toEqual([first.imprint, first.imprint]);
  const before = (await entries()).length;
  expect((await paperOf('director')).imprint).toEqual(first.imprint);
  expect((await entries()).length).toBe(before);
  expect((await made()).filter(({ code }) => code === first.imprint.code)).toHaveLength(1);
});

it('is another one for another reader, with the same course', async () => {
  const [clerk, director] = [await paperOf('clerk'), await paperOf('director')];
  expect(clerk.imprint.code).not.toBe(director.imprint.code);
  expect(clerk.dossier.timeline).toEqual(director.dossier.timeline);
  expect(clerk.dossier.forms).toHaveLength(1);
  expect(clerk.dossier.timeline.map(({ text }: { text: string }) => text)).toContain(
    `发起「${TITLE}」，流程：${clerk.dossier.process}`,
  );
});

it('holds the audit for those alone who may read it, and is the same again although its making is in it', async () => {
  expect((await paperOf('clerk')).dossier.audit).toBeNull();
  const first = await paperOf('inspector');
  expect(first.dossier.audit).toMatchObject({ isWhole: true });
  expect(first.dossier.audit.lines.length).toBeGreaterThan(1);
  expect((await paperOf('inspector')).imprint).toEqual(first.imprint);
});

it('says of a chain that was changed that it was', async () => {
  const change = (to: string) =>
    api.query(`UPDATE audit_entry SET subject = $2 WHERE case_id = $1 AND seq = 1`, [caseId, to]);
  const [{ subject }] = (await api.query<{ subject: string }>(
    `SELECT subject FROM audit_entry WHERE case_id = $1 AND seq = 1`,
    [caseId],
  )) as [{ subject: string }];
  await change('another');
  try {
    expect((await paperOf('inspector')).dossier.audit.isWhole).toBe(false);
  } finally {
    await change(subject);
  }
});

describe('whoever may not read the case', () => {
  it.each<[Login]>([['representative'], ['otherClerk']])(
    '%s is told what is told of no case',
    async (who) => {
      const [hidden, absent] = [await fileOf(who), await fileOf(who, UNKNOWN)];
      expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
    },
  );

  it('leaves no paper and no entry', async () => {
    const before = [await made(), await entries()];
    await fileOf('otherClerk');
    await everybody.clerk.get('/api/cases/not-an-id/file');
    expect([await made(), await entries()]).toEqual(before);
  });
});

describe('the code on the paper', () => {
  const verify = async (code: string) =>
    (await api.visitor().get(`/verify?code=${encodeURIComponent(code)}`)).body as string;

  it('leads to what stands on the cover, and to nothing that is in it', async () => {
    const { imprint, dossier } = await paperOf('clerk');
    expect(imprint.address).toContain(`/verify?code=${imprint.code}`);
    const page = await verify(imprint.code.toLowerCase().replace(/(.{4})/g, '$1 '));
    for (const text of ['系统里有这一份卷宗', dossier.number, imprint.digest, '柳河村', imprint.madeOn])
      expect(page).toContain(text);
    for (const text of ['硬化道路', '骉某', '某clerk']) expect(page).not.toContain(text);
  });

  it.each(['ABCDEFGHJKMN', '%', "' OR 1=1 --", '〇'.repeat(12)])('%s leads nowhere', async (code) =>
    expect(await verify(code)).toContain('没有这个码'),
  );
});

it('is printed in real letters', async () => {
  const printing = await ApiUnderTest.start('dossiers_printed');
  try {
    const clerk = await printing.signedIn('clerk');
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: TITLE };
    const id = (await clerk.post('/api/cases', body)).body.case.id as string;
    const response = await fetch(`${printing.baseUrl}/api/cases/${id}/file`, {
      headers: { cookie: clerk.cookie },
    });
    const pages = await pdfPages(new Uint8Array(await response.arrayBuffer()));
    expect(pages.map(({ boxes }) => boxes)).toEqual(pages.map(() => 0));
    expect(pages[0]!.lines.join('')).toContain('硬化道路<b>骉㛃〔U+2A6A5〕</b>');
  } finally {
    await printing.stop();
  }
}, 60_000);
