import {
  MEMBERS_MAX,
  type EventDefinition,
  type ImplicitThrow,
  type MultiInstance,
} from '@wuqing/bpmn-model';
import { ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { registration } from './compensation.js';
import { keyOf } from '../element-instance-key.js';
import { conditionOf, valueOf } from '../variables/evaluate-in-scope.js';
import type { LoopState } from '../state.js';
import { fault, incident, type Arrival, type Fault, type Step } from '../step.js';
import { terminateInside } from './termination.js';
import { unsetOutputOf } from '../variables/member-names.js';
import { fits, writesFrom } from '../variables/variables.js';
import { isBusy, placeOf, visitOf, type View, type Visit } from '../view.js';

/** The looped activity as a whole, of which members are or will be part. */
export const loopStateOf = ({ state }: View, key: ElementInstanceKey): LoopState | undefined =>
  state.instances[key]?.loop;

export const isMember = ({ state }: View, key: ElementInstanceKey): boolean =>
  state.instances[key]?.member !== undefined;

/** The loop begins, or goes on where it was stuck: its members are counted, and the first of them start. */
export function openLoop(view: View, visit: Visit, arrival: Arrival): Result<Step[], Fault> {
  const { loop } = visit.node;
  const goOn: Step = { next: { do: 'round', key: visit.key, arrival } };
  if (loop?.kind !== 'multiInstance' || loopStateOf(view, visit.key)?.size !== undefined) return ok([goOn]);
  const input = inputOf(view, visit, loop);
  if (!input.ok) return input;
  const { size, items } = input.value;
  const output = loop.outputCollection;
  const outputs: JsonObject =
    output === undefined ? {} : { [output]: Array.from({ length: size }, () => null) };
  if (!fits(view.state, { items: items ?? null, ...outputs }))
    return fault(
      'too-large',
      `Expected the members of ${visit.elementId} to fit under the cap of the instance`,
    );
  return ok([
    { event: { type: 'LoopOpened', key: visit.key, size, ...(items && { items }) } },
    ...(output === undefined
      ? []
      : [{ event: { type: 'VariablesSet' as const, scope: visit.key, values: outputs } }]),
    goOn,
  ]);
}

interface Input {
  readonly size: number;
  readonly items?: readonly Json[];
}

function inputOf(view: View, { key, elementId }: Visit, loop: MultiInstance): Result<Input, Fault> {
  const expression = loop.inputCollection ?? loop.cardinality;
  if (!expression) return fault('collection', `Expected a collection or a number of members at ${elementId}`);
  const found = valueOf(view, expression, key);
  if (!found.ok) return found;
  const input = loop.inputCollection ? listOf(found.value) : numberOf(found.value);
  if (!input)
    return fault(
      'collection',
      `Expected "${expression.source}" to be ${loop.inputCollection ? 'a list' : 'a whole number, not negative'}`,
    );
  return input.size <= MEMBERS_MAX
    ? ok(input)
    : fault(
        'too-many-members',
        `Expected at most ${MEMBERS_MAX} members at ${elementId}, found ${input.size}`,
      );
}

const listOf = (value: Json): Input | undefined =>
  Array.isArray(value) ? { size: value.length, items: value } : undefined;

/** A constant without `=` is a text; its digits count. */
function numberOf(value: Json): Input | undefined {
  const size = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof size === 'number' && Number.isInteger(size) && size >= 0 ? { size } : undefined;
}

/**
 * What comes next in a loop: the next member of one that goes step by step, all members of a parallel one, one after
 * the other; the end where none is left.
 */
export function round(view: View, key: ElementInstanceKey, arrival: Arrival): Step[] {
  const state = loopStateOf(view, key);
  if (!state || view.state.incidents[key]) return [];
  const visit = visitOf(view, key);
  const { loop } = visit.node;
  if (loop?.kind !== 'multiInstance') return standardRound(view, visit, state, arrival);
  const number = nextNumber(state);
  if (number === undefined)
    return isBusy(view, key) ? [] : [{ next: { do: 'complete', key, variables: {} } }];
  if (loop.isSequential) return isBusy(view, key) ? [] : member(view, visit, number, state, arrival);
  return [...member(view, visit, number, state, arrival), { next: { do: 'round', key, arrival } }];
}

/** Whether a multi-instance has members that have not begun. */
export const hasMembersToCome = (view: View, key: ElementInstanceKey): boolean =>
  nextNumber(loopStateOf(view, key) ?? {}) !== undefined;

function standardRound(view: View, visit: Visit, { started = 0 }: LoopState, arrival: Arrival): Step[] {
  const { key, node } = visit;
  const loop = node.loop?.kind === 'standard' ? node.loop : undefined;
  if (isBusy(view, key)) return [];
  const over: Step[] = [{ next: { do: 'complete', key, variables: {} } }];
  if (!loop || (loop.maximum !== undefined && started >= loop.maximum)) return over;
  if (loop.condition && (started > 0 || loop.testBefore)) {
    const again = conditionOf(view, loop.condition, key, { loopCounter: started });
    if (!again.ok) return [incident(visit, again.error, 'perform')];
    if (!again.value) return over;
  }
  return member(view, visit, started + 1, {}, arrival);
}

function nextNumber({ size = 0, started = 0, removed = [] }: LoopState): number | undefined {
  for (let number = started + 1; number <= size; number += 1) if (!removed.includes(number)) return number;
  return undefined;
}

/** A member starts with its number, and with its item where there is a collection. */
function member(
  view: View,
  { key: scope, elementId, node }: Visit,
  number: number,
  { items, started = 0 }: LoopState,
  arrival: Arrival,
): Step[] {
  const key = keyOf(elementId, view.state.counter + 1);
  const name = node.loop?.kind === 'multiInstance' ? node.loop.inputElement : undefined;
  const item = items?.[number - started - 1];
  const values = {
    ...(name !== undefined && item !== undefined && { [name]: item }),
    loopCounter: number,
    ...unsetOutputOf(view, node),
  };
  return [
    { event: { type: 'ElementActivated', key, elementId, scope, member: number } },
    { event: { type: 'VariablesSet', scope: key, values } },
    { next: { do: 'enter', key, arrival } },
  ];
}

/** Names of the variables that a member has of its loop. */
export function ownNamesOf(view: View, { key, node }: Visit): string[] {
  if (!isMember(view, key)) return [];
  const item = node.loop?.kind === 'multiInstance' ? node.loop.inputElement : undefined;
  return ['loopCounter', ...(item === undefined ? [] : [item])];
}

/** The counts that a completion condition reads, for a loop of which `ended` more members have ended. */
export function countsOf(loop: LoopState, isSequential: boolean, ended = 0): JsonObject {
  const { size = 0, completed = 0, terminated = 0, removed = [] } = loop;
  const all = size - removed.length;
  return {
    numberOfInstances: all,
    numberOfActiveInstances: isSequential ? 0 : all - completed - terminated - ended,
    numberOfCompletedInstances: completed + ended,
    numberOfTerminatedInstances: terminated,
  };
}

/** A member's work is done: what it brings is collected, and the loop is asked whether that is enough. */
export function leaveMember(view: View, visit: Visit, closing: readonly Step[]): Step[] {
  const { key, elementId, scope, node } = visit;
  const loop = node.loop?.kind === 'multiInstance' ? node.loop : undefined;
  const output = loop ? collected(view, visit, loop) : ok([]);
  if (!output.ok) return [incident(visit, output.error, 'leave')];
  const enough = loop?.completionCondition
    ? conditionOf(
        view,
        loop.completionCondition,
        key,
        countsOf(loopStateOf(view, scope)!, loop.isSequential, 1),
      )
    : ok(false);
  if (!enough.ok) return [incident(visit, enough.error, 'leave')];
  return [
    ...output.value,
    ...closing,
    ...registration(view, visit),
    { event: { type: 'ElementCompleted', key, elementId } },
    ...(enough.value ? terminateInside(view, scope, key) : []),
    ...(loop?.throws ? told(view, visit, loop.throws) : []),
    {
      next: enough.value
        ? { do: 'complete', key: scope, variables: {} }
        : { do: 'round', key: scope, arrival: {} },
    },
  ];
}

function collected(view: View, { key, scope, elementId }: Visit, loop: MultiInstance): Result<Step[], Fault> {
  const { outputCollection: name, outputElement } = loop;
  if (name === undefined || !outputElement) return ok([]);
  const value = valueOf(view, outputElement, key);
  if (!value.ok) return value;
  if (!fits(view.state, { [name]: value.value }))
    return fault(
      'too-large',
      `Expected what the members of ${elementId} bring to fit under the cap of the instance`,
    );
  const number = view.state.instances[key]!.member!;
  return ok([{ event: { type: 'LoopOutputCollected', key: scope, name, number, value: value.value } }]);
}

/** The boundary events of the activity that catch what its loop throws happen beside it. */
function told(view: View, { scope, node, prefix }: Visit, { when, definition }: ImplicitThrow): Step[] {
  if (when === 'first' && loopStateOf(view, scope)?.completed) return [];
  return node.boundaries
    .map((id) => placeOf(view, prefix + id))
    .filter(({ node: event }) => event.type === 'boundaryEvent' && isSameEvent(event.definition, definition))
    .map(({ elementId }) => ({
      next: { do: 'activate', elementId, scope: view.state.instances[scope]!.scope, arrival: {} },
    }));
}

function isSameEvent(caught: EventDefinition, thrown: ImplicitThrow['definition']): boolean {
  switch (thrown.kind) {
    case 'signal':
      return caught.kind === 'signal' && caught.signal === thrown.signal;
    case 'message':
      return caught.kind === 'message' && caught.message === thrown.message;
    case 'escalation':
      return (
        caught.kind === 'escalation' &&
        (caught.escalation === undefined || caught.escalation === thrown.escalation)
      );
  }
}

/** Enough members have ended: those that still run are ended with it. */
export const endLoop = (view: View, key: ElementInstanceKey, except?: ElementInstanceKey): Step[] => [
  ...terminateInside(view, key, except),
  { next: { do: 'complete', key, variables: {} } },
];

/** All members are done: their collected outputs are written outside, without the places of removed members. */
export function completeLoop(view: View, { key, scope, node }: Visit): Step[] {
  const name = node.loop?.kind === 'multiInstance' ? node.loop.outputCollection : undefined;
  const leaving: Step = { next: { do: 'leave', key } };
  if (name === undefined) return [leaving];
  const removed = loopStateOf(view, key)?.removed ?? [];
  const list = view.state.variables[key]?.[name];
  const outputs = Array.isArray(list) ? list.filter((_, index) => !removed.includes(index + 1)) : [];
  return [...writesFrom(view, scope, { [name]: outputs }).map((event) => ({ event })), leaving];
}
