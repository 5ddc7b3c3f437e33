import fc from 'fast-check';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { publish } from '../testing/closed-village.js';
import { closedProcess } from '../testing/closed-processes.js';
import {
  PROCESSES,
  plantRows,
  plantedRows,
  type Planted,
  type Tone,
  type UnitName,
} from '../testing/planted-rows.fixture.js';
import { people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

/**
 * Every list against one that is made of the same rows without an index, a page or a statement of the product: all that was
 * planted, gone through from its first to its last.
 */
let api: ApiUnderTest;
let planted: readonly Planted[];
const visitors = new Map<Login, Visitor>();

beforeAll(async () => {
  api = await ApiUnderTest.start('lists_by_oracle');
  for (const [key, mark] of [
    ['closed-t', 'T'],
    ['closed-n', 'N'],
  ] as const)
    await publish(api, key, closedProcess(key, mark));
  planted = plantedRows();
  await plantRows(api, planted);
  for (const login of LOGINS) visitors.set(login, await api.signedIn(login));
});

afterAll(() => api.stop());

const VILLAGES: readonly UnitName[] = ['branch', 'village', 'otherVillage'];
/** Whose cases each sees. */
const REACH = {
  clerk: ['village'],
  director: ['village'],
  otherClerk: ['otherVillage'],
  branchSecretary: VILLAGES,
  officeClerk: ['town', 'office', ...VILLAGES],
  inspector: ['town', 'office', 'discipline', ...VILLAGES],
  townHead: ['town', 'office', 'discipline', ...VILLAGES],
} as const satisfies Partial<Record<Login, readonly UnitName[]>>;
const LOGINS = Object.keys(REACH) as (keyof typeof REACH)[];
type Seer = (typeof LOGINS)[number];

const listed = (who: Seer, { unit, process }: Planted): boolean => {
  const { level } = PROCESSES[process];
  return (
    (REACH[who] as readonly UnitName[]).includes(unit) &&
    (level === 'V' || (level === 'T' && who === 'inspector'))
  );
};

const has = ({ title, number }: Planted, q: string | undefined): boolean =>
  q === undefined || `${title} ${number}`.toLowerCase().includes(q.toLowerCase());

/** By the first that differs; an id where nothing else does. */
const by =
  (...keys: ((one: Planted) => string)[]) =>
  (one: Planted, other: Planted): number => {
    const key = keys.find((of) => of(one) !== of(other));
    return key === undefined ? 0 : key(one) < key(other) ? -1 : 1;
  };

type Asked = Readonly<Record<string, string | undefined>>;

async function walk(who: Seer, path: string, asked: Asked, limit: number): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let next: string | null = ''; next !== null;) {
    const query = new URLSearchParams({ limit: String(limit) });
    for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, value);
    if (next !== '') query.set('after', next);
    const { status, body } = await visitors.get(who)!.get(`${path}?${query.toString()}`);
    if (status !== 200)
      throw new Error(`Expected a page of ${path}?${query.toString()}: ${JSON.stringify(body)}`);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

const who = fc.constantFrom(...LOGINS);
const size = fc.constantFrom(3, 20, 21, 60, 200);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const q = maybe(fc.constantFrom('道路', '石拱桥', 'a_b%', '第7', '90012', '没有的词', '_', '拱'));
const unit = maybe(fc.constantFrom<UnitName>('village', 'otherVillage', 'office', 'discipline'));
const process = maybe(fc.constantFrom(...(Object.keys(PROCESSES) as Planted['process'][])));
const RUNS = { numRuns: 60, seed: 3 };
const MANY = { numRuns: 300, seed: 3 };
const idOf = (unitName: UnitName | undefined) => unitName && units[unitName];

it('lists what waits', async () => {
  const wish = fc.record({
    who,
    size,
    q,
    unit,
    process,
    tone: maybe(fc.constantFrom<Tone>('none', 'ok', 'warn', 'late')),
    dueBy: maybe(fc.constantFrom('2026-09-05', '2026-09-20')),
    view: fc.constantFrom('todo', 'claimable', 'claimed'),
  });
  await fc.assert(
    fc.asyncProperty(wish, async ({ who: me, size: limit, ...of }) => {
      const { key, unit: home } = people[me];
      const expected = planted
        .filter(({ status }) => status === 'running')
        .filter((one) =>
          one.claimedBy === null
            ? of.view !== 'claimed' && one.seats.some(([seat, at]) => seat === key && at === home)
            : of.view !== 'claimable' && one.claimedBy === me,
        )
        .filter((one) => PROCESSES[one.process].level !== 'N' && has(one, of.q))
        .filter(
          (one) =>
            (of.unit === undefined || one.unit === of.unit) &&
            (of.process === undefined || one.process === of.process),
        )
        .filter((one) => of.tone === undefined || one.tone === of.tone)
        // 16:00 UTC is where the day of the township ends
        .filter(({ due }) => of.dueBy === undefined || (due !== null && due <= `${of.dueBy}T16:00:00.000Z`))
        .sort(
          by(
            ({ due }) => due ?? '9999',
            ({ taskId }) => taskId,
          ),
        )
        .map(({ taskId }) => taskId);
      const asked = {
        view: of.view,
        q: of.q,
        tone: of.tone,
        dueBy: of.dueBy,
        unitId: idOf(of.unit),
        processKey: of.process,
      };
      const items = (await walk(me, '/api/user-tasks', asked, limit)) as { id: string }[];
      expect(items.map(({ id }) => id)).toEqual(expected);
    }),
    MANY,
  );
});

it('lists cases', async () => {
  const wish = fc.record({
    who,
    size,
    q,
    unit,
    process,
    status: maybe(fc.constantFrom('running', 'completed', 'terminated', 'created')),
    mine: maybe(fc.constant('true')),
  });
  await fc.assert(
    fc.asyncProperty(wish, async ({ who: me, size: limit, ...of }) => {
      const expected = planted
        .filter((one) => listed(me, one) && has(one, of.q))
        .filter(
          (one) =>
            (of.unit === undefined || one.unit === of.unit) &&
            (of.process === undefined || one.process === of.process),
        )
        .filter((one) => of.status === undefined || one.status === of.status)
        .filter((one) => of.mine === undefined || one.startedBy === me)
        .sort(
          by(
            ({ startedAt }) => startedAt,
            ({ caseId }) => caseId,
          ),
        )
        .reverse()
        .map(({ caseId }) => caseId);
      const asked = {
        q: of.q,
        status: of.status,
        mine: of.mine,
        unitId: idOf(of.unit),
        processKey: of.process,
      };
      const items = (await walk(me, '/api/cases', asked, limit)) as { id: string }[];
      expect(items.map(({ id }) => id)).toEqual(expected);
    }),
    RUNS,
  );
});

it('lists terms', async () => {
  const wish = fc.record({ who, size, unit, state: maybe(fc.constantFrom('running', 'late', 'stopped')) });
  await fc.assert(
    fc.asyncProperty(wish, async ({ who: me, size: limit, ...of }) => {
      const stateOf = ({ status, tone }: Planted) =>
        status !== 'running' ? ['stopped'] : tone === 'late' ? ['running', 'late'] : ['running'];
      const expected = planted
        .filter(
          (one) => one.due !== null && listed(me, one) && (of.unit === undefined || one.unit === of.unit),
        )
        .filter((one) => of.state === undefined || stateOf(one).includes(of.state))
        .sort(
          by(
            ({ due }) => due!,
            ({ clockId }) => clockId,
          ),
        )
        .map(({ clockId }) => clockId);
      const items = (await walk(me, '/api/deadlines', { state: of.state, unitId: idOf(of.unit) }, limit)) as {
        id: string;
      }[];
      expect(items.map(({ id }) => id)).toEqual(expected);
    }),
    RUNS,
  );
});
