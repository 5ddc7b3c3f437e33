import type {
  CompensationThrowDefinition,
  EndEvent,
  EscalationEventDefinition,
  ErrorEventDefinition,
  IntermediateThrowEvent,
  MessageThrowDefinition,
  NoneDefinition,
  SignalEventDefinition,
} from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { compensableFrom, compensationTriggered } from '../scopes/compensation.js';
import { sendMessage } from './sending.js';
import { hasFlag } from '../context.js';
import { fault, type Fault, type Step } from '../step.js';
import type { View, Visit } from '../view.js';

type ThrowDefinition =
  | NoneDefinition
  | MessageThrowDefinition
  | SignalEventDefinition
  | ErrorEventDefinition
  | EscalationEventDefinition
  | CompensationThrowDefinition;

type Thrower = Visit<IntermediateThrowEvent | EndEvent>;

/** What an intermediate or end event throws (BPMN 2.0.2 §10.5.5), and the completion of the event itself. */
export function throwEvent(visit: Thrower, view: View, definition: ThrowDefinition): Result<Step[], Fault> {
  const { key } = visit;
  switch (definition.kind) {
    case 'none':
      return ok([{ next: { do: 'complete', key, variables: {} } }]);
    case 'message':
      return sendMessage(view, visit, definition);
    case 'signal':
      return broadcast(view, visit, definition.signal);
    case 'error':
      return raise(view, visit, definition.error);
    case 'escalation':
      return raiseEscalation(visit, definition.escalation);
    case 'compensation':
      return ok(compensationTriggered(key, compensableFrom(view, visit, definition.activity)));
  }
}

function broadcast(
  view: View,
  { key, process, elementId }: Thrower,
  signalId: string,
): Result<Step[], Fault> {
  const signalName = process.signals?.[signalId]?.name;
  if (signalName === undefined) return fault('signal', `Expected a signal that ${elementId} throws`);
  const variables = view.state.variables[key] ?? {};
  const thrown = { type: 'BroadcastSignal', signalName, signalId: key, variables } as const;
  const atOnce = hasFlag(view.context, 'own-signals-at-once');
  return ok([
    { event: { type: 'SignalBroadcast', key, signalName } },
    { effect: atOnce ? { ...thrown, toldAtHome: true } : thrown },
    {
      next: atOnce
        ? { do: 'tellAtHome', key, signalName, variables }
        : { do: 'complete', key, variables: {} },
    },
  ]);
}

function raise(view: View, { key, process, elementId }: Thrower, error = ''): Result<Step[], Fault> {
  const errorCode = process.errors?.[error]?.errorCode;
  if (errorCode === undefined) return fault('error', `Expected an error that ${elementId} throws`);
  const variables = view.state.variables[key] ?? {};
  return ok([
    { event: { type: 'ErrorThrown', key, elementId, errorCode } },
    { next: { do: 'throwError', key, errorCode, variables } },
  ]);
}

function raiseEscalation({ key, process, elementId }: Thrower, escalation = ''): Result<Step[], Fault> {
  const escalationCode = process.escalations?.[escalation]?.escalationCode;
  if (escalationCode === undefined)
    return fault('escalation', `Expected an escalation that ${elementId} throws`);
  return ok([{ next: { do: 'escalate', key, escalationCode } }]);
}
