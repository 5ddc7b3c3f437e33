import { Client, Connection } from '@temporalio/client';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { UnitOfWork, createDataSource, systemActor } from '@wuqing/persistence';
import { createServer, type Server } from 'node:net';
import { sha256 } from './fingerprint.js';
import { isDatabaseAway } from '@wuqing/persistence';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('outage', { answerWithinMs: 400 });
});

afterAll(() => api.stop());

it('goes on after PostgreSQL has cut every connection', async () => {
  const visitor = await api.signedIn('clerk');
  await Promise.all(Array.from({ length: 5 }, () => visitor.get('/api/user-tasks')));
  await api.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'wuqing_api' AND datname = current_database()`,
  );
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1)
    statuses.push((await visitor.get('/api/user-tasks')).status);
  expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  expect(statuses.at(-1)).toBe(200);
});

it('says 503 at once where the database is away', async () => {
  await api.query(`ALTER DATABASE wuqing_api_outage CONNECTION LIMIT 0`);
  try {
    await api.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'wuqing_api' AND datname = current_database()`,
    );
    const answers = [await api.visitor().get('/health/ready'), await api.visitor().get('/health/ready')];
    const last = answers.at(-1)!;
    expect([last.status, last.type, last.body.type]).toEqual([
      503,
      'application/problem+json',
      'urn:wuqing:problem:unavailable',
    ]);
    expect((await api.visitor().get('/health')).status).toBe(200);
  } finally {
    await api.query(`ALTER DATABASE wuqing_api_outage CONNECTION LIMIT -1`);
  }
  expect((await api.visitor().get('/health/ready')).status).toBe(200);
});

it('does not let a caller hang on a database that answers nothing', async () => {
  const visitor = await api.signedIn('clerk');
  await api.holding('LOCK TABLE user_task IN ACCESS EXCLUSIVE MODE', async () => {
    const { status, type } = await visitor.get('/api/user-tasks');
    expect([status, type]).toEqual([503, 'application/problem+json']);
  });
  expect((await visitor.get('/api/user-tasks')).status).toBe(200);
});

it('knows a refused connection for what it is', async () => {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const error = await createDataSource({ url: `postgres://x:x@127.0.0.1:${port}/x` })
    .initialize()
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(isDatabaseAway(error)).toBe(true);
});

it('keeps the command where no Temporal is', async () => {
  const visitor = await api.signedIn('clerk');
  api.lane.mode = 'away';
  const sent = await visitor.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title: '路灯',
  });
  expect(sent.status).toBe(202);
  const rows = await api.query<{ outcome: unknown }>('SELECT outcome FROM command WHERE id = $1', [
    sent.body.command.split('/').at(-1),
  ]);
  expect(rows).toEqual([{ outcome: null }]);
});

it('a dispatch without Temporal is pending within its patience, and has the case looked at', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 500 });
  const source = await createDataSource({
    url: process.env['WUQING_TEST_DATABASE_URL']!.replace(/\/[^/]*$/, '/wuqing_api_outage'),
    poolSize: 1,
  }).initialize();
  try {
    const [row] =
      await source.query(`SELECT id, case_id AS "caseId", unit_id AS "unitId", actor_id AS "actorId", kind, body,
      body_hash AS "bodyHash", null AS "userTaskId", null AS "taskRowVersion", attempt, outcome FROM command LIMIT 1`);
    const options = { patienceMs: 1_000, now: () => Date.now(), sha256 };
    const dispatch = new CommandDispatch(
      new Client({ connection }),
      new UnitOfWork(source),
      systemActor('test'),
      options,
    );
    expect(await dispatch.send(row)).toBe('pending');
    expect(
      await api.query('SELECT reason, done_at FROM workflow_check WHERE case_id = $1', [row.caseId]),
    ).toEqual([{ reason: 'a command was not answered', done_at: null }]);
  } finally {
    await source.destroy();
    await connection.close();
  }
});
