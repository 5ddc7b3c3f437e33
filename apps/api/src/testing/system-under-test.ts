import { allScopes, type Scope } from '@wuqing/access';
import { newToken, tokenMacOf } from '../access/token-secret.js';
import { SEARCH_KEY, type ApiUnderTest } from './api-under-test.js';
import type { Visitor } from './visitor.js';

/** Another system with a token of these scopes, of every one where nothing is said, good for a month. */
export async function systemUnderTest(
  api: ApiUnderTest,
  unitId: string,
  scopes: readonly Scope[] = allScopes,
): Promise<Visitor> {
  const { text, prefix } = newToken();
  await api.query(
    `INSERT INTO security.access_token (id, name, prefix, secret_hash, unit_id, scopes, created_by, created_at, expires_at)
     SELECT gen_random_uuid(), $1, $1, $2, $3, $4, (SELECT id FROM account LIMIT 1),
       to_timestamp($5 / 1000.0), to_timestamp($5 / 1000.0) + interval '30 days'`,
    [prefix, tokenMacOf(text, SEARCH_KEY), unitId, scopes, api.now],
  );
  const visitor = api.visitor();
  visitor.token = text;
  return visitor;
}
