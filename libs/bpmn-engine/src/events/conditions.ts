import type { FlowNode } from '@wuqing/bpmn-model';
import type { ElementInstanceKey } from '../command.js';
import { bySerial } from '../element-instance-key.js';
import type { EngineEvent } from '../engine-event.js';
import { valueOf } from '../variables/evaluate-in-scope.js';
import type { ConditionWait } from '../state.js';
import type { Step } from '../step.js';
import { conditionMet } from './trigger.js';
import { placeOf, type View } from '../view.js';

/** Whether conditions must be asked again after this. */
export const mayMeetConditions = ({ type }: EngineEvent): boolean =>
  type === 'VariablesSet' || type === 'ConditionAwaited';

/**
 * Asks the conditions that wait, in the order in which they began to: the first that has become true happens, and the
 * others are asked on what that leads to. Nothing comes back when all is as it was.
 */
export function conditionSteps(view: View, isAsked: (wait: ConditionWait) => boolean = () => true): Step[] {
  const waiting = view.state.conditions ?? {};
  const asked = Object.keys(waiting)
    .filter((key) => isAsked(waiting[key]!))
    .sort(bySerial)
    .map((key) => ({ key, wait: waiting[key]!, holds: isTrue(view, key, waiting[key]!) }));
  const lapsed: Step[] = asked
    .filter(({ wait, holds }) => wait.holds && !holds)
    .map(({ key }) => ({ event: { type: 'ConditionLapsed', key } }));
  const met = asked.find(({ wait, holds }) => holds && !wait.holds);
  return met ? [...lapsed, ...conditionMet(view, met.key, met.wait)] : lapsed;
}

/** One after the other, each on what the one before has led to; what interrupts leaves none to be asked. */
export function askFor(view: View, key: ElementInstanceKey): Step[] {
  const steps = conditionSteps(view, ({ attachedTo }) => attachedTo === key);
  return steps.length === 0 ? [] : [...steps, { next: { do: 'ask', key } }];
}

/** Null, another value and an expression without a value are not true: what is awaited may not be known yet. */
function isTrue(view: View, key: ElementInstanceKey, { elementId, attachedTo }: ConditionWait): boolean {
  const definition = definitionOf(placeOf(view, elementId).node);
  if (definition?.kind !== 'conditional') return false;
  const result = valueOf(view, definition.condition, attachedTo ?? key);
  return result.ok && result.value === true;
}

const definitionOf = (node: FlowNode) => ('definition' in node ? node.definition : undefined);
