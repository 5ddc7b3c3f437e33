import { err, type Err, type JsonObject } from '@wuqing/kernel';
import type { DeferrableCommand, ElementInstanceKey } from './command.js';
import type { Effect } from './effect.js';
import type { EngineEvent } from './engine-event.js';
import { isEmpty } from './evolve/record.js';
import type { RetryPoint } from './state.js';

/** What one visit brings along: the payload of its trigger, and where a scope must go instead of to its start event. */
export interface Arrival {
  /** Variables of the message, written when the triggered event completes. */
  readonly variables?: JsonObject;
  /** Id of an element inside, at any depth. */
  readonly goal?: string;
  /** What the element would wait for has happened already. */
  readonly triggered?: true;
}

/** Work that is still to be decided. Each item is decided on the state that all steps before it have led to. */
export type AgendaItem =
  | { readonly do: 'take'; readonly flowId: string; readonly scope: ElementInstanceKey }
  | {
      readonly do: 'activate';
      readonly elementId: string;
      readonly scope: ElementInstanceKey;
      readonly arrival: Arrival;
    }
  | { readonly do: 'enter'; readonly key: ElementInstanceKey; readonly arrival: Arrival }
  | { readonly do: 'begin'; readonly key: ElementInstanceKey; readonly arrival: Arrival }
  | { readonly do: 'perform'; readonly key: ElementInstanceKey; readonly arrival: Arrival }
  | { readonly do: 'open'; readonly key: ElementInstanceKey; readonly arrival: Arrival }
  | { readonly do: 'complete'; readonly key: ElementInstanceKey; readonly variables: JsonObject }
  | { readonly do: 'leave'; readonly key: ElementInstanceKey }
  /** What comes next in a loop: the next members, or its end. */
  | { readonly do: 'round'; readonly key: ElementInstanceKey; readonly arrival: Arrival }
  | { readonly do: 'reach'; readonly elementId: string; readonly scope?: ElementInstanceKey }
  | { readonly do: 'deferred'; readonly command: DeferrableCommand }
  | { readonly do: 'release'; readonly key: ElementInstanceKey }
  | {
      readonly do: 'throwError';
      readonly key: ElementInstanceKey;
      readonly errorCode: string;
      readonly variables: JsonObject;
    }
  | { readonly do: 'escalate'; readonly key: ElementInstanceKey; readonly escalationCode: string }
  /** A signal is told to each who waits for it in this instance, then its thrower goes on where it still runs. */
  | {
      readonly do: 'tellAtHome';
      readonly key: ElementInstanceKey;
      readonly signalName: string;
      readonly variables: JsonObject;
    }
  | { readonly do: 'hear'; readonly subscription: ElementInstanceKey; readonly variables: JsonObject }
  | { readonly do: 'compensate'; readonly key: ElementInstanceKey }
  /** The conditions that wait on behalf of an activity or scope are asked before its own work begins. */
  | { readonly do: 'ask'; readonly key: ElementInstanceKey }
  /** Decided only when nothing else is left: the scope completes if nothing runs in it any more. */
  | { readonly do: 'settle'; readonly key: ElementInstanceKey };

/**
 * What a behavior answers with, in order: facts to evolve by, wishes, and work that goes before all other work. `over`
 * says that whatever was still to begin directly in a scope is over: the scope goes on with something else, and it comes after that.
 */
export type Step =
  | { readonly event: EngineEvent }
  | { readonly effect: Effect }
  | { readonly next: AgendaItem }
  | { readonly over: ElementInstanceKey };

/** Why an element cannot go on; it becomes an incident on that element. */
export interface Fault {
  /** One lower-case word or more with hyphens, e.g. `expression`, `no-flow`. */
  readonly code: string;
  /** Begins with "Expected …" and names what was expected; of a guard it is the guard's own sentence. */
  readonly message: string;
}

export const fault = (code: string, message: string): Err<Fault> => err({ code, message });

/** The element is stuck until `ResolveIncident` takes up the work at `retry`. */
export const incident = (
  { key, elementId }: { readonly key: ElementInstanceKey; readonly elementId: string },
  { code, message }: Fault,
  retry: RetryPoint,
  { goal, triggered, variables = {} }: Arrival = {},
): Step => ({
  event: {
    type: 'IncidentRaised',
    key,
    elementId,
    code,
    message,
    retry,
    ...(goal && { goal }),
    ...(triggered && { triggered }),
    ...(!isEmpty(variables) && { variables }),
  },
});
