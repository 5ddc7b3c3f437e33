import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const ABSENT = '01a22bba-302d-7136-9058-9eb57aeee868';
const HOSTILE = '</script><script>alert(1)</script>';
const BREAKS = '画不出来';
const LASTS = '画不完';
const PAGE = `<head><link rel="preload" as="fetch" href="/api/session" crossorigin/><script src="/assets/m.js"></script></head><div id="root"><p>正在打开…</p></div>`;
const MANIFEST = {
  'step.tsx': { file: 'assets/step.js', imports: ['_main'] },
  _main: { file: 'assets/m.js' },
};
/** Asks and draws as the web's build does, and breaks or never ends where a title says so. */
const DRAWING = `
export const questionsOf = (address) => {
  const id = /^\\/m\\/tasks\\/([0-9a-f-]{36})$/.exec(address)?.[1];
  if (id) return { me: '/api/session', task: '/api/user-tasks/' + id, draft: '/api/user-tasks/' + id + '/draft' };
  return address === '/m/inbox' ? { me: '/api/session', list: '/api/user-tasks?view=todo&limit=30' } : null;
};
export const partOf = (address) => (address === '/m/inbox' ? null : 'step.tsx');
export const drawPage = async (_address, { me, task, list }, { isLarge }) => {
  const titles = task ? [task.caseTitle] : list.items.map(({ caseTitle }) => caseTitle);
  if (titles.includes('${BREAKS}')) throw new Error('Expected nobody to read ${BREAKS}');
  if (titles.includes('${LASTS}')) await new Promise(() => undefined);
  return '<h1>' + titles.join().replaceAll('<', '&lt;') + '</h1>' + me.person.name + (isLarge ? '大字' : '');
};
`;

let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
const folder = mkdtempSync(join(tmpdir(), 'first-page-'));

beforeAll(async () => {
  mkdirSync(join(folder, '.server'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'phone.html'), PAGE);
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, '.server', 'draw-page.js'), DRAWING);
  api = await ApiUnderTest.start('first_page', { webFolder: folder });
  everybody = await api.everybody();
});

afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

async function taskOf(title: string): Promise<string> {
  const { clerk } = everybody;
  const { body } = await clerk.post('/api/cases', { processKey: PROCESS_KEY, unitId: units.village, title });
  const read = await clerk.get(`/api/cases/${body.case.id}`);
  return read.body.tasks[0].id as string;
}

const answersIn = (page: string): Record<string, { id: string; items: { caseTitle: string }[] }> | null =>
  JSON.parse(/id="first-answers">(.*)<\/script>/.exec(page)?.[1] ?? 'null');

const pageFor = async (visitor: Visitor, path: string) => {
  const { status, body, headers } = await visitor.get(path);
  expect(status).toBe(200);
  return { page: body as string, kept: headers.get('cache-control') };
};

describe('the first page of the phone', () => {
  it('has the step that it is for in it, and what that was drawn from, and is kept nowhere', async () => {
    const id = await taskOf('硬化道路');
    const { page, kept } = await pageFor(everybody.clerk, `/m/tasks/${id}`);
    expect(page).toMatch(/<div id="root" inert><h1>硬化道路<\/h1>/);
    expect(page).not.toContain('as="fetch"');
    const { data } = { data: answersIn(page) };
    expect([data?.['task']?.id, data?.['draft']]).toEqual([id, { draft: null }]);
    expect(kept).toBe('no-store');
  });

  it('loads the scripts of its part ahead, and is drawn in the letters of the device', async () => {
    const address = `/m/tasks/${await taskOf('大字')}`;
    const { cookie } = everybody.clerk;
    const { body } = await everybody.clerk.send('GET', address, {
      headers: { cookie: `wuqing-large-text=on; ${cookie}` },
    });
    expect((body as string).match(/<link[^>]*>/g)).toEqual([
      '<link rel="modulepreload" crossorigin href="/assets/step.js">',
    ]);
    expect(body).toMatch(/大字<\/div><script/);
    expect((await pageFor(everybody.clerk, address)).page).not.toMatch(/大字<\/div>/);
  });

  it('has the list in it', async () => {
    const { page } = await pageFor(everybody.clerk, '/m/inbox');
    expect(answersIn(page)?.['list']?.items.map(({ caseTitle }) => caseTitle)).toContain('硬化道路');
  });

  it('is to whoever may not know of a step, and to whoever is nobody, the page of a step that is not there', async () => {
    const id = await taskOf('别村的事');
    const absent = await pageFor(everybody.otherClerk, `/m/tasks/${ABSENT}`);
    expect(absent).toEqual({ page: PAGE, kept: 'no-cache' });
    for (const visitor of [everybody.otherClerk, everybody.branchSecretary, api.visitor()])
      for (const path of [`/m/tasks/${id}`, `/m/tasks/${ABSENT}`, '/m/', '/m/mine'])
        if (visitor !== everybody.branchSecretary || path !== `/m/tasks/${id}`)
          expect(await pageFor(visitor, path)).toEqual(absent);
    const other = await pageFor(everybody.otherClerk, '/m/inbox');
    expect(other.page).not.toContain('别村的事');
  });

  it('comes without before a first password is changed', async () => {
    const id = await taskOf('改密码之前');
    await api.query(`UPDATE account SET must_change_password = true WHERE login = 'secondClerk'`);
    const { page } = await pageFor(await api.signedIn('secondClerk'), `/m/tasks/${id}`);
    expect(page).toBe(PAGE);
  });

  it('ends no element by what somebody wrote', async () => {
    const id = await taskOf(HOSTILE);
    const { page } = await pageFor(everybody.clerk, `/m/tasks/${id}`);
    // Of the page's own scripts, and of the answers'.
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(JSON.stringify(answersIn(page))).toContain(HOSTILE);
  });

  it('comes without where it cannot be drawn', async () => {
    const id = await taskOf(BREAKS);
    expect(await pageFor(everybody.clerk, `/m/tasks/${id}`)).toEqual({ page: PAGE, kept: 'no-cache' });
  });

  it('comes without where drawing lasts: whoever waits gets the page that asks for itself', async () => {
    const id = await taskOf(LASTS);
    expect(await pageFor(everybody.clerk, `/m/tasks/${id}`)).toEqual({ page: PAGE, kept: 'no-cache' });
  });

  it('is one of a file that no address leads to', async () => {
    expect((await everybody.clerk.get('/.server/draw-page.js')).status).toBe(404);
  });
});
