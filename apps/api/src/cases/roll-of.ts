import type { Json, JsonObject } from '@wuqing/kernel';
import { authorizationInForce, figuresOf, type Work } from '@wuqing/persistence';

/**
 * The roll that a case starts with: the unit's figures, and the authorization of its villagers' assembly in force on
 * `on`; null where there is none.
 */
export async function rollOf(work: Work, unitId: string, on: string): Promise<JsonObject> {
  const figures = await figuresOf(work, unitId);
  const found = await authorizationInForce(work, unitId, on);
  const authorization: Json = found
    ? {
        id: found.id,
        matterTypes: found.matterTypes,
        grantedOn: found.decidedOn,
        postedOn: found.postedOn,
        filedOn: found.filedOn,
        effectiveFrom: found.effectiveFrom,
        effectiveTo: found.effectiveTo,
      }
    : null;
  return { ...figures, authorization };
}
