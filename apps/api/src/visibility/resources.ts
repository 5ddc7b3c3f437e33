import type { ActorPosition, Confidentiality, Holder, Resource } from '@wuqing/access';
import { isPositionKey } from '@wuqing/organization';
import type {
  CaseRow,
  CircleRow,
  HeldPosition,
  ProcessDefinitionVersion,
  StepRow,
  UserTaskRow,
} from '@wuqing/persistence';
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

type Step = Pick<StepRow, 'unitId' | 'candidates' | 'assigneeId'> & CircleRow;

/** Whom a case is open to and closed to by name. */
export const circleIn = ({ needToKnow, barredPersonIds }: CircleRow): CircleRow => ({
  needToKnow,
  barredPersonIds,
});

/** A step of that level, as `access` needs to know it. */
export function stepResource(step: Step, level: Confidentiality): Resource {
  const { unitId, candidates, assigneeId } = step;
  const holders = holdersFrom(candidates);
  const handlingUnitIds = handlingUnits(holders, unitId);
  return { unitId, level, holders, assigneeId, handlingUnitIds, ...circleIn(step) };
}

/** A user task, as `access` needs to know it. */
export const taskResource = (
  row: Step & Pick<StepRow, 'elementId'>,
  { compiled }: Pick<ProcessDefinitionVersion, 'compiled'>,
): Resource => stepResource(row, stepLevelOf(compiled, row.elementId));

/** A case: to read it, it is enough that one of its open steps is addressed to the reader. */
export function caseResource(
  row: CaseRow,
  { compiled }: ProcessDefinitionVersion,
  tasks: readonly Pick<UserTaskRow, 'candidates' | 'assigneeId'>[],
  personId: string,
): Resource {
  const holders = tasks.flatMap((task) => holdersFrom(task.candidates));
  return {
    unitId: row.unitId,
    level: levelOf(compiled),
    holders,
    assigneeId: tasks.some((task) => task.assigneeId === personId) ? personId : null,
    handlingUnitIds: handlingUnits(holders, row.unitId),
    handledUnitIds: row.handledUnitIds,
    ...circleIn(row),
  };
}

/** Offices and town among the holders: those who handle, at level T. */
const handlingUnits = (holders: readonly Holder[], caseUnitId: string): string[] =>
  holders.map((holder) => holder.unitId).filter((unitId) => unitId !== caseUnitId);
