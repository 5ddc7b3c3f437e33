import type { InboxRowView, MeView, UserTaskDetailView } from '../../client/api.js';
import { drawPage, questionsOf } from './draw-page.js';

const ID = '01a22bba-302d-7136-9058-9eb57aeee868';
const SMALL = { isLarge: false };
const HOSTILE = '<img src=x onerror=alert(1)>';

const me: MeView = {
  person: { id: 'p', name: '秦长岭' },
  positions: [
    { key: 'village-clerk', title: '村文书', unitId: 'u', unitName: '清溪村', unitKind: 'village' },
  ],
  townName: '清和镇',
  csrfToken: 'token',
  maySupervise: false,
  mayInspect: false,
  mayRepair: false,
  mayMigrate: false,
  mayInvite: false,
  mayReadLedgers: false,
  mayUseSlips: false,
  mayUseLetters: false,
  mayReadSecurityLog: false,
  mustChangePassword: false,
  hasSecondFactor: false,
  mustSetSecondFactor: false,
};

const step = {
  id: ID,
  name: '登记',
  elementId: 'register',
  state: 'open' as const,
  caseId: 'c',
  caseNumber: '2026-00001',
  caseTitle: HOSTILE,
  processKey: 'two-user-tasks',
  processName: '登记与核对',
  unitId: 'u',
  unitName: '清溪村',
  assigneeId: null,
  assigneeName: null,
  mine: false,
  rowVersion: 1,
  createdAt: '2026-11-30T01:00:00Z',
  clock: null,
};
const row: InboxRowView = {
  ...step,
  read: false,
  flags: [],
  actingFor: [],
  heldBy: null,
  amountFen: 4_860_000,
  summary: [],
  bulk: { allowed: false, reason: null },
  endedAt: null,
};
const task: UserTaskDetailView = {
  ...step,
  form: {
    key: 'register',
    title: '登记',
    schema: {
      type: 'object',
      title: '登记',
      required: ['note', 'road'],
      properties: {
        note: { type: 'string', title: '情况说明', maxLength: 100 },
        road: { type: 'string', title: '道路名称', maxLength: 100 },
      },
    },
    ui: {},
  },
  prefill: { note: '原说明' },
  roll: null,
  bars: [],
  heard: [],
  earlierPapers: [],
  onward: null,
  rights: {},
  phrases: [],
  urges: [],
  unconfirmed: [],
  endedAt: null,
};
const draft = {
  version: 3,
  content: { data: { note: '草稿里的说明' } },
  savedAt: '2026-11-30T02:00:00Z',
  leftByName: null,
};
const counts = { todo: 1, late: 0, warn: 0, thisWeek: 1, claimable: 0, copies: 0, days: [], steps: [] };

describe('the page that the server draws', () => {
  it.each([
    ['/m/inbox', ['me', 'list', 'counts', 'unread']],
    [`/m/tasks/${ID}`, ['me', 'task', 'draft']],
    ['/m/inbox?only=late', null],
    ['/m/tasks/x', null],
    [`/m/tasks/${ID}?a=b`, null],
    ['/m/', null],
    ['/app/inbox', null],
  ])('of %s asks for %j', (address, names) => {
    const questions = questionsOf(address);
    expect(questions && Object.keys(questions)).toEqual(names);
  });

  it('is the list, each row a link that needs no script', async () => {
    const list = { items: [row], next: null };
    const answers = { me, list, counts, unread: { total: 0, toDo: 0, isMore: false } };
    const page = await drawPage('/m/inbox', answers, SMALL);
    expect(page).toContain(`href="/m/tasks/${ID}"`);
    expect(page).toContain('48,600.00');
    expect(page).toContain('全部 1');
    expectHarmless(page);
  });

  it('is the step with its form as far as the server has it, and what is missing', async () => {
    const page = await drawPage(`/m/tasks/${ID}`, { me, task, draft: { draft } }, SMALL);
    expect(page).toContain('草稿里的说明');
    expect(page).not.toContain('原说明');
    expect(page.replaceAll('<!-- -->', '')).toContain('还差 1 项：道路名称');
    expectHarmless(page);
  });

  it('begins with the prefill where nobody has written, whatever was drawn before', async () => {
    await drawPage(`/m/tasks/${ID}`, { me, task, draft: { draft } }, SMALL);
    const page = await drawPage(`/m/tasks/${ID}`, { me, task, draft: { draft: null } }, SMALL);
    expect(page).toContain('原说明');
  });
});

it('is drawn in the letters of the device', async () => {
  const answers = { me, task, draft: { draft: null } };
  expect(await drawPage(`/m/tasks/${ID}`, answers, { isLarge: true })).toMatch(/^<div class="ph big">/);
  expect(await drawPage(`/m/tasks/${ID}`, answers, SMALL)).toMatch(/^<div class="ph">/);
});

function expectHarmless(page: string): void {
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toMatch(/<script|<img/);
}
