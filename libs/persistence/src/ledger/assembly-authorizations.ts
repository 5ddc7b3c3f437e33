import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from '../unit-of-work.js';

const LEDGER = 'assembly-authorizations';

interface Granted {
  readonly id: string;
  readonly data: JsonObject;
  readonly validFrom: string;
  /** Last day in force; null without an end. */
  readonly validUntil: string | null;
}

/**
 * What the village's assembly lets its representatives decide (村民会议授权清单), as its ledger stands: what has not ended before
 * `on`, the earliest first, as an `Authorization` of the deliberation room is read. An end that is known already is its last day.
 */
export async function authorizationsFrom(
  work: Statements,
  unitId: string,
  on: string,
): Promise<JsonObject[]> {
  const rows = await work.query<Granted>(
    `SELECT id, data, valid_from::text AS "validFrom", least(valid_to, ended_from - 1)::text AS "validUntil" FROM ledger_row
     WHERE ledger = $1 AND unit_id = $2 AND (NOT is_over OR ended_from > $3::date) AND (valid_to IS NULL OR valid_to >= $3::date)
     ORDER BY valid_from, id`,
    [LEDGER, unitId, on],
  );
  return rows.map(({ id, data, validFrom, validUntil }) => {
    const { matterTypes = [], grantedOn = validFrom, postedOn, filedOn } = data;
    return {
      ...{ id, matterTypes, grantedOn },
      ...(postedOn !== undefined && { postedOn }),
      ...(filedOn !== undefined && { filedOn }),
      validFrom,
      ...(validUntil !== null && { validUntil }),
    };
  });
}
