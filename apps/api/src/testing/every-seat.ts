import { randomBytes } from 'node:crypto';
import { positionKeys, type PositionKey, type UnitKind } from '@wuqing/organization';
import { tokenHashOf } from '../session/session-token.js';
import type { ApiUnderTest } from './api-under-test.js';
import { systemUnderTest } from './system-under-test.js';
import type { Visitor } from './visitor.js';
import { units } from './village-fixture.js';

/** Somebody in one seat, signed in; `visitor` without a seat is anyone from the street. */
export interface Seat {
  readonly name: string;
  readonly personId: string | null;
  readonly positionKey: PositionKey | null;
  readonly unitId: string | null;
  readonly visitor: Visitor;
}

/** Seats that are tried in another village too. */
const ELSEWHERE: readonly PositionKey[] = [
  'village-clerk',
  'village-party-secretary',
  'supervision-director',
];

const unitsOf: Readonly<Record<UnitKind, readonly string[]>> = {
  village: [units.village],
  'general-branch': [units.branch],
  town: [units.town],
  office: [units.office, units.discipline],
};

/**
 * One new person in every seat that there is, in the village, its 党总支, the town and two offices, some in another village,
 * and one from the street. Their names are signs of their
 * own, so that an answer that tells of one of them can be told by it. And other systems, by tokens of every scope.
 */
export async function everySeat(api: ApiUnderTest): Promise<Seat[]> {
  const wanted = (Object.keys(positionKeys) as PositionKey[]).flatMap((positionKey) =>
    [
      ...unitsOf[positionKeys[positionKey].unitKind],
      ...(ELSEWHERE.includes(positionKey) ? [units.otherVillage] : []),
    ].map((unitId) => ({ positionKey, unitId })),
  );
  const seats: Seat[] = [
    { name: 'the street', personId: null, positionKey: null, unitId: null, visitor: api.visitor() },
  ];
  for (const [index, { positionKey, unitId }] of wanted.entries())
    seats.push(await seated(api, positionKey, unitId, `席位${index}号`));
  for (const unitId of [units.town, units.village])
    seats.push({
      name: `another system of ${unitId}`,
      personId: null,
      positionKey: null,
      unitId,
      visitor: await systemUnderTest(api, unitId),
    });
  return seats;
}

async function seated(
  api: ApiUnderTest,
  positionKey: PositionKey,
  unitId: string,
  name: string,
): Promise<Seat> {
  const [row] = await api.query<{ personId: string; accountId: string }>(
    `WITH p AS (INSERT INTO person (id, unit_id, name, gender) VALUES (gen_random_uuid(), $1, $2, 'female') RETURNING id),
       s AS (INSERT INTO position (id, person_id, unit_id, key, from_on) SELECT gen_random_uuid(), id, $1, $3, '2020-01-01' FROM p)
     INSERT INTO account (id, person_id, login, password_hash, must_change_password)
     SELECT gen_random_uuid(), id, id::text, (SELECT password_hash FROM account LIMIT 1), false FROM p
     RETURNING id AS "accountId", person_id AS "personId"`,
    [unitId, name, positionKey],
  );
  const visitor = api.visitor();
  const token = randomBytes(32).toString('base64url');
  visitor.cookie = `wuqing_session=${token}`;
  visitor.csrfToken = 'token';
  await api.query(
    `INSERT INTO session (token_hash, account_id, csrf_token, created_at, expires_at)
     VALUES ($1, $2, 'token', to_timestamp($3 / 1000.0), to_timestamp($3 / 1000.0) + interval '1 day')`,
    [tokenHashOf(token), row!.accountId, api.now],
  );
  return { name: `${positionKey} of ${unitId}`, personId: row!.personId, positionKey, unitId, visitor };
}
