import type { AccessTokenRow } from '@wuqing/persistence';
import { shownMoment } from '../http/shown-moment.js';
import type { AccessTokenView } from './dto/access-token.dto.js';

/** As it stands at `now` (epoch ms). */
export const accessTokenViewOf = (row: AccessTokenRow, now: number): AccessTokenView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  unitName: row.unitName,
  scopes: [...row.scopes],
  createdBy: row.createdBy,
  createdAt: shownMoment(row.createdAt),
  expiresAt: shownMoment(row.expiresAt),
  lastUsedAt: row.lastUsedAt && shownMoment(row.lastUsedAt),
  state: stateOf(row, now),
});

function stateOf({ revokedAt, expiresAt }: AccessTokenRow, now: number): AccessTokenView['state'] {
  if (revokedAt !== null) return 'revoked';
  return expiresAt.getTime() <= now ? 'expired' : 'active';
}
