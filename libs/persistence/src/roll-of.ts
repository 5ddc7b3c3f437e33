import type { JsonObject } from '@wuqing/kernel';
import { authorizationsFrom } from './ledger/assembly-authorizations.js';
import { figuresOf } from './organization.repository.js';
import type { Work } from './unit-of-work.js';

/**
 * The roll that a case starts with: the unit's figures, and the authorizations of its villagers' assembly that have not
 * ended on `on`, as their ledger says. Whether one is in force on the day of the ballot is judged then, in the lane.
 */
export async function rollOf(work: Work, unitId: string, on: string): Promise<JsonObject> {
  const figures = await figuresOf(work, unitId);
  return { ...figures, authorizations: await authorizationsFrom(work, unitId, on) };
}
