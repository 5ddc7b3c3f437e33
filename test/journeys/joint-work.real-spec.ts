import { randomUUID } from 'node:crypto';
import { People, filledTask, type Person, type TaskShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { instantOf, required, type JsonObject } from '@wuqing/kernel';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const ON = '2026-05-06';
const OWN = '底稿暗记甲';
const OTHER = '底稿暗记乙';
const CONCLUSION = '账目已核对';

interface CaseShown {
  readonly id: string;
  readonly status: string;
  readonly tasks: readonly TaskShown[];
  readonly children: readonly { readonly id: string; readonly status: string }[];
}

let product: Product;
let people: People;
let lead: Person;
let rootId: string;
const parts = new Map<string, string>();

const office = (code: string, key = 'office-clerk') => people.holderOf(`${key}@office:${code}`, 'v01', ON);
const shown = (person: Person, id: string) => person.get<CaseShown>(`/api/cases/${id}`);

async function complete(person: Person, caseId: string, element: string, submit: JsonObject): Promise<void> {
  const task = required(
    (await shown(person, caseId)).tasks.find(({ elementId }) => elementId === element),
    `${element} for ${person.me.person.name}`,
  );
  const submission = await filledTask(person, task, { submit });
  const path = `/api/user-tasks/${task.id}/completion`;
  const { status, body } = await person.request(
    'POST',
    path,
    { rowVersion: task.rowVersion, submission },
    randomUUID(),
  );
  expect([status, body]).toEqual([200, expect.anything()]);
}

/** All that the pages of a case tell a person. */
async function told(person: Person, caseId: string): Promise<string> {
  const pages = ['', '/timeline', '/overview', '/papers'].map((page) => `/api/cases/${caseId}${page}`);
  const answers = await Promise.all(pages.map((page) => person.request('GET', page)));
  return JSON.stringify(answers.map(({ body }) => body));
}

const part = (name: string, dueOn: string, wall: string) => ({
  office: name,
  question: `${name}核对账目`,
  dueOn,
  wall,
});

beforeAll(async () => {
  product = await Product.start({ name: 'joint_work' });
  people = new People(product.baseUrl, DEMO_PASSWORD);
  lead = await office('xinfang');
  const { body } = await lead.post<{ case: { id: string } }>('/api/cases', {
    processKey: 'joint-work',
    unitId: people.villageId('v01'),
    title: '集体合同联合检查',
    startAt: `${ON}T09:00:00+08:00`,
  });
  rootId = body.case.id;
  await complete(lead, rootId, 'plan-parts', {
    matter: '核对集体合同',
    lead: '信访办',
    joinRule: '牵头部门可先汇总',
    parts: [
      part('经管站', '2026-05-20', '本部门'),
      part('民政科', '2026-05-15', '本部门'),
      part('组织科', '2026-05-13', '共享'),
    ],
  });
}, 240_000);

afterAll(() => product?.stop(), 60_000);

describe('a joint work', () => {
  it('gives each office a part of its own, with its own day', async () => {
    const { children } = await shown(lead, rootId);
    expect(children).toHaveLength(3);
    for (const [code, element, dueOn] of [
      ['jingguan', 'work-own', '2026-05-20'],
      ['minzheng', 'work-own', '2026-05-15'],
      ['zuzhi', 'state-conclusion', '2026-05-13'],
    ] as const) {
      const { items } = await (
        await office(code)
      ).get<{
        items: { caseId: string; elementId: string; clock: { dueOn: string } | null }[];
      }>('/api/user-tasks?limit=200');
      const own = items.filter(({ caseId }) => children.some(({ id }) => id === caseId));
      expect(own).toMatchObject([{ elementId: element, clock: { dueOn } }]);
      parts.set(code, own[0]!.caseId);
    }
  });

  it('shows what an office found to that office alone, and its conclusion to all', async () => {
    const [own, other] = [parts.get('jingguan')!, parts.get('minzheng')!];
    await complete(await office('jingguan'), own, 'work-own', { findings: OWN });
    await complete(await office('minzheng'), other, 'work-own', { findings: OTHER });
    await complete(await office('jingguan'), own, 'state-conclusion', {
      result: '属实',
      conclusion: CONCLUSION,
    });
    await complete(await office('minzheng'), other, 'state-conclusion', {
      result: '不属实',
      conclusion: CONCLUSION,
    });

    const readers = {
      jingguan: await office('jingguan', 'office-head'),
      minzheng: await office('minzheng', 'office-head'),
      zuzhi: await office('zuzhi'),
      lead,
      village: await people.holderOf('village-clerk', 'v01', ON),
    };
    const sees = async (mark: string, id: string) => {
      const seeing: string[] = [];
      for (const [name, person] of Object.entries(readers))
        if ((await told(person, id)).includes(mark)) seeing.push(name);
      return seeing;
    };
    expect(await sees(OWN, own)).toEqual(['jingguan']);
    expect(await sees(OTHER, other)).toEqual(['minzheng']);
    expect(await sees(CONCLUSION, own)).toEqual(Object.keys(readers));
  }, 60_000);

  it('lets the lead go on without a part that is missing, with a reason, behind the last day', async () => {
    expect((await shown(lead, rootId)).tasks).toEqual([]);
    await product.fastForward(rootId, instantOf('2026-05-21T09:00:00+08:00'));
    await until(60_000, async () => ((await shown(lead, rootId)).tasks.length > 0 ? true : undefined));
    await complete(lead, rootId, 'decide-missing', { early: true, reason: '组织科档案不在本地，另行补充。' });
    expect(await shown(lead, parts.get('zuzhi')!)).toMatchObject({ tasks: [] });
    await complete(lead, rootId, 'merge-results', { conclusion: '两份属实一份缺。' });
    expect(await shown(lead, rootId)).toMatchObject({ status: 'completed', tasks: [] });
    await expectAgreement(product, rootId);
  }, 120_000);
});
