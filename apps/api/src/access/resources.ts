import type { ActorPosition, Holder, Resource } from '@wuqing/access';
import type { Caller } from './caller.js';
import { isPositionKey } from '@wuqing/organization';
import type { CaseRow, HeldPosition, ProcessDefinitionVersion, UserTaskRow } from '@wuqing/persistence';
import { levelOf, stepLevelOf } from '../platform/process-facts.js';

export const holdersFrom = (candidates: readonly HeldPosition[]): Holder[] =>
  candidates.flatMap(({ positionKey, unitId }) =>
    isPositionKey(positionKey) ? [{ positionKey, unitId }] : [],
  );

/** Whether something is addressed to a position. */
export const isAddressedTo =
  (candidates: readonly HeldPosition[]) =>
  ({ key, unitId }: ActorPosition): boolean =>
    candidates.some((one) => one.positionKey === key && one.unitId === unitId);

/** A step, as `access` needs to know it. */
export function taskResource(row: UserTaskRow, { compiled }: ProcessDefinitionVersion): Resource {
  const holders = holdersFrom(row.candidates);
  return {
    unitId: row.unitId,
    level: stepLevelOf(compiled, row.elementId),
    holders,
    assigneeId: row.assigneeId,
    handlingUnitIds: handlingUnits(holders, row.unitId),
  };
}

/** Of these steps those that the caller may read: a step may be closed further than its case. */
export const readableTasks = (
  caller: Caller,
  rows: readonly UserTaskRow[],
  definition: ProcessDefinitionVersion,
): UserTaskRow[] => rows.filter((row) => caller.may('user-task.read', taskResource(row, definition)));

/** A case: to read it, it is enough that one of its open steps is addressed to the reader. */
export function caseResource(
  row: CaseRow,
  { compiled }: ProcessDefinitionVersion,
  tasks: readonly UserTaskRow[],
  personId: string,
): Resource {
  const holders = tasks.flatMap((task) => holdersFrom(task.candidates));
  return {
    unitId: row.unitId,
    level: levelOf(compiled),
    holders,
    assigneeId: tasks.some((task) => task.assigneeId === personId) ? personId : null,
    handlingUnitIds: handlingUnits(holders, row.unitId),
  };
}

/** Offices and town among the holders: those who handle, at level T. */
const handlingUnits = (holders: readonly Holder[], caseUnitId: string): string[] =>
  holders.map((holder) => holder.unitId).filter((unitId) => unitId !== caseUnitId);
