import type { Action } from '@wuqing/access';
import { guidanceOf, type EngineEvent } from '@wuqing/bpmn-engine';
import type { IncidentRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { SeenCase } from '../visibility/case-reader.js';
import type { IncidentView, RunningElementView } from './dto/case-detail.view.js';
import { shownMoment } from '../http/shown-moment.js';

const OPERATIONS: readonly Action[] = [
  'case.suspend',
  'case.repair',
  'case.override',
  'case.add-member',
  'case.activate-step',
  'case.migrate',
];
/** What is done to one running element, which its key has to name. */
const BY_KEY: readonly Action[] = ['case.override', 'case.add-member', 'case.activate-step'];
/** Of the case as a whole: a called process's is its root's. */
const OF_THE_WHOLE: readonly Action[] = ['case.suspend', 'case.migrate'];

/** What the caller may do to a running case beside its steps. */
export const operationsOf = (caller: Caller, { row, resource }: SeenCase): Action[] =>
  row.status === 'running'
    ? OPERATIONS.filter(
        (action) => caller.may(action, resource) && (row.parentId === null || !OF_THE_WHOLE.includes(action)),
      )
    : [];

/** Whether the caller may let a case that has ended go on from a step; a called process's is its root's. */
export const mayRestart = (caller: Caller, { row, resource }: SeenCase): boolean =>
  row.parentId === null &&
  (row.status === 'completed' || row.status === 'terminated') &&
  caller.may('case.override', resource);

/** An incident as its reader may see it: whoever may mend it learns the cause and what to do. */
export function incidentViewOf(
  caller: Caller,
  { definition, resource }: SeenCase,
  incident: IncidentRow,
): IncidentView {
  const { elementKey: key, elementId, code, message: detail, raisedAt } = incident;
  const { cause, whatToDo } = guidanceOf(incident);
  const shown = { key, elementId, name: definition.compiled.nodes[elementId]?.name ?? '', code };
  const since = { raisedAt: shownMoment(raisedAt) };
  return caller.may('case.repair', resource)
    ? { ...shown, ...since, message: whatToDo, cause, detail }
    : { ...shown, ...since, message: FOR_OTHERS, cause: null, detail: null };
}

const FOR_OTHERS = '该步骤出现异常，已停在原处，请联系系统管理员处理。';

/** The elements that run, for those who may do something to one of them. */
export function runningElements(
  caller: Caller,
  seen: SeenCase,
  events: readonly EngineEvent[],
): RunningElementView[] {
  if (!operationsOf(caller, seen).some((action) => BY_KEY.includes(action))) return [];
  const { nodes } = seen.definition.compiled;
  const running = new Map<string, RunningElementView>();
  for (const event of events) {
    if (event.type === 'ElementActivated') {
      const { key, elementId, loop } = event;
      const node = nodes[elementId];
      if (node) running.set(key, { key, elementId, name: node.name, type: node.type, isLoop: loop === true });
    }
    if (event.type === 'ElementCompleted' || event.type === 'ElementTerminated') running.delete(event.key);
  }
  return [...running.values()];
}
