import {
  parseIsoDuration,
  type EndEvent,
  type IntermediateThrowEvent,
  type MessageThrowDefinition,
  type SendTask,
} from '@wuqing/bpmn-model';
import { ok, type JsonObject, type Result } from '@wuqing/kernel';
import { textOf } from '../variables/evaluate-in-scope.js';
import { fault, type Fault, type Step } from '../step.js';
import type { View, Visit } from '../view.js';
import { countable, hasPassed } from '../waiting/overdue.js';

/** How long a message waits for a receiver where its sender does not say: the default of Zeebe's clients. */
export const TIME_TO_LIVE_MS = 3_600_000;

type Sender = Visit<SendTask | IntermediateThrowEvent | EndEvent>;

/** The steps by which a message leaves: it is published at once, or a service is asked to send it and answers later. */
export function sendMessage(
  view: View,
  visit: Sender,
  definition: MessageThrowDefinition,
): Result<Step[], Fault> {
  if (definition.worker) return ok(serviceInvoked(view, visit, definition.worker));
  const { key, process, elementId } = visit;
  const message = process.messages[definition.message ?? ''];
  if (!message) return fault('message', `Expected a message that ${elementId} sends`);
  const keyExpression = definition.correlationKey ?? message.correlationKey;
  const correlationKey = keyExpression ? textOf(view, keyExpression, key) : ok('');
  if (!correlationKey.ok) return correlationKey;
  const timeToLiveMs = timeToLiveOf(view, visit, definition);
  if (!timeToLiveMs.ok) return timeToLiveMs;
  const published = { messageName: message.name, correlationKey: correlationKey.value };
  return ok([
    { event: { type: 'MessagePublished', key, ...published } },
    {
      effect: {
        type: 'PublishMessage',
        ...published,
        messageId: key,
        timeToLiveMs: timeToLiveMs.value,
        variables: mappedInputsOf(view, visit),
      },
    },
    { next: { do: 'complete', key, variables: {} } },
  ]);
}

function timeToLiveOf(
  view: View,
  { key, elementId }: Sender,
  { timeToLive }: MessageThrowDefinition,
): Result<number, Fault> {
  if (!timeToLive) return ok(TIME_TO_LIVE_MS);
  const text = textOf(view, timeToLive, key);
  if (!text.ok) return text;
  // Kept for less than no time: it is for who waits at this moment.
  if (hasPassed(view, text.value)) return ok(0);
  const duration = parseIsoDuration(countable(view, text.value));
  return duration && duration.months === 0
    ? ok(duration.ms)
    : fault('time-to-live', `Expected a duration of days or time at ${elementId}, found "${text.value}"`);
}

/** A service is asked, with the mapped inputs and nothing else. */
export const serviceInvoked = (
  view: View,
  visit: Visit,
  { taskType, retries }: { readonly taskType: string; readonly retries: number },
): Step[] => [
  { event: { type: 'ServiceTaskInvoked', key: visit.key, taskType } },
  {
    effect: {
      type: 'InvokeServiceTask',
      serviceTask: visit.key,
      elementId: visit.elementId,
      taskType,
      retries,
      inputs: mappedInputsOf(view, visit),
    },
  },
];

/** A member of a loop has variables of its own too (`loopCounter`, its item); they leave only where they are mapped. */
export function mappedInputsOf({ state }: View, { key, node }: Visit): JsonObject {
  const targets = new Set(node.io.inputs.map(({ target }) => target));
  return Object.fromEntries(Object.entries(state.variables[key] ?? {}).filter(([name]) => targets.has(name)));
}
