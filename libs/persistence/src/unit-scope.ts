import type { SqlParameters } from './sql-parameters.js';

/** Of which units a list has rows. It narrows what is read: whether a row may be known is asked for each. */
export interface UnitScope {
  readonly unitIds: readonly string[];
  /** All others, where they are fewer: of nearly all units they are told quicker. */
  readonly except?: readonly string[];
}

/** Up to so many units are read each by its own index; of more, the rows of all are gone through in their order. */
const UNITS_EACH_MAX = 40;

export interface InScope {
  /** `FROM` of what is asked once for each of its rows, and the condition on `alias.unit_id` in there; null: asked once. */
  readonly each: string | null;
  readonly condition: string;
}

/** How rows of `alias` are found in these units. */
export function inUnits({ unitIds, except }: UnitScope, taken: SqlParameters, alias: string): InScope {
  const [only] = unitIds;
  if (only !== undefined && unitIds.length === 1)
    return { each: null, condition: `AND ${alias}.unit_id = ${taken.hide(only, 'uuid')}` };
  if (unitIds.length <= UNITS_EACH_MAX)
    return {
      each: `unnest(${taken.take(unitIds)}::uuid[]) AS own (unit_id)`,
      condition: `AND ${alias}.unit_id = own.unit_id`,
    };
  return { each: null, condition: filterOf({ unitIds, ...(except && { except }) }, taken, alias) };
}

/** A condition that no index is looked for by: IS TRUE keeps the planner from collecting so many units before it sorts them. */
export function filterOf({ unitIds, except }: UnitScope, taken: SqlParameters, alias: string): string {
  if (except?.length === 0) return '';
  if (except !== undefined)
    return `AND (${alias}.unit_id <> ALL (${taken.hide(except, 'uuid[]')}::uuid[])) IS TRUE`;
  return `AND (${alias}.unit_id = ANY (${taken.hide(unitIds, 'uuid[]')}::uuid[])) IS TRUE`;
}
