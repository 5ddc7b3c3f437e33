import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { tokenHashOf } from '../session/session-token.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Listener } from '../testing/listener.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const LISTENERS = 500;
const HERE = { unitId: units.village, key: 'village-clerk' };
const THERE = { unitId: units.otherVillage, key: 'village-clerk' };

jest.setTimeout(240_000);

let api: ApiUnderTest;
let clerk: Visitor;
let otherClerk: Visitor;
let cookies: string[];

beforeAll(async () => {
  api = await ApiUnderTest.start('many_listeners', { liveBeatMs: 500 });
  clerk = await api.signedIn('clerk');
  otherClerk = await api.signedIn('otherClerk');
  const tokens = Array.from({ length: LISTENERS }, () => randomBytes(32).toString('base64url'));
  cookies = tokens.map((token) => `wuqing_session=${token}`);
  // Every second one sits in the other village.
  await api.query(
    `WITH given AS (SELECT gen_random_uuid() AS person_id, gen_random_uuid() AS account_id, hash, n,
         CASE n % 2 WHEN 1 THEN $2::uuid ELSE $3::uuid END AS unit_id
       FROM unnest($1::text[]) WITH ORDINALITY AS t (hash, n)),
     p AS (INSERT INTO person (id, unit_id, name, gender) SELECT person_id, unit_id, '听众' || n, 'female' FROM given),
     s AS (INSERT INTO position (id, person_id, unit_id, key, from_on)
       SELECT gen_random_uuid(), person_id, unit_id, $4, '2020-01-01' FROM given),
     a AS (INSERT INTO account (id, person_id, login, password_hash, must_change_password)
       SELECT account_id, person_id, 'listener-' || n, '', false FROM given)
     INSERT INTO session (token_hash, account_id, csrf_token, created_at, expires_at)
       SELECT hash, account_id, 'x', to_timestamp($5 / 1000.0), to_timestamp($5 / 1000.0) + interval '2 hours' FROM given`,
    [tokens.map(tokenHashOf), HERE.unitId, THERE.unitId, HERE.key, api.now],
  );
});

afterAll(() => api.stop());

async function newCase(visitor: Visitor, unitId: string): Promise<string> {
  const { body } = await visitor.post('/api/cases', { processKey: PROCESS_KEY, unitId, title: '听众' });
  return body.case.id as string;
}

const isHere = (_: unknown, index: number): boolean => index % 2 === 0;
const hears = (listener: Listener, id: string) =>
  listener.until(({ data }) => (data.items ?? []).some((one: { id: string }) => one.id === id));
const saidTo = (listener: Listener): string => JSON.stringify(listener.heard.map(({ data }) => data));

async function open(baseUrl: string, lastIds: readonly string[] = []): Promise<Listener[]> {
  const opened: Listener[] = [];
  for (const [index, cookie] of cookies.entries()) {
    const lastEventId = lastIds[index];
    opened.push(await Listener.open({ baseUrl, cookie, ...(lastEventId !== undefined && { lastEventId }) }));
  }
  expect(opened.filter(({ status }) => status !== 200)).toEqual([]);
  return opened;
}

it(`${LISTENERS} people hear of what they may know and of nothing else, also over a process that goes away`, async () => {
  const beside = await api.beside({ liveBeatMs: 500 });
  const first = await open(beside.baseUrl);
  const [here, there] = [await newCase(clerk, HERE.unitId), await newCase(otherClerk, THERE.unitId)];
  await Promise.all(first.map((one, index) => hears(one, isHere(one, index) ? here : there)));
  const leaks = first.filter((one, index) => saidTo(one).includes(isHere(one, index) ? there : here));
  expect(leaks).toHaveLength(0);

  await beside.stop();
  await Promise.all(first.map((one) => one.over()));
  const [later, laterThere] = [await newCase(clerk, HERE.unitId), await newCase(otherClerk, THERE.unitId)];

  const again = await open(
    api.baseUrl,
    first.map(({ lastId }) => lastId),
  );
  await Promise.all(again.map((one, index) => hears(one, isHere(one, index) ? later : laterThere)));
  const leaksLater = again.filter((one, index) =>
    saidTo(one).includes(isHere(one, index) ? laterThere : later),
  );
  expect(leaksLater).toHaveLength(0);
  again.forEach((one) => one.leave());
});
