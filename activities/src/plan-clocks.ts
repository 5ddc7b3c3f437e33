import type { OpenUserTask } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { PlannedClock } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';

export const planClocks = (_process: ExecutableProcess, _task: OpenUserTask, _at: number, _calendar: IndexedCalendar): PlannedClock[] => [];
