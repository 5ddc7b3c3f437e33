import { Person, type CaseDetailShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { Following, sessionOf, type Told } from '../harness/following.js';
import { Product, type ApiProcess } from '../harness/product.js';
import { until } from '../harness/until.js';

const LOGINS = ['v01-clerk', 'v01-director', 'v01-secretary', 'town-head', 'v02-clerk'] as const;
const STREAMS_EACH = 4;
const ROUNDS = 4;
const CASES_A_ROUND = 6;
const PATIENCE_MS = 30_000;

const keyOf = ({ topic, id, version }: Told): string => `${topic} ${id} ${version}`;

/** Must-hold 6: processes of the API are killed while people listen and others write; streams go on at another one. */
describe('streams over processes that are killed', () => {
  let product: Product;
  let clerk: Person;
  let apis: ApiProcess[];
  const followings = new Map<string, Following[]>();

  beforeAll(async () => {
    product = await Product.start({ name: 'live_kills' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    apis = [await product.anotherApi('live_kills_one'), await product.anotherApi('live_kills_two')];
    const addresses = apis.map(({ baseUrl }) => baseUrl);
    for (const login of LOGINS) {
      const cookie = await sessionOf(product.baseUrl, login);
      const streams = Array.from({ length: STREAMS_EACH }, (_, at) => Following.begin(cookie, addresses, at));
      followings.set(login, await Promise.all(streams));
    }
  }, 240_000);

  afterAll(async () => {
    all().forEach((one) => one.leave());
    await product?.stop();
  }, 60_000);

  const all = (): Following[] => [...followings.values()].flat();

  /** A case whose first step is claimed and done: the task and the case move several times. */
  async function work(title: string): Promise<void> {
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'two-user-tasks', unitId, title };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    const task = required((await clerk.get<CaseDetailShown>(`/api/cases/${id}`)).tasks[0], 'a step');
    await clerk.post(`/api/user-tasks/${task.id}/claim`, { rowVersion: task.rowVersion });
    const submission = { title, note: '办好了' };
    await clerk.post(`/api/user-tasks/${task.id}/completion`, {
      rowVersion: task.rowVersion + 1,
      submission,
    });
  }

  /** Every change of tasks and cases, by the log itself. */
  const written = (): Promise<Told[]> =>
    product.query<Told>(
      `SELECT topic, subject_id AS id, version FROM live_change WHERE topic IN ('user-task', 'case')`,
    );

  /** The last version of each thing that the log knows. */
  const latest = (rows: readonly Told[]): Map<string, number> => {
    const versions = new Map<string, number>();
    for (const { id, version } of rows)
      versions.set(id, Math.max(versions.get(id) ?? 0, required(version ?? undefined, 'a version')));
    return versions;
  };

  it(`tell everything and nothing twice over ${ROUNDS} kills`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { process } = apis[round % apis.length]!;
      const writing = Array.from({ length: CASES_A_ROUND }, (_, at) => work(`第 ${round} 轮第 ${at} 件`));
      await writing[0];
      await process.kill();
      await Promise.all(writing);
      await process.start();
    }
    const rows = await written();
    const versions = latest(rows);
    for (const login of ['v01-clerk', 'v01-director', 'v01-secretary', 'town-head'])
      for (const one of required(followings.get(login), login)) {
        await until(PATIENCE_MS, () => {
          const heard = latest(one.told.filter(({ topic, version }) => isOfWork(topic) && version !== null));
          const isWhole = [...versions].every(([id, version]) => heard.get(id) === version);
          return Promise.resolve(isWhole || undefined);
        });
      }
    expect(all().map(({ failure, wasReset }) => [failure, wasReset])).toEqual(
      all().map(() => [undefined, false]),
    );
    const times = new Map<string, number>();
    for (const row of rows) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
    const twice = all().flatMap(({ told }) => {
      const heard = new Map<string, number>();
      for (const one of told.filter(({ topic }) => isOfWork(topic)))
        heard.set(keyOf(one), (heard.get(keyOf(one)) ?? 0) + 1);
      return [...heard].filter(([key, count]) => count > (times.get(key) ?? 0));
    });
    expect(twice).toEqual([]);
    expect(Math.min(...all().map(({ returns }) => returns))).toBeGreaterThanOrEqual(ROUNDS / apis.length);
  }, 180_000);

  it('tell another village nothing, however they were cut', () => {
    const heard = required(followings.get('v02-clerk'), 'the other village').flatMap(({ told }) => told);
    expect(heard.filter(({ topic }) => isOfWork(topic))).toEqual([]);
  });
});

const isOfWork = (topic: string): boolean => topic === 'user-task' || topic === 'case';
