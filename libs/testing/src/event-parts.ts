import type {
  BoundaryEvent,
  CatchDefinition,
  EndEvent,
  EventDefinition,
  IntermediateThrowEvent,
  MessageDefinition,
  MessageThrowDefinition,
  StartEvent,
} from '@wuqing/bpmn-model';
import { compiled, node, type Feel, type NodeOptions, type NodePart } from './part.js';

/** A timer or a message with the key by which it is correlated. */
export type Trigger =
  | { readonly date: Feel }
  | { readonly duration: Feel }
  | { readonly cycle: Feel }
  | { readonly message: string; readonly correlationKey?: Feel }
  | { readonly signal: string }
  | { readonly condition: Feel };

/** What is not waited for but looked up when it is thrown; without a code every error or escalation is caught. */
export type Thrown =
  | { readonly error: string | undefined }
  | { readonly escalation: string | undefined }
  | { readonly compensation: true }
  | { readonly cancel: true };

/** What an intermediate or end event throws; `compensate` names an activity, or undefined for all. */
export type Throws =
  | { readonly message: string; readonly correlationKey?: Feel; readonly timeToLive?: Feel }
  | { readonly signal: string }
  | { readonly error: string }
  | { readonly escalation: string }
  | { readonly compensate: string | undefined }
  | { readonly link: string }
  | { readonly cancel: true };

const none = { kind: 'none' } as const;

export const start = (id: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'startEvent', definition: none, interrupting: true }, options);

/** The start event of an event sub-process, or of a process that something starts. */
export const startOn = (id: string, trigger: Trigger | Thrown, { interrupting = true } = {}): NodePart => {
  const definition = isTrigger(trigger) ? definitionOf(trigger) : thrownDefinition(trigger);
  return node(
    id,
    { type: 'startEvent', definition: definition as StartEvent['definition'], interrupting },
    {},
    referencesOf(trigger),
  );
};

export const end = (id: string): NodePart => node(id, { type: 'endEvent', definition: none });

export const terminateEnd = (id: string): NodePart =>
  node(id, { type: 'endEvent', definition: { kind: 'terminate' } });

/** An intermediate event that throws nothing: a token only passes it. */
export const passedEvent = (id: string): NodePart =>
  node(id, { type: 'intermediateThrowEvent', definition: none });

export const throwEvent = (id: string, what: Throws, options?: NodeOptions): NodePart =>
  node(
    id,
    { type: 'intermediateThrowEvent', definition: throwsOf(what) as IntermediateThrowEvent['definition'] },
    options,
    referencesOf(what),
  );

export const endThrowing = (id: string, what: Throws, options?: NodeOptions): NodePart =>
  node(
    id,
    { type: 'endEvent', definition: throwsOf(what) as EndEvent['definition'] },
    options,
    referencesOf(what),
  );

/** The catching half of a link. */
export const linkCatch = (id: string, link: string): NodePart =>
  node(id, { type: 'intermediateCatchEvent', definition: { kind: 'link', link } });

export const sendTask = (
  id: string,
  what: Extract<Throws, { message: string }>,
  options?: NodeOptions,
): NodePart =>
  node(
    id,
    { type: 'sendTask', definition: throwsOf(what) as MessageThrowDefinition },
    options,
    referencesOf(what),
  );

/** A message that a service sends. */
export const sendingService = (id: string, taskType: string): NodePart =>
  node(id, { type: 'sendTask', definition: { kind: 'message', worker: { taskType, retries: 3 } } });

export const receiveTask = (
  id: string,
  trigger: Extract<Trigger, { message: string }>,
  { instantiate = false } = {},
  options?: NodeOptions,
): NodePart =>
  node(
    id,
    { type: 'receiveTask', message: trigger.message, ...(instantiate && { instantiate }) },
    options,
    referencesOf(trigger),
  );

export const catchEvent = (id: string, trigger: Trigger, options?: NodeOptions): NodePart =>
  node(
    id,
    { type: 'intermediateCatchEvent', definition: definitionOf(trigger) },
    options,
    referencesOf(trigger),
  );

export const boundary = (
  id: string,
  attachedTo: string,
  trigger: Trigger | Exclude<Thrown, { compensation: true }>,
  { interrupting = true } = {},
): NodePart => {
  const definition = isTrigger(trigger) ? definitionOf(trigger) : thrownDefinition(trigger);
  return node(
    id,
    {
      type: 'boundaryEvent',
      attachedTo,
      interrupting,
      definition: definition as BoundaryEvent['definition'],
    },
    {},
    referencesOf(trigger),
  );
};

/** The compensation boundary event that joins an activity with the one that undoes it. */
export const undoneBy = (id: string, attachedTo: string, handler: string): NodePart =>
  node(id, {
    type: 'boundaryEvent',
    attachedTo,
    interrupting: false,
    definition: { kind: 'compensation', handler },
  });

const isTrigger = (what: Trigger | Thrown): what is Trigger =>
  ['message', 'signal', 'condition', 'date', 'duration', 'cycle'].some((name) => name in what);

function definitionOf(trigger: Trigger): CatchDefinition {
  if ('message' in trigger) return { kind: 'message', message: trigger.message };
  if ('signal' in trigger) return { kind: 'signal', signal: trigger.signal };
  if ('condition' in trigger) return { kind: 'conditional', condition: compiled(trigger.condition) };
  if ('date' in trigger) return { kind: 'timer', timer: 'date', value: compiled(trigger.date) };
  if ('duration' in trigger) return { kind: 'timer', timer: 'duration', value: compiled(trigger.duration) };
  return { kind: 'timer', timer: 'cycle', value: compiled(trigger.cycle) };
}

function thrownDefinition(thrown: Thrown): EventDefinition {
  if ('error' in thrown) return { kind: 'error', ...(thrown.error !== undefined && { error: thrown.error }) };
  if ('escalation' in thrown)
    return { kind: 'escalation', ...(thrown.escalation !== undefined && { escalation: thrown.escalation }) };
  return 'cancel' in thrown ? { kind: 'cancel' } : { kind: 'compensation' };
}

function throwsOf(what: Throws): EventDefinition {
  if ('message' in what) {
    const { message, correlationKey, timeToLive } = what;
    return {
      kind: 'message',
      message,
      ...(correlationKey && { correlationKey: compiled(correlationKey) }),
      ...(timeToLive && { timeToLive: compiled(timeToLive) }),
    };
  }
  if ('signal' in what) return { kind: 'signal', signal: what.signal };
  if ('link' in what) return { kind: 'link', link: what.link };
  if ('compensate' in what)
    return { kind: 'compensation', ...(what.compensate !== undefined && { activity: what.compensate }) };
  return thrownDefinition(what);
}

function referencesOf(what: Trigger | Thrown | Throws): Pick<NodePart, 'messages' | 'refers'> {
  const messages = 'message' in what ? [messageOf(what)] : [];
  return {
    messages,
    refers: {
      ...('signal' in what && { signals: [what.signal] }),
      ...('error' in what && what.error !== undefined && { errors: [what.error] }),
      ...('escalation' in what && what.escalation !== undefined && { escalations: [what.escalation] }),
    },
  };
}

const messageOf = ({
  message,
  correlationKey,
}: Extract<Trigger, { message: string }>): MessageDefinition => ({
  id: message,
  name: message,
  ...(correlationKey && { correlationKey: compiled(correlationKey) }),
});
