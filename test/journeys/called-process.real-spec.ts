import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { clerkTask, publish, straightProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';

const stage = (task: string): string =>
  straightProcess('stage', '工程验收', [
    {
      id: task,
      type: 'userTask',
      extensions: `<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="village-clerk"/>
        <wq:serviceLevel term="5W" from="=today()" ladder="LV" unconfirmed="true"/>`,
    },
  ]);

const calling = (key: string, extensions = ''): string =>
  straightProcess(key, '修路', [
    {
      id: 'build',
      type: 'callActivity',
      extensions: `<zeebe:calledElement processId="stage"/>${extensions}`,
    },
    clerkTask('close'),
  ]);

interface CaseShown {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number; readonly elementId: string }[];
  readonly clocks: readonly unknown[];
  readonly parent: { readonly id: string } | null;
  readonly children: readonly { readonly id: string; readonly number: string; readonly status: string }[];
  readonly mayCancel: boolean;
}

describe('a process that another one calls', () => {
  let product: Product;
  let clerk: Person;
  let otherClerk: Person;
  let secretary: Person;
  let admin: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'called_process', updatesMax: 1 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    otherClerk = await Person.signIn(product.baseUrl, 'v02-clerk', DEMO_PASSWORD);
    secretary = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
    await publish(product, stage('inspect'));
    await publish(product, calling('road'));
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const shown = (id: string, person = clerk): Promise<CaseShown> => person.get<CaseShown>(`/api/cases/${id}`);

  async function start(processKey: string): Promise<string> {
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey,
      unitId,
      title: '硬化道路',
    });
    return body.case.id;
  }

  const complete = ({ tasks }: CaseShown) =>
    postForSure(clerk, `/api/user-tasks/${tasks[0]!.id}/completion`, {
      rowVersion: tasks[0]!.rowVersion,
      submission: {},
    });

  it('has a case of its own, in which its step is done after a kill and a new run', async () => {
    const rootId = await start('road');
    const root = await shown(rootId);
    expect(root).toMatchObject({ tasks: [], clocks: [], parent: null, children: [{ status: 'running' }] });
    const child = await shown(root.children[0]!.id);
    expect(child).toMatchObject({
      number: `${root.number}-1`,
      parent: { id: rootId },
      children: [],
      mayCancel: false,
      tasks: [{ elementId: 'inspect' }],
    });
    expect(child.clocks).toHaveLength(1);
    await expect(otherClerk.get(`/api/cases/${child.id}`)).rejects.toThrow('404');

    await publish(product, stage('inspect-anew'));
    await product.worker.kill();
    await product.worker.start();
    expect((await complete(child)).status).toBe(200);

    expect(await shown(child.id)).toMatchObject({ status: 'completed', tasks: [] });
    const after = await shown(rootId);
    expect(after).toMatchObject({
      status: 'running',
      tasks: [{ elementId: 'close' }],
      children: [{ status: 'completed' }],
    });
    const clocks = await product.query(
      `SELECT state FROM service_level_clock WHERE case_id = $1 AND state <> 'stopped'`,
      [child.id],
    );
    expect(clocks).toEqual([]);
    expect((await complete(after)).status).toBe(200);
    await expectAgreement(product, rootId);
  }, 120_000);

  it('tells its own story: journal, timeline and audit by its own names', async () => {
    const rootId = await start('road');
    const { children } = await shown(rootId);
    await complete(await shown(children[0]!.id));
    const journal = await product.query<{ events: { type: string; elementId?: string }[] }>(
      'SELECT events FROM journal_entry WHERE case_id = $1 ORDER BY position',
      [children[0]!.id],
    );
    const told = journal.flatMap(({ events }) => events);
    expect(told[0]).toMatchObject({ type: 'ProcessInstanceStarted', processKey: 'stage' });
    expect(told.at(-1)).toMatchObject({ type: 'ProcessInstanceCompleted' });
    expect(JSON.stringify(told)).not.toContain('build');
    const { items } = await clerk.get<{ items: { kind: string }[] }>(
      `/api/cases/${children[0]!.id}/timeline`,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['started', 'opened', 'completed', 'ended']);
    const audit = await product.query<{ action: string }>(
      'SELECT action FROM audit_entry WHERE case_id = $1 ORDER BY seq',
      [children[0]!.id],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'CreateCase',
      'StartProcessInstance',
      'CompleteUserTask',
    ]);
    const root = await clerk.get<{ items: { text: string }[] }>(`/api/cases/${rootId}/timeline`);
    expect(root.items.map(({ text }) => text)).not.toContainEqual(expect.stringContaining('inspect'));
  }, 60_000);

  it('ends with its caller, and is never ended alone', async () => {
    const rootId = await start('road');
    const { children } = await shown(rootId);
    const childId = children[0]!.id;
    const cancel = (id: string, key: string) =>
      secretary.request('POST', `/api/cases/${id}/cancellation`, { reason: '不办了' }, key);
    expect((await cancel(childId, 'alone')).status).toBe(409);
    expect((await cancel(rootId, 'whole')).status).toBe(200);
    expect(await shown(childId)).toMatchObject({ status: 'terminated', tasks: [] });
  }, 60_000);

  it('opens a case for each member of a multi-instance', async () => {
    const loop = calling('roads').replace(
      '</bpmn:extensionElements></bpmn:callActivity>',
      `</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics isSequential="false">
        <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= [1, 2]"/></bpmn:extensionElements>
      </bpmn:multiInstanceLoopCharacteristics></bpmn:callActivity>`,
    );
    await publish(product, loop);
    const rootId = await start('roads');
    const { children, number } = await shown(rootId);
    expect(children.map((child) => child.number)).toEqual([`${number}-1`, `${number}-2`]);
    await complete(await shown(children[1]!.id));
    expect((await shown(rootId)).children.map(({ status }) => status)).toEqual(['running', 'completed']);
    await complete(await shown(children[0]!.id));
    expect((await shown(rootId)).tasks).toMatchObject([{ elementId: 'close' }]);
    await expectAgreement(product, rootId);
  }, 60_000);

  it('goes on where its caller has moved to a version that names the call otherwise', async () => {
    await publish(product, calling('street'));
    const rootId = await start('street');
    const { children } = await shown(rootId);
    await publish(
      product,
      calling('street').replaceAll('"build"', '"construct"').replaceAll('to-build', 'to-construct'),
    );
    const body = { mapping: { build: 'construct' }, timers: 'keep', reason: '改名' };
    const moved = await admin.request('POST', `/api/cases/${rootId}/migration`, body, 'move');
    expect(moved.status).toBe(200);
    expect((await complete(await shown(children[0]!.id))).status).toBe(200);
    expect(await shown(children[0]!.id)).toMatchObject({ status: 'completed', parent: { id: rootId } });
    expect((await shown(rootId)).tasks).toMatchObject([{ elementId: 'close' }]);
    await expectAgreement(product, rootId);
  }, 60_000);

  it('keeps the version it runs by where its caller has moved to one that binds it otherwise', async () => {
    await publish(product, stage('survey'));
    await publish(product, calling('lane'));
    const rootId = await start('lane');
    const { children } = await shown(rootId);
    await publish(product, stage('inspect-again'));
    await publish(
      product,
      calling('lane').replace('processId="stage"', 'processId="stage" bindingType="deployment"'),
    );
    const body = { timers: 'keep', reason: '改为固定版本' };
    expect((await admin.request('POST', `/api/cases/${rootId}/migration`, body, 'bind')).status).toBe(200);
    expect(await shown(children[0]!.id)).toMatchObject({ tasks: [{ elementId: 'survey' }] });
    expect((await complete(await shown(children[0]!.id))).status).toBe(200);
    expect((await shown(rootId)).tasks).toMatchObject([{ elementId: 'close' }]);
    await expectAgreement(product, rootId);
  }, 60_000);

  it('binds by deployment for each of its callers apart', async () => {
    const together = (processKey: string) =>
      `<zeebe:calledElement processId="${processKey}" bindingType="deployment"/>`;
    await publish(product, stage('before'));
    await publish(
      product,
      straightProcess('older', '分段', [{ id: 'part', type: 'callActivity', extensions: together('stage') }]),
    );
    await publish(product, stage('after'));
    await publish(
      product,
      straightProcess('newer', '全程', [
        { id: 'whole', type: 'callActivity', extensions: '<zeebe:calledElement processId="older"/>' },
        { id: 'last', type: 'callActivity', extensions: together('stage') },
      ]),
    );
    const rootId = await start('newer');
    const open = async () => {
      const rows = await product.query<{ id: string }>(
        `SELECT p.id FROM process_instance p WHERE p.root_id = $1 AND p.process_key = 'stage' AND p.status = 'running'`,
        [rootId],
      );
      return shown(rows[0]!.id);
    };
    expect(await open()).toMatchObject({ tasks: [{ elementId: 'before' }] });
    await complete(await open());
    expect(await open()).toMatchObject({ tasks: [{ elementId: 'after' }] });
    await complete(await open());
    expect(await shown(rootId)).toMatchObject({ status: 'completed' });
    await expectAgreement(product, rootId);
  }, 60_000);

  it('of a closed process is as closed as its caller: who began the one knows both, and nobody else either', async () => {
    await publish(
      product,
      calling('closed').replace(
        '<bpmn:startEvent',
        `<bpmn:extensionElements><wq:confidential level="N"/></bpmn:extensionElements><bpmn:startEvent`,
      ),
    );
    const rootId = await start('closed');
    const [child] = await product.query<{ id: string }>(
      'SELECT id FROM process_instance WHERE root_id = $1',
      [rootId],
    );
    const listed = async (person: Person) => {
      const { items } = await person.get<{ items: { id: string }[] }>('/api/cases?limit=100');
      return items.map(({ id }) => id).filter((id) => id === rootId || id === child!.id);
    };
    expect(new Set(await listed(clerk))).toEqual(new Set([rootId, child!.id]));
    for (const stranger of [secretary, otherClerk]) {
      await expect(stranger.get(`/api/cases/${child!.id}`)).rejects.toThrow('404');
      expect(await listed(stranger)).toEqual([]);
    }
  }, 60_000);
});
