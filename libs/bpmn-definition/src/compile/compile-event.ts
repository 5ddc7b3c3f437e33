import type {
  BoundaryEvent,
  CatchDefinition,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  MessageThrowDefinition,
  StartEvent,
} from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import {
  attributeOf,
  eventConditionOf,
  eventKindOf,
  extensionOf,
  handlersOf,
  linkOf,
  messageOf,
  referredBy,
  timersOf,
  zeebeAttribute,
} from '../source/look-up.js';
import type { SourceModel, SourceNode } from '../source/source-model.js';
import type { ExpressionCompiler } from './expression-compiler.js';

export function catchDefinition(node: SourceNode, expressions: ExpressionCompiler): CatchDefinition {
  switch (eventKindOf(node)) {
    case 'Message':
      return { kind: 'message', message: required(messageOf(node)?.id, `a message of event ${node.id}`) };
    case 'Signal':
      return { kind: 'signal', signal: referenceOf(node, 'signalRef') };
    case 'Conditional':
      return { kind: 'conditional', condition: expressions.compile(eventConditionOf(node) ?? '') };
    default: {
      const { timer, text } = required(timersOf(node)[0], `a timer of event ${node.id}`);
      return { kind: 'timer', timer, value: expressions.compile(text) };
    }
  }
}

export const catchOrLink = (
  node: SourceNode,
  expressions: ExpressionCompiler,
): IntermediateCatchEvent['definition'] =>
  eventKindOf(node) === 'Link' ? linkDefinition(node) : catchDefinition(node, expressions);

export function startDefinition(node: SourceNode, expressions: ExpressionCompiler): StartEvent['definition'] {
  const kind = eventKindOf(node);
  if (kind === 'None') return { kind: 'none' };
  if (kind === 'Compensate') return { kind: 'compensation' };
  return thrownDefinition(node) ?? catchDefinition(node, expressions);
}

export function boundaryDefinition(
  source: SourceModel,
  node: SourceNode,
  expressions: ExpressionCompiler,
): BoundaryEvent['definition'] {
  const kind = eventKindOf(node);
  if (kind === 'Cancel') return { kind: 'cancel' };
  if (kind !== 'Compensate') return thrownDefinition(node) ?? catchDefinition(node, expressions);
  const handler = required(handlersOf(source, node)[0], `an activity that undoes at ${node.id}`);
  return { kind: 'compensation', handler: handler.id };
}

/** An error or escalation that is caught; without a reference every one is. */
function thrownDefinition(
  node: SourceNode,
): Extract<BoundaryEvent['definition'], { kind: 'error' | 'escalation' }> | undefined {
  switch (eventKindOf(node)) {
    case 'Error': {
      const error = referredBy(node, 'errorRef')?.id;
      return { kind: 'error', ...(error !== undefined && { error }) };
    }
    case 'Escalation': {
      const escalation = referredBy(node, 'escalationRef')?.id;
      return { kind: 'escalation', ...(escalation !== undefined && { escalation }) };
    }
    default:
      return undefined;
  }
}

export function throwDefinition(
  node: SourceNode,
  expressions: ExpressionCompiler,
): IntermediateThrowEvent['definition'] {
  switch (eventKindOf(node)) {
    case 'Message':
      return messageThrow(node, expressions);
    case 'Signal':
      return { kind: 'signal', signal: referenceOf(node, 'signalRef') };
    case 'Escalation':
      return { kind: 'escalation', escalation: referenceOf(node, 'escalationRef') };
    case 'Compensate': {
      const activity = referredBy(node, 'activityRef')?.id;
      return { kind: 'compensation', ...(activity !== undefined && { activity }) };
    }
    case 'Link':
      return linkDefinition(node);
    default:
      return { kind: 'none' };
  }
}

export function endDefinition(node: SourceNode, expressions: ExpressionCompiler): EndEvent['definition'] {
  switch (eventKindOf(node)) {
    case 'Terminate':
      return { kind: 'terminate' };
    case 'Cancel':
      return { kind: 'cancel' };
    case 'Error':
      return { kind: 'error', error: referenceOf(node, 'errorRef') };
    default:
      return throwDefinition(node, expressions) as EndEvent['definition'];
  }
}

/** A message that is sent: by a service where `zeebe:taskDefinition` names one, else by being published. */
export function messageThrow(node: SourceNode, expressions: ExpressionCompiler): MessageThrowDefinition {
  const message = messageOf(node)?.id;
  const taskType = zeebeAttribute(node, 'taskDefinition', 'type');
  const retries = Number(zeebeAttribute(node, 'taskDefinition', 'retries') ?? 3);
  const [correlationKey, timeToLive] = (['correlationKey', 'timeToLive'] as const).map((attribute) =>
    expressions.compileOptional(attributeOf(extensionOf(node.wuqing, 'send'), attribute)),
  );
  return {
    kind: 'message',
    ...(message !== undefined && { message }),
    ...(correlationKey && { correlationKey }),
    ...(timeToLive && { timeToLive }),
    ...(taskType !== undefined && { worker: { taskType, retries } }),
  };
}

const linkDefinition = (node: SourceNode) => ({
  kind: 'link' as const,
  link: required(linkOf(node), `a name of link event ${node.id}`),
});

const referenceOf = (node: SourceNode, property: string): string =>
  required(referredBy(node, property)?.id, `a ${property} of event ${node.id}`);
