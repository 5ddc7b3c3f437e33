import type { ExtensionValues, OpenUserTask } from '@wuqing/bpmn-engine';
import { nodeOf, type ExecutableProcess, type ExtensionElement } from '@wuqing/bpmn-model';
import { instant, type JsonObject } from '@wuqing/kernel';
import type { PlannedClock } from '@wuqing/persistence';
import { openClock, readServiceLevel, type ServiceLevelClock } from '@wuqing/service-level';
import type { IndexedCalendar } from '@wuqing/working-calendar';

/** A service level whose anchor is no date: the entry cannot be planned as it is, and an operator has to mend it. */
export class UnplannableClock extends Error {
  override readonly name = 'UnplannableClock';
}

/** The clocks of a user task that opens: one for each `wq:serviceLevel`, planned over the calendar. */
export function planClocks(
  process: ExecutableProcess,
  task: OpenUserTask,
  at: number,
  calendar: IndexedCalendar,
): PlannedClock[] {
  return nodeOf(process, task.elementId).extensions.flatMap((extension, index) => {
    if (extension.name !== 'serviceLevel') return [];
    const values =
      task.extensions.find((evaluated: ExtensionValues) => evaluated.index === index)?.values ?? {};
    const clock = clockOf(extension, task, at, values, calendar);
    return clock ? [plannedOf(clock, task.name)] : [];
  });
}

function clockOf(
  extension: ExtensionElement,
  task: OpenUserTask,
  at: number,
  values: JsonObject,
  calendar: IndexedCalendar,
): ServiceLevelClock | null {
  const policy = readServiceLevel(extension);
  if (!policy.ok) throw new UnplannableClock(policy.error);
  const opened = openClock(
    policy.value,
    { openedAt: instant(at), handlers: task.candidateGroups, values },
    calendar,
  );
  if (!opened.ok) throw new UnplannableClock(`${task.elementId}: ${opened.error}`);
  return opened.value;
}

const plannedOf = (
  { policy, anchor, dueOn, provisional, instants }: ServiceLevelClock,
  taskName: string,
): PlannedClock => ({
  name: policy.name || taskName,
  policy: policy as unknown as JsonObject,
  anchor,
  dueOn,
  provisional,
  instants,
});
