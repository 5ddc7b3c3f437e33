import { randomUUID } from 'node:crypto';
import { JourneyDriver, People, filledTask, type Person, type TaskShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { clerkTask, publish, straightProcess } from '../harness/publish.js';
import { expectDates, expectStep } from './journey-expectations.js';

const journeyOf = (key: string): Journey =>
  required(
    libraryJourneys('rectification').find((journey) => journey.key === key),
    key,
  );
const HEAD = 'office-head@office:zuzhi';
const CLERK = 'office-clerk@office:zuzhi';
const ON = '2026-05-06';

interface LedgerRowShown {
  readonly version: number;
  readonly state: string;
  readonly endedOn: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
interface CaseShown {
  readonly id: string;
  readonly status: string;
  readonly tasks: readonly TaskShown[];
  readonly children: readonly { readonly id: string }[];
}

let product: Product;
let people: People;

beforeAll(async () => {
  product = await Product.start({ name: 'rectification' });
  people = new People(product.baseUrl, DEMO_PASSWORD);
}, 240_000);

afterAll(() => product?.stop(), 60_000);

const rowOf = async (no: string): Promise<LedgerRowShown | undefined> => {
  const rows = await product.query<LedgerRowShown>(
    `SELECT version, state, ended_from::text AS "endedOn", data FROM ledger_row
     WHERE ledger = 'rectifications' AND data ->> 'no' = $1`,
    [no],
  );
  return rows[0];
};

describe('the dated journeys of a rectification', () => {
  async function walk(key: string): Promise<JourneyDriver> {
    const journey = journeyOf(key);
    const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
    const driver = await JourneyDriver.begin({ people, fastForward }, journey);
    expectDates(driver.begun, journey.start.expect?.opens);
    for (const step of journey.steps) {
      const outcome = await driver.take(step);
      expectStep(step, outcome, { timers: {}, submitted: {} });
    }
    await expectAgreement(product, driver.caseId);
    return driver;
  }

  it('R1: thirty days from 07-30, which end on Monday 08-31; rechecked in ten working days, closed', async () => {
    const driver = await walk('R1');
    const { items } = await driver.observer.get<{ items: { kind: string; on: string }[] }>(
      `/api/cases/${driver.caseId}/timeline`,
    );
    expect(items.filter(({ kind }) => kind === 'completed').map(({ on }) => on)).toEqual([
      '2026-07-30',
      '2026-08-14',
      '2026-08-28',
    ]);
    const row = await rowOf('清整〔2026〕1 号');
    expect(row).toMatchObject({ version: 2, state: 'closed', endedOn: '2026-08-28' });
    expect(row!.data).toMatchObject({
      rounds: 0,
      dueOn: '2026-08-31',
      items: [{ problem: '党务公开缺三季度内容。' }, { demand: '补记并建立记录本。' }],
      owner: { name: expect.any(String) as string },
    });
  }, 120_000);

  it('R2: not enough, once more by 03-23, closed; the clue is a number and nothing else', async () => {
    await walk('R2');
    expect(await rowOf('清整〔2026〕2 号')).toMatchObject({
      version: 3,
      state: 'closed',
      endedOn: '2026-03-25',
      data: { rounds: 1, dueOn: '2026-03-23', opinion: '没有公开照片。' },
    });
  }, 120_000);

  it('R3: the third time over the National Day goes to accountability', async () => {
    await walk('R3');
    expect(await rowOf('清整〔2026〕3 号')).toMatchObject({
      state: 'accountability',
      endedOn: '2026-10-10',
      data: { rounds: 2 },
    });
  }, 120_000);

  it('R4: by an office of the town', async () => {
    await walk('R4');
    expect(await rowOf('清整〔2026〕4 号')).toMatchObject({ state: 'closed', endedOn: '2026-05-15' });
  }, 120_000);
});

describe('a rectification that another process calls', () => {
  let issuer: Person;
  let head: Person;
  let clerk: Person;

  beforeAll(async () => {
    const calling = straightProcess('finds-problems', '检查', [
      {
        id: 'rectify',
        type: 'callActivity',
        extensions: `<zeebe:calledElement processId="rectification" propagateAllChildVariables="false"/>
          <zeebe:ioMapping><zeebe:output source="=rectificationOutcome" target="rectified"/></zeebe:ioMapping>`,
      },
      clerkTask('close'),
    ]);
    await publish(product, calling);
    issuer = await people.holderOf('office-head@office:jiwei', 'v01', ON);
    head = await people.holderOf(HEAD, 'v01', ON);
    clerk = await people.holderOf(CLERK, 'v01', ON);
  }, 120_000);

  const shown = (id: string, person = issuer): Promise<CaseShown> =>
    person.get<CaseShown>(`/api/cases/${id}`);
  const complete = async (person: Person, caseId: string, submit: Record<string, unknown>) => {
    const [task] = (await shown(caseId, person)).tasks;
    const submission = await filledTask(person, task!, { submit: submit as never });
    return person.request<{ detail?: string }>(
      'POST',
      `/api/user-tasks/${task!.id}/completion`,
      { rowVersion: task!.rowVersion, submission },
      randomUUID(),
    );
  };

  async function called(no: string): Promise<{ readonly rootId: string; readonly id: string }> {
    const village = await people.holderOf('village-clerk', 'v01', ON);
    const { body } = await village.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'finds-problems',
      unitId: people.villageId('v01'),
      title: '检查发现问题',
      startAt: `${ON}T09:00:00+08:00`,
    });
    const rootId = body.case.id;
    const id = required((await shown(rootId)).children[0], 'a called case').id;
    const [task] = (await shown(id)).tasks;
    const { body: choices } = await issuer.post<{ items: { id: string; name: string }[] }>(
      `/api/user-tasks/${task!.id}/choices`,
      { field: 'owner' },
    );
    const owner = required(
      choices.items.find((one) => one.id === head.me.person.id),
      'the head of the office among those who may answer',
    );
    const issued = await complete(issuer, id, {
      no,
      items: [{ problem: '台账不全。', demand: '补齐台账。' }],
      addressee: '组织科',
      owner: { id: owner.id, name: owner.name },
      size: '小',
      dueOn: '2026-05-08',
    });
    expect([issued.body, issued.status]).toEqual([expect.anything(), 200]);
    return { rootId, id };
  }

  const todo = async (person: Person, caseId: string): Promise<boolean> =>
    (await person.get<{ items: { caseId: string }[] }>('/api/user-tasks?limit=200')).items.some(
      (one) => one.caseId === caseId,
    );
  const waiting = async (person: Person): Promise<number> =>
    (await person.get<{ todo: number }>('/api/inbox/counts')).todo;

  it('is not rechecked by its owner, by whoever stands in for him, or by whoever did it; another one closes it', async () => {
    const { rootId, id } = await called('清整〔2027〕1 号');
    // What is to be put right waits for him too.
    const before = await waiting(head);
    const done = await complete(clerk, id, {
      done: '已补齐。',
      proof: ['整改材料'],
      signature: ['签名'],
    });
    expect(done.status).toBe(200);

    const rechecked = { ok: true, opinion: '到位。' };
    const byOwner = await complete(head, id, rechecked);
    expect([byOwner.status, byOwner.body.detail]).toEqual([
      403,
      '您本人或者您代理的人是“下发整改通知”中写明的负责人，不能自己核对，请由其他人办理。',
    ]);
    expect([await todo(head, id), await waiting(head)]).toEqual([false, before - 1]);
    const byDoer = await complete(clerk, id, rechecked);
    expect([byDoer.status, byDoer.body.detail]).toEqual([403, expect.stringContaining('不能自己核对')]);
    expect((await complete(issuer, id, rechecked)).status).toBe(403);

    const other = await people.signedIn('jiwei-clerk-2');
    await product.query(
      `INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on)
       VALUES (gen_random_uuid(), $1, $2, $3, 'all', '2020-01-01', '2099-12-31')`,
      [head.me.person.id, other.me.person.id, head.me.positions[0]!.unitId],
    );
    const byStandIn = await complete(other, id, rechecked);
    expect([byStandIn.status, byStandIn.body.detail]).toEqual([403, expect.stringContaining('负责人')]);
    expect(await todo(other, id)).toBe(false);

    const third = await people.signedIn('jiwei-clerk-3');
    expect(await todo(third, id)).toBe(true);
    expect((await complete(third, id, rechecked)).status).toBe(200);
    expect(await shown(id)).toMatchObject({ status: 'completed', tasks: [] });
    expect(await shown(rootId)).toMatchObject({ tasks: [{ elementId: 'close' }] });
    expect(await rowOf('清整〔2027〕1 号')).toMatchObject({ state: 'closed' });
    await expectAgreement(product, rootId);
  }, 120_000);

  it('has its notice issued anew where the number is another one’s', async () => {
    const { id } = await called('清整〔2027〕1 号');
    expect(await shown(id)).toMatchObject({ tasks: [{ elementId: 'issue-rectification' }] });
  }, 60_000);
});
