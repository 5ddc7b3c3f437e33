import { isWalled } from '@wuqing/access';
import type { AlertRow, ProcessDefinitionVersion } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { circleIn, holdersFrom, taskResource } from './resources.js';

type ToldAlert = Pick<AlertRow, 'unitId' | 'step' | 'recipientPosition' | 'recipientUnitId'>;

/** What is told to a position tells of no step that is closed to its holder: that he is told opens no wall. */
export function mayKnowAlert(
  caller: Caller,
  { unitId, step, recipientPosition, recipientUnitId }: ToldAlert,
  definition: ProcessDefinitionVersion,
): boolean {
  const level = stepLevelOf(definition.compiled, step.elementId);
  if (isWalled(level)) return caller.may('user-task.read', taskResource(step, definition));
  const holders = holdersFrom([{ positionKey: recipientPosition, unitId: recipientUnitId }]);
  return caller.may('alert.read', { unitId, level, holders, ...circleIn(step) });
}
