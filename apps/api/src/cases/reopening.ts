import { evolve, initialState, type EngineEvent } from '@wuqing/bpmn-engine';
import { extensionsNamed, type ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';

/**
 * `<wq:linkedCase reopened="nextStep" closed="end-closed"/>`: a case that ended there may be taken up again by a linked
 * one, which starts with what the first knew, and with the step in the variable `reopened`.
 */
export interface Reopening {
  readonly variable: string;
  readonly closedBy: string;
}

export function reopeningOf({ extensions }: Pick<ExecutableProcess, 'extensions'>): Reopening | undefined {
  const { reopened, closed } = extensionsNamed(extensions, 'linkedCase')[0]?.attributes ?? {};
  return reopened === undefined || closed === undefined
    ? undefined
    : { variable: reopened, closedBy: closed };
}

export const isClosedBy = (events: readonly EngineEvent[], { closedBy }: Reopening): boolean =>
  events.some((event) => event.type === 'ElementCompleted' && event.elementId === closedBy);

/** The case's own variables when it ended, read from its journal. */
export function lastVariables(events: readonly EngineEvent[], process: ExecutableProcess): JsonObject {
  return events.reduce(evolve, initialState()).variables[`${process.key}#0`] ?? {};
}
