import { randomUUID } from 'node:crypto';
import { systemActor, noteFailure, grantRetry, UnitOfWork, createDataSource } from '@wuqing/persistence';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const ACTOR = systemActor('test');

describe('what is set aside', () => {
  let api: ApiUnderTest;
  let admin: Visitor;
  let caseId: string;
  let owner: UnitOfWork;
  let close: () => Promise<void>;

  beforeAll(async () => {
    api = await ApiUnderTest.start('set_asides');
    admin = await api.signedIn('administrator');
    const clerk = await api.signedIn('clerk');
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    caseId = (await clerk.post('/api/cases', body)).body.case.id;
    const url = new URL(process.env['WUQING_TEST_DATABASE_URL']!);
    url.pathname = '/wuqing_api_set_asides';
    const source = await createDataSource({ url: url.toString(), poolSize: 1 }).initialize();
    owner = new UnitOfWork(source);
    close = () => source.destroy();
  });

  afterAll(async () => {
    await close?.();
    await api?.stop();
  });

  const setAside = (rowId: string, ofCase: string | null): Promise<boolean> =>
    owner.run(ACTOR, (work) =>
      noteFailure(work, {
        queue: 'clock',
        rowId,
        caseId: ofCase,
        error: new Error(`Expected something of ${rowId}`),
        now: api.now,
        triesMax: 1,
      }),
    );

  const list = async () => (await admin.get('/api/set-asides')).body;

  it('is listed with its queue, its key and why, counted beside the cases that are stuck, and paged', async () => {
    await setAside('clock-1', caseId);
    api.now += 1_000;
    await setAside('clock-2', null);
    const { items, total } = await list();
    expect([total, items.map(({ rowId }: { rowId: string }) => rowId)]).toEqual([2, ['clock-1', 'clock-2']]);
    expect(items[0]).toMatchObject({
      queue: 'clock',
      queueName: '时限和预警',
      caseId,
      reason: 'Expected something of clock-1',
      failures: 1,
      isAskedFor: false,
    });
    expect((await admin.get('/api/incidents')).body.setAside).toBe(2);
    const head = await api.signedIn('townHead');
    expect((await head.get('/api/incidents')).body.setAside).toBe(0);
    const first = (await admin.get('/api/set-asides?limit=1')).body;
    const second = (await admin.get(`/api/set-asides?limit=1&after=${first.next}`)).body;
    expect([first.items[0].rowId, second.items[0].rowId, second.next]).toEqual(['clock-1', 'clock-2', null]);
  });

  it('is asked for once under one key; another reason under it is a 422', async () => {
    const { id } = (await list()).items[0];
    const ask = (reason: string) =>
      admin.send('POST', `/api/set-asides/${id}/retry`, {
        body: { reason },
        headers: { 'idempotency-key': 'once' },
      });
    const answers = [await ask('已修正'), await ask('已修正'), await ask('别的')];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 422]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect((await list()).items[0].isAskedFor).toBe(true);
    await owner.run(ACTOR, (work) => grantRetry(work, answers[0]!.body.id, api.now));
    expect((await list()).items.map(({ rowId }: { rowId: string }) => rowId)).toEqual(['clock-2']);
    expect((await ask('已修正')).status).toBe(202);
  });

  it('tells nothing of a case that the administrator may not read but that there is something to mend', async () => {
    const walled = randomUUID();
    await api.query(
      `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
       SELECT gen_random_uuid(), 'walled', 1, 'checksum-walled', '密', xml, jsonb_set(compiled, '{extensions}',
         '[{"name":"confidential","attributes":{"level":"T"}}]'), forms, 'in-force', author, effective_from, created_at
       FROM process_definition_version WHERE checksum = 'checksum-1'`,
    );
    await api.query(
      `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
       VALUES ($1, 'walled-1', $2, 'walled', 'checksum-walled', '密', 'running', '', 'system:test', now())`,
      [walled, units.village],
    );
    await setAside(`about-${walled}`, walled);
    const text = JSON.stringify(await list());
    expect((await list()).total).toBe(2);
    expect(text).not.toContain(walled);
    expect(text).not.toContain('walled-1');
  });
});
