import { UnitOfWork, createDataSource, systemActor, type Actor } from '@wuqing/persistence';
import type { DataSource } from 'typeorm';
import { CallerReader } from './access/caller-reader.js';
import { tokenHashOf } from './session/session-token.js';
import { ApiUnderTest } from './testing/api-under-test.js';
import { closeVillage, type Cast, type ClosedVillage } from './testing/closed-village.js';
import { everySeat, type Seat } from './testing/every-seat.js';
import { API_PASSWORD, urlOf } from './testing/village-database.js';
import { units } from './testing/village-fixture.js';

/** Who may know of which case, said apart from `access` and from the policies. */
const mayKnow = {
  T: ({ positionKey, unitId }: Seat) =>
    positionKey === 'town-discipline-secretary' || unitId === units.discipline,
  calledByT: (seat: Seat) => mayKnow.T(seat),
  calledInside: (seat: Seat) => mayKnow.T(seat),
  N: ({ personId }: Seat) => personId === cast.inspector.personId,
  listed: ({ personId }: Seat) => [cast.knowing, cast.inspector].some((one) => one.personId === personId),
  walledOff: (seat: Seat) => mayKnow.T(seat) && seat.personId !== cast.barred.personId,
};

type Closed = keyof typeof mayKnow;

const closedKinds = Object.keys(mayKnow) as Closed[];

/** Rows of a register have readers of their own, whichever case wrote them. */
const OUTSIDE_CASES = ['ledger_row', 'ledger_row_version'];

let api: ApiUnderTest;
let seats: Seat[];
let cast: Cast;
let cases: ClosedVillage['cases'];
let source: DataSource;
/** The API's role on one connection, with nothing of the service before it. */
let door: UnitOfWork;

beforeAll(async () => {
  api = await ApiUnderTest.start('case_walls');
  seats = await everySeat(api);
  const seatOf = (positionKey: string, unitId: string): Seat =>
    seats.find((seat) => seat.positionKey === positionKey && seat.unitId === unitId)!;
  cast = {
    clerk: seatOf('village-clerk', units.village),
    inspector: seatOf('office-clerk', units.discipline),
    reporter: seatOf('supervision-director', units.village),
    earlierReporter: seatOf('supervision-member', units.village),
    objector: seatOf('village-discipline-member', units.village),
    knowing: seatOf('town-discipline-secretary', units.town),
    barred: seatOf('office-head', units.discipline),
  };
  ({ cases } = await closeVillage(api, seats, cast));
  const server = new URL(process.env['WUQING_TEST_DATABASE_URL']!);
  const url = urlOf(server, 'wuqing_api_case_walls', 'wuqing_api', API_PASSWORD);
  source = await createDataSource({ url, poolSize: 1 }).initialize();
  door = new UnitOfWork(source);
}, 120_000);

afterAll(async () => {
  await source?.destroy();
  await api.stop();
});

/** As the service says him to the database. */
async function actorOf({ visitor, personId }: Seat): Promise<Actor> {
  if (personId === null) return systemActor('token:of-another-system');
  const token = visitor.cookie!.replace('wuqing_session=', '');
  return (await api.app.get(CallerReader).peek(tokenHashOf(token)))!.actor;
}

interface Relation {
  readonly name: string;
  readonly kind: 'r' | 'v';
  readonly isWalled: boolean;
}

/** Everything that the API's role may read of which a row says whose case it is. */
const relations = (): Promise<Relation[]> =>
  api.query<Relation>(
    `SELECT c.relname AS name, c.relkind AS kind,
       c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'walls') AS "isWalled"
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
       AND has_any_column_privilege('wuqing_api', c.oid, 'SELECT')
       AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'case_id' AND NOT a.attisdropped)
     ORDER BY 1`,
  );

/** Of the closed cases those of which this actor reads anything at all, where only SQL stands in his way. */
async function readBy(actor: Actor): Promise<string[]> {
  const tables = (await relations()).filter(({ name }) => !OUTSIDE_CASES.includes(name));
  const of = [['process_instance', 'id'], ...tables.map(({ name }) => [name, 'case_id'])];
  const sql = of.map(
    ([table, column]) =>
      `SELECT '${table}' AS name, ${column} AS id FROM ${table} WHERE ${column} = ANY ($1)`,
  );
  const rows = await door.look(actor, (statements) =>
    statements.query<{ name: string; id: string }>(sql.join(' UNION '), [
      closedKinds.map((kind) => cases[kind]),
    ]),
  );
  return [...new Set(rows.map(({ id }) => closedKinds.find((kind) => cases[kind] === id)!))].sort();
}

it('finds every table that says whose case its rows are behind the wall', async () => {
  const open = (await relations()).filter(
    ({ name, kind, isWalled }) =>
      !isWalled && !OUTSIDE_CASES.includes(name) && !(kind === 'v' && name === 'case_found'),
  );
  expect(open).toEqual([]);
  expect((await relations()).length).toBeGreaterThan(35);
});

it('lets the API’s role neither own nor pass by what holds it', async () => {
  const [role] = await api.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
     FROM pg_roles r WHERE rolname = 'wuqing_api'`,
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
});

it('shows with the service’s checks switched off nobody a case of which he may not know, and whoever may his own', async () => {
  expect(seats.length).toBeGreaterThan(25);
  for (const seat of seats) {
    const expected = closedKinds.filter((kind) => seat.personId !== null && mayKnow[kind](seat));
    expect([seat.name, await readBy(await actorOf(seat))]).toEqual([seat.name, expected.sort()]);
  }
}, 120_000);

it('shows nothing that is closed where no person is said, and everything to a part that is declared', async () => {
  const client = await createDataSource({
    url: urlOf(
      new URL(process.env['WUQING_TEST_DATABASE_URL']!),
      'wuqing_api_case_walls',
      'wuqing_api',
      API_PASSWORD,
    ),
    poolSize: 1,
  }).initialize();
  const rows: { wall: string | null }[] = await client.query('SELECT DISTINCT wall FROM process_instance');
  await client.destroy();
  expect(rows).toEqual([{ wall: null }]);
  expect(await readBy(systemActor('sign-in'))).toEqual([]);
  expect(await readBy(systemActor('live'))).toEqual([...closedKinds].sort());
});

it('lets nobody change or take away what he may not know of', async () => {
  const changed = await door.run(await actorOf(cast.clerk), (work) =>
    work.query(
      `WITH c AS (UPDATE user_task SET row_version = row_version WHERE case_id = $1 RETURNING 1) SELECT 1 FROM c`,
      [cases.N],
    ),
  );
  expect(changed).toEqual([]);
});

describe('a connection that goes from one to the next', () => {
  const sees = async (seat: Seat): Promise<boolean> => (await readBy(await actorOf(seat))).includes('listed');

  it('keeps nothing of who asked before', async () => {
    expect(await sees(cast.knowing)).toBe(true);
    expect(await sees(cast.clerk)).toBe(false);
    expect(await sees(cast.knowing)).toBe(true);
    expect(await sees(cast.barred)).toBe(false);
  });

  it('keeps nothing where his transaction failed, or his statement', async () => {
    const knowing = await actorOf(cast.knowing);
    const clerk = await actorOf(cast.clerk);
    const failing = 'SELECT 1 / 0';
    await expect(door.run(knowing, (work) => work.query(failing))).rejects.toThrow(/zero/);
    expect(await sees(cast.clerk)).toBe(false);
    await expect(door.look(knowing, (statements) => statements.query(failing))).rejects.toThrow(/zero/);
    expect(await sees(cast.clerk)).toBe(false);
    await expect(door.run(clerk, (work) => work.query(failing))).rejects.toThrow(/zero/);
    expect(await sees(cast.knowing)).toBe(true);
  });

  it('is told once where the same person asks again', async () => {
    const actor = await actorOf(cast.clerk);
    const ask = () =>
      door.look(actor, (statements) =>
        statements.query<{ person: string }>(
          `SELECT current_setting('app.person')::jsonb ->> 'id' AS person`,
        ),
      );
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(
      Array.from({ length: 3 }, () => [{ person: cast.clerk.personId }]),
    );
  });
});
